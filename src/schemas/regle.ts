import { z } from 'zod';
import { cleSource } from './fait.ts';
import { texte } from './texte.ts';

/** Fields of every rule: the sentence of the body that states it (checked by the build) and its source. */
const ancre = { phrase: texte(5000), source: cleSource };

/** Rules to obtain a title, as typed facts. A rule that the document does not state is left out, never guessed. */
export const regles = z
	.strictObject({
		/** Years of experience asked of a candidate for the VAE. */
		experienceVae: z.strictObject({ ans: z.number().int().min(0).max(20), ...ancre }),
		/** How long an obtained CCP counts towards the title. */
		validiteCcp: z.discriminatedUnion('regime', [
			z.strictObject({ regime: z.literal('duree'), ans: z.number().int().positive(), ...ancre }),
			z.strictObject({ regime: z.literal('validite-du-titre'), ...ancre }),
		]),
		/** What becomes of obtained CCP when the title is revised. */
		revision: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Years left to complete the title after its end. */
		cloture: z.strictObject({ ans: z.number().int().positive(), ...ancre }),
		/** The file that the candidate presents. */
		dossier: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Who assesses a CCP in a course taken in separate parts (« parcours discontinu »). */
		evaluateursCcp: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Who decides that a VAE application is admissible. */
		recevabilite: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Years of experience asked of a candidate for a CCS. */
		experienceCcs: z.strictObject({ ans: z.number().int().min(0).max(20), ...ancre }),
		/** Who issues the parchment and the booklet. */
		delivrance: z.strictObject({ valeur: texte(1000), ...ancre }),
	})
	.partial();

export const cleRegle = regles.keyof();

export type Regles = z.infer<typeof regles>;
export type CleRegle = z.infer<typeof cleRegle>;
