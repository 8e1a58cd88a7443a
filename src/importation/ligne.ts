import { contientHtml, lignesVues } from './html.ts';

/** A non-blank line of a document, with what its layout says. */
export type Ligne = {
	/** Rank in the document, from 1, blank lines counted. Two items printed on one line share it. */
	readonly numero: number;
	/** The text alone: list mark, Markdown marks and runs of white space taken off. */
	readonly texte: string;
	/** The list mark that led the line, if any. */
	readonly puce: string | null;
	/** White space before the line, in characters. */
	readonly retrait: number;
	/** Blank lines between the line before and this one. */
	readonly blancs: number;
	/** Level of a Markdown heading, 0 for none. */
	readonly diese: number;
	/** The whole line stands between Markdown's bold or italic marks. */
	readonly gras: boolean;
	/** Length of the printed line, to tell a wrapped line from a short one. */
	readonly longueur: number;
};

/** Glyphs that lead an item, those that Word's symbol fonts leave in the private use area among them. */
const GLYPHES = '•●○◦▪▫■□◼◻►▶➢➤✓✔❖♦◆‣⁃∙\uf000-\uf0ff';
/**
 * A dash needs white space or a letter after it (« -5 °C » is no item), `o` white space and a letter: it is the
 * second-level bullet of Word, set in Courier. « > 5 kW », « + 3 ans »: before a number these two are words.
 */
const PUCE = new RegExp(
	`^(?:[${GLYPHES}·→⇒]+|[-–—―](?=[\\s\\p{L}])|[*](?=\\s)|o(?=\\s+\\p{L})|[+>](?=\\s+[^\\s\\d]))\\s*`,
	'u',
);
const PUCE_INTERNE = new RegExp(`\\s[${GLYPHES}]\\s`, 'gu');
const INVISIBLES = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** White space as a reader sees it: no-break spaces, tabs and form feeds are spaces, zero-width marks nothing. */
export const espaces = (texte: string): string => texte.replace(INVISIBLES, '').replace(/\s+/gu, ' ').trim();

/** Lines of a text, as printed: CRLF, CR and LF end a line; combining accents are put together (NFC). */
export const lignesBrutes = (texte: string): string[] =>
	texte
		.replace(/^\ufeff/u, '')
		.normalize('NFC')
		.split(/\r\n|\r|\n/u);

/** Takes the marks of Markdown off one line; what remains is what a reader of the rendered page would read. */
export const sansMarkdown = (texte: string): string =>
	texte
		.replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gu, '$1')
		.replace(/\*\*/gu, ' ')
		.replace(/(?<![\p{L}\p{N}_])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}_])/gu, '$1')
		.replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>~|])/gu, '$1');

/** A line without a letter or a digit: blank, or a rule drawn across the page. */
export const sansMot = (texte: string): boolean => !/[\p{L}\p{N}]/u.test(texte);

/** Reads the non-blank lines of a text. */
export const lireLignes = (brutes: readonly string[]): Ligne[] => {
	const lignes: Ligne[] = [];
	const html = brutes.some(contientHtml);
	let blancs = 0;
	brutes.forEach((brute, i) => {
		const vues = cellules(brute) ?? (html ? lignesVues(brute) : [brute]);
		vues.forEach((vue, rang) => {
			// A tag that ends a line ends a paragraph: the source has no hard wraps then.
			if (rang > 0) blancs++;
			if (sansMot(vue)) {
				blancs++;
				return;
			}
			for (const morceau of decouperItems(vue)) {
				lignes.push(lireLigne(morceau, i + 1, blancs));
				blancs = 0;
			}
		});
	});
	return lignes;
};

/** The cells of a row of a Markdown table, each a line of its own. */
const cellules = (brute: string): string[] | undefined =>
	/^\s*\|.*\|\s*$/u.test(brute) ? brute.split(/(?<!\\)\|/u).map((c) => c.replaceAll('\\|', '|')) : undefined;

/** « • Souder • Braser », « **INFORMATIONS REQUISES**Intitulé : »: two lines that were printed as one. */
const decouperItems = (brute: string): string[] => {
	const titre = /^\s*\*\*[^*]+\*\*(?=\p{Lu}\p{Ll})/u.exec(brute)?.[0];
	if (titre) return [titre, ...decouperItems(brute.slice(titre.length))];
	const morceaux: string[] = [];
	let debut = 0;
	for (const { index } of brute.matchAll(PUCE_INTERNE)) {
		if (sansMot(brute.slice(debut, index))) continue;
		morceaux.push(brute.slice(debut, index));
		debut = index;
	}
	return [...morceaux, brute.slice(debut)];
};

const lireLigne = (brute: string, numero: number, blancs: number): Ligne => {
	// A form feed opens a page: it is no indentation.
	const plate = brute.replace(INVISIBLES, '').replace(/\f/gu, '').replace(/\s/gu, ' ');
	let reste = plate.trim();
	const diese = /^(#{1,6})\s+/u.exec(reste)?.[1]?.length ?? 0;
	if (diese > 0) reste = reste.slice(diese).trim();
	let puce: string | null = null;
	// A Markdown transcription prints « - o item »: every mark in a row is taken off.
	for (let m = PUCE.exec(reste); m && !sansMot(reste.slice(m[0].length)); m = PUCE.exec(reste)) {
		puce = (puce ?? '') + m[0].trim();
		reste = reste.slice(m[0].length);
	}
	return {
		numero,
		texte: espaces(sansMarkdown(reste)),
		puce,
		retrait: plate.length - plate.trimStart().length,
		blancs,
		diese,
		gras: /^(\*\*|__)\S.*\S\1[\s.:;]*$/u.test(reste) || /^\*[^*\s][^*]*\*[\s.:;]*$/u.test(reste),
		longueur: plate.trim().length,
	};
};
