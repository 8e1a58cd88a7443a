import { z } from 'zod';
import { nature, statut } from '../correspondance.ts';

const ids = z.array(z.string());

/** `/donnees/comparaisons/<de>--<vers>.json` */
export const comparaisonPubliee = z
	.strictObject({
		de: z.string().describe('La version ancienne.'),
		vers: z.string().describe('La version récente.'),
		blocs: z
			.array(
				z.strictObject({
					de: ids.min(1),
					vers: ids.describe('Vide : le texte dit « Néant ».'),
					statut: z.literal('officielle'),
					source: z.string().describe('Le texte et l’article qui le disent.'),
				}),
			)
			.describe('Correspondance officielle des blocs ; vide quand aucun texte n’a été trouvé.'),
		competences: z
			.array(
				z.strictObject({
					nature: nature.nullable().describe('Nul quand rien n’est affirmé (statut « a-verifier »).'),
					de: ids,
					vers: ids,
					deplacee: z
						.boolean()
						.nullable()
						.describe('La compétence a quitté le bloc auquel le sien correspond ; nul : sans objet.'),
					statut: statut.exclude(['officielle']).describe('Aucun texte officiel ne fait correspondre des compétences.'),
					score: z.number().nullable().describe('Proximité calculée, de 0 à 1 ; nul pour une lecture relue.'),
					motif: z.string().nullable().describe('Pourquoi, d’après un éditeur ; nul pour un calcul.'),
					candidats: z.array(z.strictObject({ de: z.string(), vers: z.string(), score: z.number() })),
				}),
			)
			.describe('Chaque compétence des deux versions, dans une entrée et une seule.'),
	})
	.describe('Ce que devient chaque bloc et chaque compétence d’une version à une autre.');

export type ComparaisonPubliee = z.infer<typeof comparaisonPubliee>;
