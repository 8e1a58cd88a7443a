import { z } from 'zod';
import { texte } from './texte.ts';

/**
 * `content/lexique.yaml`: phrases of the trades that name one concept. Each entry is a list of phrases in their
 * ordinary form; the automatic alignment reads the longest match of any as the same term.
 */
export const lexique = z.array(
	z
		.strictObject({
			/** Short name of the concept, shown in explanations. */
			concept: z.string().regex(/^[a-z0-9-]+$/, 'minuscules, chiffres et tirets attendus'),
			termes: z.array(texte(200)).min(2),
			/**
			 * `synonymes`: each phrase can always replace the others, so that a link may be proposed on the strength of the
			 * line; without it the line only brings labels nearer. `support`: verbs that only carry the noun that follows.
			 */
			emploi: z.enum(['synonymes', 'support']).optional(),
			/** Phrases of the line that only bring labels nearer, since they mean something else beside other words. */
			sauf: z.array(texte(200)).min(1).optional(),
		})
		.superRefine(({ termes, emploi, sauf = [] }, ctx) => {
			if (sauf.length > 0 && !emploi)
				ctx.addIssue({ code: 'custom', path: ['sauf'], message: 'sans objet sans « emploi » ; retirer « sauf »' });
			for (const [i, terme] of sauf.entries())
				if (!termes.includes(terme))
					ctx.addIssue({
						code: 'custom',
						path: ['sauf', i],
						message: `« ${terme} » n’est pas parmi les termes de la ligne ; l’écrire comme eux, ou le retirer`,
					});
		}),
);

export type Lexique = z.infer<typeof lexique>;
