import { z } from 'zod';
import { idCompetence } from './bloc.ts';
import { page } from './epreuve.ts';
import { cleSource } from './fait.ts';
import { texte } from './texte.ts';

/** The four headings of a fiche. `savoirs` is the last one, which covers both savoir-faire and savoirs. */
export const genreRubrique = z.enum(['description', 'contextes', 'criteres', 'savoirs']);

/** One heading of a « fiche compétence professionnelle »: its page, and how much it contains. */
export const rubrique = z.strictObject({
	genre: genreRubrique,
	/** Number of paragraphs or list items under the heading. */
	nombre: z.int().min(0).max(1000),
	page,
	/** These paragraphs, kept only where the source may be reproduced in full. */
	texte: z.array(texte(5000)).default([]),
});

/** The « fiche compétence professionnelle » of a REAC for one competence. Each heading occurs once. */
export const ficheCompetence = z.strictObject({
	competence: idCompetence,
	page,
	rubriques: z.array(rubrique).superRefine((liste, ctx) => {
		for (const [i, { genre, nombre, texte }] of liste.entries()) {
			if (liste.findIndex((r) => r.genre === genre) < i)
				ctx.addIssue({ code: 'custom', path: [i, 'genre'], message: `deux rubriques « ${genre} » ; en garder une` });
			if (texte.length && texte.length !== nombre)
				ctx.addIssue({
					code: 'custom',
					path: [i, 'nombre'],
					message: `${nombre} ne compte pas les paragraphes de « texte » ; écrire ${texte.length}`,
				});
		}
	}),
	source: cleSource,
});

export type GenreRubrique = z.infer<typeof genreRubrique>;
export type Rubrique = z.infer<typeof rubrique>;
export type FicheCompetence = z.infer<typeof ficheCompetence>;
