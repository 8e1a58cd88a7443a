import { z } from 'zod';
import { page } from './epreuve.ts';
import { cleSource } from './fait.ts';
import { libelle, texte } from './texte.ts';

/** Changes since the version before, as a REAC states them: where it says so, and the activities of both. */
export const evolution = z.strictObject({
	page: page.optional(),
	/** Its paragraphs, where the source may be reproduced whole. */
	texte: z.array(texte(5000)).default([]),
	/** « Liste des activités »: those of the former title and of the new one, word for word; a list, not a map. */
	anciennes: z.array(libelle).default([]),
	nouvelles: z.array(libelle).default([]),
	source: cleSource,
});

export type Evolution = z.infer<typeof evolution>;
