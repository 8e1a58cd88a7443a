import { parTexte } from '../memo.ts';
import { apostropheDroite, sansAccents } from './normaliser.ts';

/**
 * Function words. « sans », « contre », « hors » and the like are left out: they change the meaning of a competence.
 */
const LISTE = `
	l' d' qu' n' s' c' j' m' t' jusqu' lorsqu' puisqu' quoiqu'
	le la les un une des du de au aux ce cet cette ces
	son sa ses leur leurs notre nos votre vos mon ma mes
	et ou ni et/ou que qui quoi dont où
	à en dans par pour sur sous vers chez avec entre lors afin ainsi selon dès puis donc
	il elle ils elles on y se soi lui eux nous vous
	est sont être été ayant a ont tout toute tous toutes tel telle tels telles même mêmes
	notamment etc e s ne trice
`;

/**
 * Folds a word: lower case, without accents, with straight apostrophes. Kept, since texts repeat their words, and a
 * comparison folds each word several times.
 */
export const replierMot = parTexte((mot) => sansAccents(apostropheDroite(mot)).toLowerCase());

const MOTS_OUTILS = new Set(LISTE.trim().split(/\s+/).map(replierMot));

/** Whether a word is a function word, in any case. */
export const estMotOutil = (mot: string): boolean => MOTS_OUTILS.has(replierMot(mot));
