import { z } from 'zod';
import { texte } from './texte.ts';

/** One term or abbreviation of `content/glossaire.yaml`. */
export const terme = z.strictObject({
	/** Slug, also the anchor in `/glossaire/`. */
	id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'minuscules, chiffres et tirets attendus'),
	terme: texte(200),
	/** Full form of an abbreviation. */
	developpe: texte(500).optional(),
	/** Definition in one or two sentences, written by the project for someone who has never met the term. */
	definition: texte(3000),
	/** Other spellings found in the documents or on the pages. */
	formes: z.array(texte(200)).default([]),
	/** Ids of related terms. */
	voir: z.array(z.string()).default([]),
});
export const glossaire = z.array(terme);
export type Terme = z.infer<typeof terme>;
