import { z } from 'zod';
import { page } from './epreuve.ts';
import { cleSource } from './fait.ts';
import { libelle, texte } from './texte.ts';

/** Changes since the previous version, as stated by a REAC. */
export const evolution = z.strictObject({
	page: page.optional(),
	/** Paragraphs of the section, kept only where the source may be reproduced in full. */
	texte: z.array(texte(5000)).default([]),
	/**
	 * « Liste des activités »: labels of the former and of the new title, word for word. These are two lists, not a map.
	 */
	anciennes: z.array(libelle).default([]),
	nouvelles: z.array(libelle).default([]),
	source: cleSource,
});

export type Evolution = z.infer<typeof evolution>;
