import { z } from 'zod';
import { bloc, blocConnu } from './bloc.ts';
import { epreuves } from './epreuve.ts';
import { evolution } from './evolution.ts';
import { cleSource, code, date, fait } from './fait.ts';
import { ficheCompetence } from './fiche-competence.ts';
import { cleRegle, regles } from './regle.ts';
import { sources } from './source.ts';
import { intitule, libelle, texte } from './texte.ts';

/** `<sigle>-<year>`, lower case: `tsgri-2003`, `relieur-atlas-2018`. */
export const idVersion = z
	.string()
	.max(60, 'identifiant de plus de 60 signes')
	.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}$/, 'identifiant attendu : sigle-année, comme tsgri-2003');

/** Level in the framework used before 2019 (I to V) or since (1 to 8). */
export const niveau = z.enum(['I', 'II', 'III', 'IV', 'V', '1', '2', '3', '4', '5', '6', '7', '8']);

export const valeurNsf = z.string().regex(/^\d{3}( [a-z])?$/, 'code NSF attendu, comme « 326 » ou « 326 u »');
export const valeurRome = z.string().regex(/^([A-Z]\d{4}|\d{5})$/, 'code ROME attendu, comme « M1801 » ou « 32311 »');

/** Facts of any version, held or known. */
const faits = {
	sigle: z
		.string()
		.max(55, 'sigle de plus de 55 signes')
		.regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/, 'sigle attendu en capitales'),
	/** No document prints a sigle: this one is made from the words of the title, and pages say so. */
	sigleDeNotreFait: z.literal(true).optional(),
	/** Title word for word as in its document or source. */
	intitule,
	/** The same title in ordinary capitals and accents. */
	usuel: intitule.optional(),
	niveau: fait(niveau).optional(),
	nsf: z.array(fait(valeurNsf)).default([]),
	rome: z.array(z.strictObject({ valeur: valeurRome, libelle: texte(500).optional(), source: cleSource })).default([]),
	codes: z.array(code).default([]),
	/** First day. `note` says what that day is (publication, access, registration…). */
	debut: fait(date).optional(),
	/** First day on which it is no longer in force. `auPlusTard`: the source only states that it had ended by then. */
	fin: fait(date)
		.extend({ auPlusTard: z.literal(true).optional() })
		.optional(),
	/** Competences that the REAC sets apart from every bloc. */
	transversales: z.array(z.strictObject({ libelle, source: cleSource })).default([]),
	/** Exam of the title and of its blocs. Absent: not looked for yet, or no source says it. */
	epreuves: epreuves.optional(),
	/** Changes since the previous version, as stated by its REAC. */
	evolution: evolution.optional(),
	/** Fiche of each competence in the REAC: page and size, and the words only where they may be reproduced. */
	fiches: z.array(ficheCompetence).optional(),
	/** Other facts worth a line, each with its source. */
	remarques: z.array(fait(texte(2000))).default([]),
	/** Day on which it entered the catalogue: it dates the feed, the sitemap and citations, instead of the clock. */
	ajouteeLe: date.optional(),
	/** Dated changes since then, each as one French sentence written for readers of the feed. */
	changements: z.array(z.strictObject({ le: date, objet: texte(1000) })).optional(),
};

/** A correction made in the text of a source, for readers to see. `source` is omitted where there is one document. */
export const reparation = z.strictObject({
	source: z.string().min(1).optional(),
	/** Line of the document, from 1. */
	ligne: z.number().int().positive().optional(),
	avant: z.string(),
	apres: z.string(),
	motif: texte(1000),
});

/** Front matter of `content/titres/<version>.md`: a version whose text is held. The body is its official prose. */
export const versionDetenue = z.strictObject({
	...faits,
	sources,
	blocs: z.array(bloc).min(1, 'liste vide ; écrire au moins un bloc'),
	regles: regles.default({}),
	/** Rules that an editor looked for in the whole text and did not find. It is never assumed of an absent rule. */
	aucune: z.array(cleRegle).default([]),
	reparations: z.array(reparation).default([]),
	/** Passages that only one of several transcriptions of the document has. */
	attributions: z.array(z.strictObject({ texte: texte(5000), source: z.string().min(1) })).default([]),
});

/** A version whose text is not held. It is written in its `lignees/` file and cites the sources of that file. */
export const versionConnue = z.strictObject({ id: idVersion, ...faits, blocs: z.array(blocConnu).default([]) });

export type VersionDetenue = z.infer<typeof versionDetenue>;
export type VersionConnue = z.infer<typeof versionConnue>;
export type Niveau = z.infer<typeof niveau>;
