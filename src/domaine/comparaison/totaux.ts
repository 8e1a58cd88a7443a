import type { Nature, Statut } from '../../schemas/correspondance.ts';
import type { Referentiel } from '../referentiel.ts';
import { competences as competencesDe } from '../referentiel.ts';
import { replier } from '../texte/normaliser.ts';
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

/** What is known of a competence: the first that holds, where a label is printed in several blocs. */
const SORTS = ['correspondante', 'apparentee', 'aVerifier', 'seule'] as const;
type Sort = (typeof SORTS)[number];

/** Competences of one side by what is known of them; a label printed in several blocs counts once. */
export type Bilan = Record<Sort | 'libelles', number>;

/**
 * Counts the competences of each side: those that answer one of the other, those that are only akin to one, those that
 * are still to check, and those that nothing answers.
 */
export function bilans(
	comparaison: Pick<Comparaison, 'competences' | 'parentes'>,
	de: Referentiel,
	vers: Referentiel,
): { de: Bilan; vers: Bilan } {
	const apparentees = new Set(comparaison.parentes.flatMap((p) => [p.de, p.vers]));
	const sorts = new Map<string, Sort>();
	for (const { nature, de: anciennes, vers: recentes } of comparaison.competences)
		for (const id of [...anciennes, ...recentes]) {
			const liee = nature !== null && anciennes.length > 0 && recentes.length > 0;
			const sort = liee ? 'correspondante' : apparentees.has(id) ? 'apparentee' : nature ? 'seule' : 'aVerifier';
			sorts.set(id, sort);
		}
	const compter = (version: Referentiel): Bilan => {
		const parLibelle = Map.groupBy(competencesDe(version), ({ libelle }) => replier(libelle));
		const retenus = [...parLibelle.values()].map((memes) =>
			SORTS.find((sort) => memes.some(({ id }) => sorts.get(id) === sort)),
		);
		const nombre = (sort: Sort) => retenus.filter((retenu) => retenu === sort).length;
		return {
			libelles: parLibelle.size,
			correspondante: nombre('correspondante'),
			apparentee: nombre('apparentee'),
			aVerifier: nombre('aVerifier'),
			seule: nombre('seule'),
		};
	};
	return { de: compter(de), vers: compter(vers) };
}
