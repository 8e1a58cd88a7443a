import { z } from 'zod';

/** One term or abbreviation of `content/glossaire.yaml`. */
export const terme = z.strictObject({
	/** Slug, also the anchor in `/glossaire/`. */
	id: z.string().regex(/^[a-z0-9-]+$/),
	terme: z.string().min(1),
	/** What an abbreviation stands for. */
	developpe: z.string().min(1).optional(),
	/** One or two sentences of ours, for someone who has never met the term. */
	definition: z.string().min(1),
	/** Other forms that the documents use. */
	formes: z.array(z.string().min(1)).default([]),
	/** Ids of related terms. */
	voir: z.array(z.string()).default([]),
});
export const glossaire = z.array(terme);
export type Terme = z.infer<typeof terme>;
