import { z } from 'zod';
import { texte } from './texte.ts';

/** Front matter of `content/guides/<slug>.mdx`. */
export const guide = z.strictObject({
	titre: texte(150),
	description: z.string().min(40).max(160),
	/** Rank in the list of guides. */
	ordre: z.number().int().default(100),
});
