import { z } from 'zod';
import { cleSource } from './fait.ts';
import { texte } from './texte.ts';

/** Fields of every rule: the sentence of the official text that states it (the build checks that it stands there). */
const ancre = { phrase: texte(5000), source: cleSource };

/** Rules to obtain a title, as typed facts; a rule that the document does not state is left out, never guessed. */
export const regles = z
	.strictObject({
		/** Years of experience asked of a candidate for the VAE. */
		experienceVae: z.strictObject({ ans: z.number().int().min(0).max(20), ...ancre }),
		/** Time during which an obtained CCP counts towards the title. */
		validiteCcp: z.discriminatedUnion('regime', [
			z.strictObject({ regime: z.literal('duree'), ans: z.number().int().positive(), ...ancre }),
			z.strictObject({ regime: z.literal('validite-du-titre'), ...ancre }),
		]),
		/** Fate of the CCP when the title is revised. */
		revision: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Years left to complete the title after it has been closed. */
		cloture: z.strictObject({ ans: z.number().int().positive(), ...ancre }),
		/** The file that the candidate presents. */
		dossier: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Assessor of a CCP of a discontinuous course. */
		evaluateursCcp: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Authority that notifies that a VAE is admissible. */
		recevabilite: z.strictObject({ valeur: texte(1000), ...ancre }),
		/** Experience asked of a candidate for a CCS, where the text states one. */
		experienceCcs: z.strictObject({ ans: z.number().int().min(0).max(20), ...ancre }),
		/** Authority that delivers the parchment and the booklet. */
		delivrance: z.strictObject({ valeur: texte(1000), ...ancre }),
	})
	.partial();

export const cleRegle = regles.keyof();

export type Regles = z.infer<typeof regles>;
export type CleRegle = z.infer<typeof cleRegle>;
