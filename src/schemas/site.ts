import { z } from 'zod';

const texte = z.string().nullable().default(null);

/** `content/site.yaml`: who publishes the site. Pages say which fields are missing, and the build warns about them. */
export const site = z.strictObject({
	editeur: z
		.strictObject({ nom: texte, statut: texte, adresse: texte, contact: texte, directionPublication: texte })
		.prefault({}),
	hebergeur: z.strictObject({ nom: texte, adresse: texte, telephone: texte }).prefault({}),
});
export type Site = z.infer<typeof site>;
