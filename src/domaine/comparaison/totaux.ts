import type { Nature, Statut } from '../../schemas/correspondance.ts';
import type { Comparaison } from './comparaison.ts';

/**
 * Totals of a comparison, in entries. `parNature` counts only what is claimed, so that what is still to check never
 * swells a headline; `aVerifier` counts the rest, and both add up to `entrees`.
 */
export type Totaux = {
	entrees: number;
	parNature: Record<Nature, number>;
	parStatut: Record<Exclude<Statut, 'officielle'>, number>;
	deplacees: number;
	aVerifier: number;
	/** Competences on each side. */
	competences: { de: number; vers: number };
};

/** Counts the entries of a comparison by nature and by statut. */
export const totaux = ({ competences }: Comparaison): Totaux => {
	const avecNature = (nature: Nature) => competences.filter((e) => e.nature === nature).length;
	const avecStatut = (statut: Statut) => competences.filter((e) => e.statut === statut).length;
	return {
		entrees: competences.length,
		parNature: {
			identique: avecNature('identique'),
			reformulee: avecNature('reformulee'),
			scindee: avecNature('scindee'),
			fusionnee: avecNature('fusionnee'),
			recomposee: avecNature('recomposee'),
			'sans-suite': avecNature('sans-suite'),
			nouvelle: avecNature('nouvelle'),
		},
		parStatut: {
			relue: avecStatut('relue'),
			proposee: avecStatut('proposee'),
			'a-verifier': avecStatut('a-verifier'),
		},
		deplacees: competences.filter((e) => e.deplacee).length,
		aVerifier: avecStatut('a-verifier'),
		competences: {
			de: competences.reduce((n, e) => n + e.de.length, 0),
			vers: competences.reduce((n, e) => n + e.vers.length, 0),
		},
	};
};
