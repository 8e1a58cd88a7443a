import { z } from 'zod';
import { idBloc } from './bloc.ts';
import { cleSource } from './fait.ts';
import { texte } from './texte.ts';

/** The kinds of modality that the referentials name; `autre` keeps the words of its document and no more. */
export const genreModalite = z.enum([
	'mise-en-situation',
	'presentation-projet',
	'entretien-technique',
	'questionnaire',
	'questionnement-productions',
	'entretien-final',
	'autre',
]);

/** A whole number of minutes; what lasts longer than a week was misread. */
const minutes = z.int().min(1).max(10_080);
/** Page of the document, from 1, as its file numbers them. */
export const page = z.int().min(1).max(5000);

/** One modality of an exam. Without `minutes`, its source does not say how long it lasts. */
export const modalite = z.strictObject({
	/** Its name as the document prints it. */
	nom: texte(300),
	genre: genreModalite,
	minutes: minutes.optional(),
	/** Parts of the duration: preparation, presentation…; they add nothing to `minutes`. */
	parties: z.array(z.strictObject({ nom: texte(300), minutes: minutes.optional() })).default([]),
	/** How many competences the document says that it assesses. */
	competences: z.int().min(1).max(500).optional(),
	page: page.optional(),
});

/** The exam of a title, or of one of its blocs, as its document lists it: a modality that it leaves out is not there. */
export const epreuve = z.strictObject({
	/** `titre`, or the bloc: `ccp-1`, `ccs-1`. */
	pour: z.union([z.literal('titre'), idBloc]),
	/** Empty where the source gives the whole duration alone. */
	modalites: z.array(modalite).default([]),
	/** Whole duration for the candidate, as printed; whether it is the sum of its modalities is for the reader to see. */
	total: minutes.optional(),
	/** How long those who assess are present, as printed; `qui` where they are not the jury (« binôme évaluateurs »). */
	jury: z.strictObject({ minutes, qui: texte(200).optional(), page: page.optional() }).optional(),
	page: page.optional(),
	source: cleSource,
});

/** Exams of one version, each of the title or of a bloc once. */
export const epreuves = z.array(epreuve).superRefine((liste, ctx) => {
	for (const [i, { pour, modalites, total }] of liste.entries()) {
		if (!modalites.length && total === undefined)
			ctx.addIssue({ code: 'custom', path: [i, 'modalites'], message: 'au moins une modalité, ou un total' });
		if (liste.findIndex((e) => e.pour === pour) < i)
			ctx.addIssue({ code: 'custom', path: [i, 'pour'], message: `deux épreuves pour « ${pour} » ; en garder une` });
	}
});

export type GenreModalite = z.infer<typeof genreModalite>;
export type Modalite = z.infer<typeof modalite>;
export type Epreuve = z.infer<typeof epreuve>;
