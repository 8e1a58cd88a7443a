/** A word or punctuation mark, with its position in the text. */
export type Jeton = { texte: string; debut: number; fin: number; mot: boolean };

/** Elided words, with their apostrophe: « l’ », « d’ », « qu’ ». */
const ELISION = String.raw`(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=[\p{L}\p{N}])`;
/** Letters, digits, and invisible characters inside words: soft hyphens and zero-width joiners. */
const LETTRE = String.raw`[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]`;
/** Letters and digits, joined by hyphens, slashes, inner apostrophes (« aujourd’hui ») and stops between digits. */
const MOT = String.raw`${LETTRE}+(?:(?:[-‐‑/&+'’ʼ]|(?<=\p{N})[.,](?=\p{N}))${LETTRE}+)*`;
/** Not `Intl.Segmenter('fr')`, which keeps « d’une » whole but splits « n-tiers » and « TCP/IP ». */
const JETON = new RegExp(`${ELISION}|${MOT}|\\.{3}|\\S`, 'giu');
const EST_MOT = /[\p{L}\p{N}]/u;

/** Words and punctuation marks of a text, in order. Only white space lies between them. */
export const tokeniser = (texte: string): Jeton[] =>
	Array.from(texte.matchAll(JETON), ({ 0: mot, index }) => ({
		texte: mot,
		debut: index,
		fin: index + mot.length,
		mot: EST_MOT.test(mot),
	}));
