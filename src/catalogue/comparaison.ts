import { type ComparaisonExpliquee, comparerExplique } from '../domaine/comparaison/comparer.ts';
import type { Version } from '../domaine/version.ts';
import { catalogue } from './catalogue.ts';

/** Two versions, what became of each bloc and competence of the older one, and why a machine says what it says. */
export interface ComparaisonSituee extends ComparaisonExpliquee {
	de: Version;
	vers: Version;
}

let promesse: Promise<ComparaisonSituee[]> | undefined;

/**
 * Every comparison that has a page: each older-to-newer pair of held versions of one lineage, and each pair whose
 * blocs an official text maps.
 */
export function comparaisons(): Promise<ComparaisonSituee[]> {
	if (!promesse || import.meta.env.DEV) promesse = calculer();
	return promesse;
}

async function calculer(): Promise<ComparaisonSituee[]> {
	const { versions, correspondances, lexique } = await catalogue();
	const parPaire = new Map(correspondances.map((c) => [`${c.de} ${c.vers}`, c]));
	return versions.flatMap((de, i) =>
		versions.slice(i + 1).flatMap((vers) => {
			const correspondance = parPaire.get(`${de.id} ${vers.id}`);
			const ensemble = de.detenue && vers.detenue && de.lignee !== undefined && de.lignee === vers.lignee;
			if (!ensemble && !correspondance) return [];
			return [{ de, vers, ...comparerExplique(de, vers, correspondance, lexique) }];
		}),
	);
}
