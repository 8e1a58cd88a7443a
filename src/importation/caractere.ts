/**
 * Characters by Unicode's own tables, not by a list of those that were met: what PDF and web pages carry along is
 * without end.
 */

/** No reader sees these: soft hyphens, zero widths, marks of direction, variation selectors, tags. */
const INVISIBLES = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
export const sansInvisibles = (texte: string): string => texte.replace(INVISIBLES, '');

/** White space as a reader sees it: each run is one space, invisible characters are nothing. */
export const espaces = (texte: string): string => sansInvisibles(texte).replace(/\s+/gu, ' ').trim();

/**
 * Glyphs that lead an item: symbols, arrows, the private use area where Word's symbol fonts stand. Degrees,
 * trademarks, « № » and the signs of arithmetic are symbols too, and belong to the text.
 */
const GLYPHE =
	'[[\\p{So}\\p{Sm}\\p{Co}\\u2022\\u2023\\u203b\\u2043\\u204c\\u204d]--[\\u0000-\\u00ff\\u2100-\\u214f\\u2200-\\u2218\\u221a-\\u22c4\\u22c6-\\u22ff\\ufffd]]';
/** A dash of any kind, the minus sign among them. */
const TIRET = '[\\p{Pd}\\u2212]';

/**
 * The mark at the head of a line. A dash needs white space or a letter after it (« -5 °C » is no item), `o` white
 * space and a letter: it is the second-level bullet of Word, set in Courier. « > 5 kW », « + 3 ans »: before a number
 * these two are words.
 */
export const PUCE = new RegExp(
	`^(?:(?:${GLYPHE}|[·‧])+|${TIRET}(?=[\\s\\p{L}])|[*](?=\\s)|o(?=\\s+\\p{L})|[+>](?=\\s+[^\\s\\d]))\\s*`,
	'v',
);
/** A glyph between two items that were printed on one line, or after the last. */
export const PUCE_INTERNE = new RegExp(`\\s${GLYPHE}(?=\\s|$)`, 'gv');
/** A line that is a glyph and nothing else: the bullet of the next line. */
export const PUCE_SEULE = new RegExp(`^\\s*(${GLYPHE})\\s*$`, 'v');

const APOSTROPHES = /[\u2018\u2019\u201b\u02b9\u02bc\u02c8\u2032\u00b4`\uff07]/gu;
const TIRETS = new RegExp(TIRET, 'gu');
/** The straight apostrophe and the plain hyphen for all that stands in their place. */
export const droits = (texte: string): string => texte.replace(APOSTROPHES, "'").replace(TIRETS, '-');

/** Ligatures that a font draws as one glyph; nothing else of Unicode's compatibility forms is touched. */
const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ft', ﬆ: 'st' };
export const sansLigatures = (texte: string): string => texte.replace(/[ﬀ-ﬆ]/gu, (l) => LIGATURES[l] ?? l);

/** « U+0007 », to name a character that must not be printed. */
export const nommer = (caractere: string): string =>
	`U+${(caractere.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * A text for a terminal or a message: what would move the cursor, hide or turn the words is named instead.
 * Ends of lines and tabs pass.
 */
export const montrable = (texte: string): string =>
	texte.replace(/[[\p{Cc}\p{Cf}\u2028\u2029]--[\n\t\u00ad]]/gv, (c) => `‹${nommer(c)}›`).replaceAll('\u00ad', '');

/** Windows-1252 where it differs from Latin-1: the characters U+0080 to U+009F of a text are nearly always of it. */
const CP1252 = new TextDecoder('windows-1252');
export const decoderC1 = (caractere: string): string => {
	const lu = CP1252.decode(Uint8Array.of(caractere.codePointAt(0) ?? 0));
	return /\p{Cc}/u.test(lu) ? '' : lu;
};
