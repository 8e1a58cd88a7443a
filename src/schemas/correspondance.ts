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
 * Part that two competences share without answering each other, read from the old one to the new one: `incluse`, the
 * new one asks that and more; `contenue`, the new one keeps a part of it; `voisine`, they overlap.
 */
export const portee = z.enum(['incluse', 'contenue', 'voisine']);

/** Trust in a correspondence; `officielle` is for blocs only, since no text of law maps competences. */
export const statut = z.enum(['officielle', 'relue', 'proposee', 'a-verifier']);

/** Statuts of a correspondence of competences. `officielle` is impossible by type: no text of law maps competences. */
export const statutCompetence = statut.exclude(['officielle']);

/** Hash of the labels that were read (`domaine/empreinte.ts`); the build refuses a stale one. */
const empreinte = z
	.string({ error: 'empreinte à écrire entre guillemets : YAML lit un nombre dans certaines' })
	.regex(/^[0-9a-f]{12}$/, '12 chiffres hexadécimaux attendus');

/** A machine writes `a-relire`, which the build refuses until an editor has read the entry. */
const relue = z.literal('relue', {
	error: 'à relire : lire les libellés, écrire le motif, puis « statut: relue »',
});

/** A map of blocs is shown as official: its source is a text, never a page that only repeats one. */
const sourceOfficielle = source.extend({
	nature: natureSource.exclude(['secondaire'], {
		error: ({ input }) =>
			input === 'secondaire'
				? 'une source secondaire ne fait pas une correspondance officielle ; citer le texte, ou retirer « blocs »'
				: undefined,
	}),
});

/** An editor's reading of competences; ids are relative to the two versions. */
export const lecture = z.strictObject({
	de: z.array(idCompetence),
	vers: z.array(idCompetence),
	nature,
	statut: relue,
	/** Why, in one French sentence. */
	motif: texte(1000),
	/** Why this reading stops a competence that two other readings, step by step, lead on (`domaine/comparaison/accord.ts`). */
	parEtapes: texte(1000).optional(),
	empreinte,
});

/** An editor's reading of two competences that share a part of what they ask without answering each other. */
export const parente = z.strictObject({
	de: idCompetence,
	vers: idCompetence,
	portee,
	statut: relue,
	/** The part that they share and the part that keeps them apart, in one French sentence. */
	motif: texte(1000),
	empreinte,
});

/** `content/correspondances/<de>--<vers>.yaml`: the official map of blocs, an editor's reading of the competences. */
export const correspondance = z.strictObject({
	de: idVersion,
	vers: idVersion,
	/** Dated, for the feed of changes. */
	reluLe: z.iso.date('date de la lecture attendue : 2026-01-31').optional(),
	/** Name or role of the reader, as the pages say it. */
	relecteur: texte(200).optional(),
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
