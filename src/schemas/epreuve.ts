import { z } from 'zod';
import { idBloc } from './bloc.ts';
import { cleSource } from './fait.ts';
import { texte } from './texte.ts';

/** Kinds of modality named by the referentials. `autre` is any modality that fits none of them. */
export const genreModalite = z.enum([
	'mise-en-situation',
	'presentation-projet',
	'entretien-technique',
	'questionnaire',
	'questionnement-productions',
	'entretien-final',
	'autre',
]);

/** A whole number of minutes. A duration of more than a week is a misreading. */
const minutes = z.int().min(1).max(10_080);
/** Page of the document, from 1, counted by the PDF file rather than by printed numbers. */
export const page = z.int().min(1).max(5000);

/** One modality of an exam. Without `minutes`, its source does not say how long it lasts. */
export const modalite = z.strictObject({
	/** Its name as the document prints it. */
	nom: texte(300),
	genre: genreModalite,
	minutes: minutes.optional(),
	/** Parts of `minutes` (preparation, presentation…), already included in it. */
	parties: z.array(z.strictObject({ nom: texte(300), minutes: minutes.optional() })).default([]),
	/** How many competences the modality assesses, according to the document. */
	competences: z.int().min(1).max(500).optional(),
	page: page.optional(),
});

/** Exam of a title or of one of its blocs. It has only the modalities that the document lists. */
export const epreuve = z.strictObject({
	/** `titre`, or the bloc: `ccp-1`, `ccs-1`. */
	pour: z.union([z.literal('titre'), idBloc]),
	/** Empty where the source gives only the total duration. */
	modalites: z.array(modalite).default([]),
	/** Total duration for the candidate, as printed. It may differ from the sum of the modalities. */
	total: minutes.optional(),
	/** How long the assessors are present, as printed. `qui`: where they are not the jury (« binôme évaluateurs »). */
	jury: z.strictObject({ minutes, qui: texte(200).optional(), page: page.optional() }).optional(),
	page: page.optional(),
	source: cleSource,
});

/** Exams of one version: at most one for the title and one for each bloc. */
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
