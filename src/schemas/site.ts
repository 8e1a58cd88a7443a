import { z } from 'zod';

const texte = z.string().nullable().default(null);

/** `content/site.yaml`: who publishes the site. Empty fields are said empty on the pages and warned of at build. */
export const site = z.strictObject({
	editeur: z
		.strictObject({ nom: texte, statut: texte, adresse: texte, contact: texte, directionPublication: texte })
		.prefault({}),
	hebergeur: z.strictObject({ nom: texte, adresse: texte, telephone: texte }).prefault({}),
});
export type Site = z.infer<typeof site>;
