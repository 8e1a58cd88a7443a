import { z } from 'zod';
import { texte } from './texte.ts';

/**
 * `content/lexique.yaml`: phrases of the trades that name one concept. The automatic alignment replaces the longest
 * phrase that matches by its concept.
 */
export const lexique = z.array(
	z
		.strictObject({
			/** Short name of the concept, shown in explanations. */
			concept: z.string().regex(/^[a-z0-9-]+$/, 'minuscules, chiffres et tirets attendus'),
			termes: z.array(texte(200)).min(2),
			/**
			 * `synonymes`: each phrase can always replace the others, so that a link may be proposed because of the line
			 * alone; without it the line only raises the similarity of labels. `support`: verbs that add nothing to the noun
			 * that follows.
			 */
			emploi: z.enum(['synonymes', 'support']).optional(),
			/** Phrases of the line that only raise the similarity of labels, because they also have another meaning. */
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
