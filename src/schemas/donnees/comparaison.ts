import { z } from 'zod';
import { nature, portee, statutCompetence } from '../correspondance.ts';
import { idVersion } from '../version.ts';
import { etatAu, idBlocPublie, idCompetencePubliee as idCompetence, mots } from './catalogue.ts';

const ids = z.array(idCompetence);
const statut = statutCompetence.describe('Aucun texte officiel ne fait correspondre des compétences.');
const proximite = z.number().min(0).max(1);
const score = proximite.nullable().describe('Proximité calculée, de 0 à 1 ; nul pour une lecture relue.');
const motif = mots.nullable().describe('Pourquoi, d’après la rédaction ; nul pour un calcul.');

/** Two competences that the automatic alignment finds similar, without claiming that they correspond. */
export const candidat = z.strictObject({ de: idCompetence, vers: idCompetence, score: proximite });

/** A correspondence of blocs that an official text states, with full ids. */
const lienBlocs = z.strictObject({
	de: z.array(idBlocPublie).min(1),
	vers: z.array(idBlocPublie).describe('Vide : le texte dit « Néant ».'),
	statut: z.literal('officielle'),
	source: mots.describe('Le texte et l’article qui le disent.'),
});

/**
 * What the automatic alignment observed of a competence that it linked to none. It never claims an absence: `proche` is
 * null when no similar label was found.
 */
export const observation = z.strictObject({
	proche: idCompetence
		.nullable()
		.describe('Compétence de l’autre version dont le libellé est le plus proche ; nul : aucun libellé proche.'),
	relieeA: ids.describe('Compétences auxquelles cette plus proche est déjà reliée ; vide : à aucune.'),
});

/** One entry of a comparison, with full ids. With `statut: a-verifier`, `de` and `vers` hold the best guess. */
const entreeComparee = z.strictObject({
	nature: nature.nullable().describe('Nul quand rien n’est affirmé (statut « a-verifier »).'),
	de: ids,
	vers: ids,
	deplacee: z
		.boolean()
		.nullable()
		.describe('La compétence a quitté le bloc auquel le sien correspond ; nul : sans objet.'),
	statut,
	score,
	motif,
	candidats: z.array(candidat),
	observation: observation
		.optional()
		.describe('Ce qu’un calcul a observé d’une compétence qu’il laisse seule ; absent : sans objet.'),
});

/** Two competences that share part of what they ask without corresponding. */
const parentePubliee = z.strictObject({
	de: idCompetence,
	vers: idCompetence,
	portee: portee.describe(
		'De l’ancienne à la récente : « incluse », la récente demande cela et davantage ; « contenue », elle n’en garde qu’une part ; « voisine », elles se recoupent.',
	),
	statut,
	score,
	motif,
});

/** Who read the entries that are `relue` (name or role), and on what day. */
const lecture = z.strictObject({ par: mots.nullable(), le: z.iso.date().nullable() });

/** Fate of each bloc and competence. The published file adds the day of the facts (`etatAu`). */
export const comparaison = z
	.strictObject({
		de: idVersion.describe('La version ancienne.'),
		vers: idVersion.describe('La version récente.'),
		blocs: z.array(lienBlocs).describe('Correspondance officielle des blocs ; vide quand aucun texte n’a été trouvé.'),
		competences: z.array(entreeComparee).describe('Chaque compétence des deux versions, dans une entrée et une seule.'),
		parentes: z
			.array(parentePubliee)
			.describe('Compétences qui partagent une part de ce qu’elles demandent sans se correspondre.'),
		lecture: lecture.optional().describe('Qui a lu ce qui est « relue », et quand ; absent quand rien ne l’est.'),
	})
	.describe('Ce que devient chaque bloc et chaque compétence d’une version à une autre.');

/** `/donnees/comparaisons/<de>--<vers>.json` */
export const comparaisonPubliee = comparaison.extend({ etatAu }).describe(comparaison.description ?? '');

export type Observation = z.infer<typeof observation>;
export type Candidat = z.infer<typeof candidat>;
export type LienBlocs = z.infer<typeof lienBlocs>;
export type Parente = z.infer<typeof parentePubliee>;
export type Entree = z.infer<typeof entreeComparee>;
export type Comparaison = z.infer<typeof comparaison>;
