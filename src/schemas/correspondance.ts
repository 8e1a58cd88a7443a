import { z } from 'zod';
import { idBloc, idCompetence } from './bloc.ts';
import { source } from './source.ts';
import { texte } from './texte.ts';
import { idVersion } from './version.ts';

/** What became of a competence: by the number of competences on each side, see `CARDINALITES`. */
export const nature = z.enum([
	'identique',
	'reformulee',
	'scindee',
	'fusionnee',
	'recomposee',
	'sans-suite',
	'nouvelle',
]);

/** How far a correspondence can be trusted; `officielle` is for blocs only, since no text of law maps competences. */
export const statut = z.enum(['officielle', 'relue', 'proposee', 'a-verifier']);

/** What can be said of a correspondence of competences: by its type, never that a text of law makes it. */
export const statutCompetence = statut.exclude(['officielle']);

/** An editor's reading of competences; ids are relative to the two versions. */
export const lecture = z.strictObject({
	de: z.array(idCompetence),
	vers: z.array(idCompetence),
	nature,
	statut: z.literal('relue'),
	/** Why, in one French sentence. */
	motif: texte(1000),
	/** Hash of the labels that were read (`domaine/comparaison/empreinte.ts`); the build refuses a stale one. */
	empreinte: z
		.string({ error: 'empreinte à écrire entre guillemets : YAML lit un nombre dans certaines' })
		.regex(/^[0-9a-f]{12}$/, '12 chiffres hexadécimaux attendus'),
});

/** `content/correspondances/<de>--<vers>.yaml`: the official map of blocs, an editor's reading of the competences. */
export const correspondance = z.strictObject({
	de: idVersion,
	vers: idVersion,
	/** Dated, for the feed of changes. */
	reluLe: z.iso.date().optional(),
	blocs: z
		.strictObject({
			source,
			/** The article that maps the blocs. */
			article: texte(500),
			/** `vers: []` is the « Néant » of the arrêté. */
			liens: z.array(z.strictObject({ de: z.array(idBloc).min(1), vers: z.array(idBloc) })).min(1),
		})
		.optional(),
	competences: z.array(lecture).optional(),
});

export type Nature = z.infer<typeof nature>;
export type Statut = z.infer<typeof statut>;
export type StatutCompetence = z.infer<typeof statutCompetence>;
export type Lecture = z.infer<typeof lecture>;
export type Correspondance = z.infer<typeof correspondance>;
