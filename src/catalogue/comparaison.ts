import { type Reperes, reperer } from '../domaine/comparaison/comparaison.ts';
import { type ComparaisonExpliquee, comparerExplique } from '../domaine/comparaison/comparer.ts';
import { deplacees } from '../domaine/comparaison/deplacement.ts';
import { listerPaires, type Paire } from '../domaine/comparaison/paires.ts';
import { plusFaible } from '../domaine/etat.ts';
import { chemin } from '../domaine/lignee/chemin.ts';
import { type Fil, filDe } from '../domaine/lignee/fil.ts';
import { parObjet } from '../domaine/memo.ts';
import { regrouper } from '../domaine/regrouper.ts';
import { aDesLibelles, type Version } from '../domaine/version.ts';
import type { NatureSuccession, Succession } from '../schemas/lignee.ts';
import { type Catalogue, catalogue, rangDe } from './catalogue.ts';

/** The comparison of two versions, with the explanation of each automatic result. */
export interface ComparaisonSituee extends Paire, ComparaisonExpliquee, Reperes {
	/** Ids of the competences that changed bloc. */
	deplacees: ReadonlySet<string>;
	/** Whether no succession leads from one version to the other. */
	ailleurs: boolean;
}

const indexer = parObjet(({ versions, correspondances }: Catalogue) => {
	const toutes = listerPaires(versions, correspondances);
	return { toutes, parVersion: parVersion(toutes) };
});

/** Pairs by the id of either version. */
const parVersion = (paires: readonly Paire[]): ReadonlyMap<string, Paire[]> =>
	regrouper(paires, ({ de, vers }) => [de.id, vers.id]);

/** Successions by the id of the older version. */
export const successionsParDe = parObjet(({ lignees }: Catalogue) => {
	const toutes = lignees.flatMap((l) => l.successions);
	return Map.groupBy(toutes, ({ de }) => de);
});

/** Successions that lead from the older version of a pair to the newer one; undefined if there are none. */
const pasDe = ({ de, vers }: Paire): Succession[] | undefined =>
	chemin((id) => successionsParDe(catalogue()).get(id) ?? [], de.id, vers.id);

/** Whether no succession leads from one version of a pair to the other. */
export const estAilleurs = (paire: Paire): boolean => !pasDe(paire);

/** Comparison of a pair, computed on demand: under `npm run dev`, an edit needs only a few. */
export const comparer = parObjet((paire: Paire): ComparaisonSituee => {
	const { de, vers, correspondance } = paire;
	const faite = comparerExplique(de, vers, correspondance, catalogue().lexique);
	const { comparaison } = faite;
	const { competences } = catalogue();
	const placees = (ids: readonly string[]) => ids.flatMap((id) => competences.get(id)?.competence ?? []);
	return {
		...paire,
		...faite,
		...reperer(comparaison),
		deplacees: new Set(
			comparaison.competences.flatMap((e) =>
				e.deplacee ? deplacees(placees(e.de), placees(e.vers), comparaison.blocs) : [],
			),
		),
		ailleurs: estAilleurs(paire),
	};
});

/** Every pair whose comparison has a page. */
export const paires = (): Paire[] => indexer(catalogue()).toutes;

export const pairesDe = (version: string): Paire[] => indexer(catalogue()).parVersion.get(version) ?? [];

/** Comparisons of a version: with older ones in `origines`, with newer ones in `suites`. */
export function comparaisonsDe(version: string): { origines: ComparaisonSituee[]; suites: ComparaisonSituee[] } {
	const liste = pairesDe(version).map(comparer);
	return {
		origines: liste.filter(({ vers }) => vers.id === version),
		suites: liste.filter(({ de }) => de.id === version),
	};
}

/** Pairs joined by successions, with no version in between whose competences are known. */
const suitesDirectes = parObjet(({ parId }: Catalogue) => {
	const connue = (id: string) => {
		const version = parId.get(id);
		return version !== undefined && aDesLibelles(version);
	};
	const parDe = successionsParDe(catalogue());
	// Do not look for a path beyond a version whose competences are known: it has comparisons of its own.
	const suites = paires().filter(({ de, vers }) =>
		chemin((id) => (id !== de.id && connue(id) ? [] : (parDe.get(id) ?? [])), de.id, vers.id),
	);
	return parVersion(suites);
});

/** A comparison with a version that precedes or follows, and the weakest nature among the successions between both. */
export type Voisinage = { paire: Paire; autre: Version; nature: NatureSuccession };

/** Comparisons to offer first for a version: with its nearest predecessors and successors whose labels are known. */
export function voisinagesDe(id: string): { avant: Voisinage[]; apres: Voisinage[] } {
	const voisinages = (suitesDirectes(catalogue()).get(id) ?? []).map((paire) => ({
		paire,
		autre: paire.de.id === id ? paire.vers : paire.de,
		nature: (pasDe(paire) ?? []).map((s) => s.nature).reduce(plusFaible, 'officielle'),
	}));
	return {
		avant: voisinages.filter(({ paire }) => paire.vers.id === id),
		apres: voisinages.filter(({ paire }) => paire.de.id === id),
	};
}

/** The thread of a competence through the versions of its lineage. */
export function filDeCompetence(id: string): Fil {
	const index = catalogue();
	const suites = suitesDirectes(index);
	const suitesDe = (version: string) => (suites.get(version) ?? []).map(comparer);
	return filDe(id, suitesDe, rangDe, (competence) => index.competences.get(competence)?.version.id ?? '');
}
