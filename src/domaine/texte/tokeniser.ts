/** A word or a punctuation mark, at its place in the text it was read from. */
export type Jeton = { texte: string; debut: number; fin: number; mot: boolean };

/** Words whose vowel is elided; the apostrophe belongs to them: « l’ », « d’ », « qu’ ». */
const ELISION = String.raw`(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=[\p{L}\p{N}])`;
/** Letters, digits, and what no one sees inside a word: the soft hyphen, the joiners of no width. */
const LETTRE = String.raw`[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]`;
/** Letters and digits, joined by hyphens, slashes, inner apostrophes (« aujourd’hui ») and stops between digits. */
const MOT = String.raw`${LETTRE}+(?:(?:[-‐‑/&+'’ʼ]|(?<=\p{N})[.,](?=\p{N}))${LETTRE}+)*`;
/** `Intl.Segmenter('fr')` keeps « d’une » whole and cuts « n-tiers » and « TCP/IP »; a reader wants the opposite. */
const JETON = new RegExp(`${ELISION}|${MOT}|\\.{3}|\\S`, 'giu');
const EST_MOT = /[\p{L}\p{N}]/u;

/** Words and punctuation marks of a text, in order; what lies between two of them is white space only. */
export const tokeniser = (texte: string): Jeton[] =>
	Array.from(texte.matchAll(JETON), ({ 0: mot, index }) => ({
		texte: mot,
		debut: index,
		fin: index + mot.length,
		mot: EST_MOT.test(mot),
	}));
