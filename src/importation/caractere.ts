/** Characters are recognised by Unicode properties, not by lists: PDF files and web pages contain any of them. */

/** Invisible characters: soft hyphens, zero widths, bidirectional marks, variation selectors, tags. */
const INVISIBLES = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
export const sansInvisibles = (texte: string): string => texte.replace(INVISIBLES, '');

/** Collapses white space and removes invisible characters. */
export const espaces = (texte: string): string => sansInvisibles(texte).replace(/\s+/gu, ' ').trim();

/**
 * Glyphs used as bullets: symbols, arrows, and the private use area, where Word's symbol fonts are. Degrees,
 * trademarks, « № » and arithmetic signs are symbols too, but belong to the text.
 */
export const GLYPHE =
	'[[\\p{So}\\p{Sm}\\p{Co}\\u2022\\u2023\\u203b\\u2043\\u204c\\u204d]--[\\u0000-\\u00ff\\u2100-\\u214f\\u2200-\\u2218\\u221a-\\u22c4\\u22c6-\\u22ff\\ufffd]]';
/** Any dash, or the minus sign. */
const TIRET = '[\\p{Pd}\\u2212]';

/**
 * List mark at the start of a line. A dash needs a space or a letter after it (« -5 °C » is no item); `o`, the
 * second-level bullet of Word in Courier, needs a space and a letter. + and > before a number are text: « > 5 kW », « +
 * 3 ans ». Copied bullets of symbol fonts become « § », « Ø », « ü », « v »… before a capital.
 */
export const PUCE = new RegExp(
	`^(?:(?:${GLYPHE}|[·‧])+|${TIRET}(?=[\\s\\p{L}])|[*](?=\\s)|\\[[ xX]\\](?=\\s)|o(?=\\s+\\p{L})|[+>](?=\\s+[^\\s\\d])|[_¤§√.ØüŸvq](?=\\s+\\p{Lu}))\\s*`,
	'v',
);
/** A bullet between two items on one line, or after the last one. */
export const PUCE_INTERNE = new RegExp(`\\s${GLYPHE}(?=\\s|$)`, 'gv');
/** A line that is only a bullet, which belongs to the next line. */
export const PUCE_SEULE = new RegExp(`^\\s*(${GLYPHE})\\s*$`, 'v');

const APOSTROPHES = /[\u2018\u2019\u201b\u02b9\u02bc\u02c8\u2032\u00b4`\uff07]/gu;
const TIRETS = new RegExp(TIRET, 'gu');
/** Replaces the variants of apostrophes and hyphens by the plain ones. */
export const droits = (texte: string): string => texte.replace(APOSTROPHES, "'").replace(TIRETS, '-');

/** Ligatures that a font draws as one glyph. Other compatibility characters are not changed. */
const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ft', ﬆ: 'st' };
export const sansLigatures = (texte: string): string => texte.replace(/[ﬀ-ﬆ]/gu, (l) => LIGATURES[l] ?? l);

/** Name of a character that must not be printed: « U+0007 ». */
export const nommer = (caractere: string): string =>
	`U+${(caractere.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Makes a text safe for a terminal or a message: names the characters that would move the cursor, hide text or change
 * its direction. Line ends and tabs are kept.
 */
export const montrable = (texte: string): string =>
	texte.replace(/[[\p{Cc}\p{Cf}\u2028\u2029]--[\n\t\u00ad]]/gv, (c) => `‹${nommer(c)}›`).replaceAll('\u00ad', '');

/** UTF-8 read as Windows-1252 (« Ã© » for « é »), with the rest of its word. */
const MAL_DECODE = /\p{L}*(?:Ã[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]|â€|Â[\u00a0-\u00bf])\p{L}*/u;

/** What proves that the letters of a text are not those of its document; undefined if nothing does. */
export const defautDe = (texte: string): string | undefined => {
	if (texte.includes('\ufffd')) return 'une lettre est perdue (U+FFFD, « \ufffd »)';
	if (/[\u202d\u202e]/u.test(texte))
		return 'un signe invisible (U+202D, U+202E) en montre les lettres dans un autre ordre';
	const mot = MAL_DECODE.exec(texte)?.[0];
	return mot && `accents mal décodés (« ${mot} »)`;
};

/** Windows-1252 differs from Latin-1 in U+0080 to U+009F: such characters in a text almost always come from it. */
const CP1252 = new TextDecoder('windows-1252');
export const decoderC1 = (caractere: string): string => {
	const lu = CP1252.decode(Uint8Array.of(caractere.codePointAt(0) ?? 0));
	return /\p{Cc}/u.test(lu) ? '' : lu;
};
