import { apostropheDroite, sansAccents } from './normaliser.ts';

/**
 * Words that carry grammar and no subject. « sans », « contre », « hors » and the like are not among them: they
 * change what a competence is.
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

/** Words met so far: texts repeat theirs, and each is folded several times on its way through a comparison. */
const PLIES = new Map<string, string>();

/** Case and accents aside, with a straight apostrophe: the form in which words are compared. */
export const replierMot = (mot: string): string => {
	const connu = PLIES.get(mot);
	if (connu !== undefined) return connu;
	const plie = sansAccents(apostropheDroite(mot)).toLowerCase();
	PLIES.set(mot, plie);
	return plie;
};

const MOTS_OUTILS = new Set(LISTE.trim().split(/\s+/).map(replierMot));

/** Whether a word is a tool of grammar, whatever its case. */
export const estMotOutil = (mot: string): boolean => MOTS_OUTILS.has(replierMot(mot));
