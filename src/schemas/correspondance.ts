import { z } from 'zod';
import { idBloc, idCompetence } from './bloc.ts';
import { natureSource, source } from './source.ts';
import { texte } from './texte.ts';
import { idVersion } from './version.ts';

/** Nature of a correspondence, by the number of competences on each side: see `CARDINALITES`. */
export const nature = z.enum([
	'identique',
	'reformulee',
	'scindee',
	'fusionnee',
	'recomposee',
	'sans-suite',
	'nouvelle',
]);

/**
 * Part that two competences share without corresponding, read from the old one to the new one: `incluse`, the new one
 * asks that and more; `contenue`, the new one keeps a part of it; `voisine`, they overlap.
 */
export const portee = z.enum(['incluse', 'contenue', 'voisine']);

/** Certainty of a correspondence. `officielle` applies to blocs only: no text of law maps competences. */
export const statut = z.enum(['officielle', 'relue', 'proposee', 'a-verifier']);

/** Certainty of a correspondence between competences: `officielle` is excluded by type. */
export const statutCompetence = statut.exclude(['officielle']);

/** Hash of the labels that the editor read (`domaine/empreinte.ts`). The build refuses it once these have changed. */
const empreinte = z
	.string({ error: 'empreinte à écrire entre guillemets : YAML lit un nombre dans certaines' })
	.regex(/^[0-9a-f]{12}$/, '12 chiffres hexadécimaux attendus');

/** `npm run rapprocher -- --ecrire` writes `a-relire`, which the build refuses until an editor has read the entry. */
const relue = z.literal('relue', {
	error: ({ input }) =>
		input === 'officielle'
			? '« officielle » ne se dit que des blocs : aucun texte ne fait correspondre des compétences ; lire les libellés, écrire le motif, puis « statut: relue »'
			: 'à relire : lire les libellés, écrire le motif, puis « statut: relue »',
});

/** Source of a map of blocs. The map is shown as official, so a secondary source is refused. */
const sourceOfficielle = source.extend({
	nature: natureSource.exclude(['secondaire'], {
		error: ({ input }) =>
			input === 'secondaire'
				? 'une source secondaire ne fait pas une correspondance officielle ; citer le texte, ou retirer « blocs »'
				: undefined,
	}),
});

/** No reading without its reason: the template of `rapprocher` leaves it empty. */
const motif = texte(1000, 'motif vide ; écrire pourquoi, en une phrase');

/** An editor's reading of some competences of two versions. Ids are relative to their version. */
export const lecture = z.strictObject({
	de: z.array(idCompetence),
	vers: z.array(idCompetence),
	nature,
	statut: relue,
	/** Why, in one French sentence. */
	motif,
	/**
	 * Why this reading ends a competence that two other readings, step by step, lead on: `domaine/comparaison/accord.ts`.
	 */
	parEtapes: texte(1000).optional(),
	empreinte,
});

/** An editor's reading of two competences that share part of what they ask, but are no equivalents. */
export const parente = z.strictObject({
	de: idCompetence,
	vers: idCompetence,
	portee,
	statut: relue,
	/** What the two competences share and what keeps them apart, in one French sentence. */
	motif,
	empreinte,
});

/**
 * `content/correspondances/<de>--<vers>.yaml`: the official map of blocs and an editor's reading of the competences.
 */
export const correspondance = z.strictObject({
	de: idVersion,
	vers: idVersion,
	/** Day of the reading, used by the feed of changes. */
	reluLe: z.iso.date('date de la lecture attendue : 2026-01-31').optional(),
	/** Name or role of the reader, as pages print it. */
	relecteur: texte(200, 'relecteur vide ; écrire qui a lu, par son nom ou son rôle').optional(),
	blocs: z
		.strictObject({
			source: sourceOfficielle,
			/** The article that maps the blocs. */
			article: texte(500),
			/** `vers: []` is the « Néant » of the arrêté. */
			liens: z.array(z.strictObject({ de: z.array(idBloc).min(1), vers: z.array(idBloc) })).min(1),
		})
		.optional(),
	competences: z.array(lecture).optional(),
	parentes: z.array(parente).optional(),
});

export type Nature = z.infer<typeof nature>;
export type Portee = z.infer<typeof portee>;
export type Statut = z.infer<typeof statut>;
export type StatutCompetence = z.infer<typeof statutCompetence>;
export type Lecture = z.infer<typeof lecture>;
export type LectureDeParente = z.infer<typeof parente>;
export type Correspondance = z.infer<typeof correspondance>;
