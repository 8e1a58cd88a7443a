import type { ComparaisonIndexee, Entree } from '../comparaison/comparaison.ts';
import type { Bloc, Competence, Version } from '../version.ts';

type Membre = Pick<Version, 'id' | 'sigle' | 'sigleDeNotreFait' | 'annee' | 'usuel' | 'blocs'>;

/** What the direct comparison of two versions says of one competence. */
export interface Croisement {
	de: string;
	vers: string;
	entree: Entree;
	/** Competences of the other version that correspond to it, or else those related by a parenté. */
	reponses: string[];
	/** Whether `reponses` are only related by a parenté. */
	apparentee: boolean;
}

/** One competence, with its comparison to every other version, by version id. */
export type Rangee = { version: Membre; bloc: Bloc; competence: Competence; croisements: Map<string, Croisement> };

/**
 * One row for each competence of a lineage, at the oldest version that has it. A competence that directly corresponds
 * to an older one is on the row of that one. Results are not chained: each cell is the direct comparison of its two
 * versions.
 * @param versions oldest first
 * @param comparaisons of any pairs of these versions
 */
export function rangees(versions: readonly Membre[], comparaisons: readonly ComparaisonIndexee[]): Rangee[] {
	const parPaire = new Map(comparaisons.map((c) => [`${c.de.id} ${c.vers.id}`, c]));
	const lire = (competence: string, ici: string, autre: string): Croisement | undefined => {
		const suite = parPaire.get(`${ici} ${autre}`);
		const comparee = suite ?? parPaire.get(`${autre} ${ici}`);
		const entree = comparee?.entrees.get(competence);
		if (!comparee || !entree) return undefined;
		const jointes = entree.nature ? (suite ? entree.vers : entree.de) : [];
		const parentes = jointes.length ? [] : (comparee.parentes.get(competence) ?? []);
		return {
			de: comparee.de.id,
			vers: comparee.vers.id,
			entree,
			reponses: jointes.length ? jointes : parentes.map((p) => (suite ? p.vers : p.de)),
			apparentee: parentes.length > 0,
		};
	};
	const faites: Rangee[] = [];
	const repondues = new Set<string>();
	for (const version of versions)
		for (const bloc of version.blocs)
			for (const competence of bloc.competences) {
				if (repondues.has(competence.id)) continue;
				const croisements = new Map<string, Croisement>();
				for (const { id } of versions) {
					const croisement = id === version.id ? undefined : lire(competence.id, version.id, id);
					if (!croisement) continue;
					croisements.set(id, croisement);
					if (!croisement.apparentee) for (const reponse of croisement.reponses) repondues.add(reponse);
				}
				faites.push({ version, bloc, competence, croisements });
			}
	return faites;
}
