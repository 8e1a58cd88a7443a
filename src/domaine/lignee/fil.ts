import type { Entree, Parente } from '../comparaison/comparaison.ts';

/** A step between two versions: what joins two competences, and how far it can be trusted. */
export type Pas = {
	de: string;
	vers: string;
	/** What joins them: an entry, or a parenté, after which the thread stops. */
	par: { entree: Entree } | { parente: Parente };
};

/** What is known of one competence in one version of its thread. */
export type Etape = {
	version: string;
	/** Competences that the thread reaches by correspondances alone. */
	suivies: string[];
	/** Competences that it reaches by a parenté at its last step. */
	apparentees: string[];
};

/** The thread of one competence through the versions of its lineage, oldest first, and each step of it. */
export type Fil = { etapes: Etape[]; pas: Pas[] };

/**
 * A comparison of two versions that follow each other, none between them whose labels are known: the entry and the
 * parentés of each competence.
 */
export type Suite = {
	de: { id: string };
	vers: { id: string };
	entrees: ReadonlyMap<string, Entree>;
	parentes: ReadonlyMap<string, readonly Parente[]>;
};

/**
 * Follows a competence from version to version, forwards and backwards, by the comparisons of versions that follow each
 * other. Correspondances lead on; a parenté is shown and leads no further, since kin of kin need not be kin.
 * @param suitesDe comparisons of one version with those before and after it
 * @param rangDe place of a version among all, the oldest first
 */
export const filDe = (
	competence: string,
	suitesDe: (version: string) => readonly Suite[],
	rangDe: (version: string) => number,
	versionDe: (id: string) => string,
): Fil => {
	const pas: Pas[] = [];
	const suivies = new Set([competence]);
	const apparentees = new Set<string>();
	for (const sens of ['vers', 'de'] as const) {
		const autre = sens === 'vers' ? 'de' : 'vers';
		const file = new Set([competence]);
		for (const id of file)
			for (const suite of suitesDe(versionDe(id))) {
				if (suite[autre].id !== versionDe(id)) continue;
				const entree = suite.entrees.get(id);
				const joints = entree?.nature ? entree[sens] : [];
				for (const joint of joints) {
					file.add(joint);
					suivies.add(joint);
					if (entree) pas.push({ ...bouts(sens, id, joint), par: { entree } });
				}
				for (const parente of suite.parentes.get(id) ?? []) {
					apparentees.add(parente[sens]);
					pas.push({ de: parente.de, vers: parente.vers, par: { parente } });
				}
			}
	}
	const dans = (ids: Iterable<string>, version: string) => [...ids].filter((id) => versionDe(id) === version);
	const seules = [...apparentees].filter((id) => !suivies.has(id));
	const versions = new Set([...suivies, ...seules].map(versionDe));
	return {
		pas,
		etapes: [...versions]
			.sort((a, b) => rangDe(a) - rangDe(b))
			.map((version) => ({ version, suivies: dans(suivies, version), apparentees: dans(seules, version) })),
	};
};

const bouts = (sens: 'de' | 'vers', id: string, joint: string): { de: string; vers: string } =>
	sens === 'vers' ? { de: id, vers: joint } : { de: joint, vers: id };
