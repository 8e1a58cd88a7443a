import { fromHtml } from 'hast-util-from-html';
import { decoderC1 } from './caractere.ts';
import { Refus } from './refus.ts';

/**
 * Tags found in Légifrance's Markdown: those that end a line (`COUPENT`), and those that only style it (`HABILLENT`).
 */
const COUPENT =
	'br|p|div|li|ul|ol|dl|dt|dd|tr|td|th|table|tbody|thead|caption|h[1-6]|center|blockquote|hr|section|article|header|footer';
const HABILLENT = 'b|i|u|em|strong|sup|sub|span|font|a|small|big|ins|mark|abbr|cite|code|label|time|wbr';
// A tag has no space after « < »: « a < b et c > d » is text.
const COUPURE = new RegExp(`</?(?:${COUPENT})(?:\\s[^<>]*)?/?>`, 'giu');
const HABIT = new RegExp(`</?(?:${HABILLENT})(?:\\s[^<>]*)?/?>`, 'giu');
const ENTITE = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]\w{1,30});/giu;

const COUPENT_TEXTE = new RegExp(`^(?:${COUPENT})$`, 'iu');
const HABILLENT_TEXTE = new RegExp(`^(?:${HABILLENT})$`, 'iu');
/** Text that replaces a tag: four spaces if it ends a line, as in the RNCP open data. Undefined for other tags. */
export const coupureDe = (nom: string): string | undefined =>
	nom !== nom.toLowerCase()
		? undefined
		: nom === 'li'
			? '    - '
			: COUPENT_TEXTE.test(nom)
				? '    '
				: HABILLENT_TEXTE.test(nom)
					? ''
					: undefined;

/**
 * Removes the extra encoding of character references encoded more than once: « &amp;rsquo; » becomes « &rsquo; ».
 */
export const sansRedoublement = (texte: string): string => {
	const moins = texte.replace(/&(?:amp|#0*38|#x0*26);(?=(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]\w{1,30});)/giu, '&');
	return moins === texte ? texte : sansRedoublement(moins);
};

/** Text without its HTML markup. Its lines are separated by four spaces. */
export const sansBalises = (brut: string): string => {
	const texte = sansRedoublement(brut);
	return /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|&(?:#x[\da-f]+|#\d+|[a-z]\w+);/iu.test(texte)
		? lignesVues(texte)
				.map((ligne) => ligne.trim())
				.filter(Boolean)
				.join('    ')
		: texte;
};

/** Whether a text has such tags or character references. « < 70 kW » is not a tag. */
export const contientHtml = (texte: string): boolean => [COUPURE, HABIT, ENTITE].some((f) => texte.search(f) >= 0);

/** Struck-through text, in HTML or Markdown: « <del>Fendre</del> », « ~~Fendre~~ ». */
const BARRE = /<(?:s|strike|del)(?:\s[^<>]*)?>|<[^<>]+\bline-through\b[^<>]*>|(?<!~)~~(?=[^\s~])[^~]*(?<=\S)~~(?!~)/iu;

export const estBarre = (texte: string): boolean => BARRE.test(texte);

/** Refuses struck-through text: it may be out of force or replaced, and only a person can tell. Throws `Refus`. */
export const refuserBarre = (brutes: readonly string[]): void => {
	const rang = brutes.findIndex(estBarre);
	if (rang >= 0)
		throw new Refus(
			`ligne ${rang + 1} : texte barré (« ${brutes[rang]?.trim().slice(0, 80)} ») ; ôter ce qui n’est plus en vigueur, ou la rature si le texte l’est encore`,
		);
};

const CADRE =
	/<!DOCTYPE[^<>]*>|<(head|style)(?=[\s>])[^<>]*>(?:(?!<\1[\s>]).)*?<\/\1\s*>|<\/?(?:html|body)(?=[\s>])[^<>]*>|^[ \t]*:{3,}(?:[ \t]*\{[^}\n]*\}|[ \t]+[\w-]+)?[ \t]*:*[ \t]*$/gimsu;
/**
 * A text without what holds none of its words: head and style sheets of a web page, the tags around it, and the fences
 * of Pandoc (« ::: titre »). Line ends stay. A style sheet that strikes through or hides is left, to be refused.
 */
export const sansCadre = (texte: string): string =>
	texte.replace(CADRE, (trouve) =>
		/line-through|:\s*(?:none|hidden)/iu.test(trouve) ? trouve : trouve.replace(/[^\n\r\v\u2028\u2029]/gu, ''),
	);

/** Content that a web page does not show: scripts, styles, hidden elements, a comment on several lines. */
const CACHE =
	/<!--(?!.*-->)|<(?:script|style|template)(?:\s[^<>]*)?>|<[a-z][^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|\shidden(?=[\s>]))[^<>]*>/iu;
export const refuserCache = (brutes: readonly string[]): void => {
	const rang = brutes.findIndex((ligne) => CACHE.test(ligne));
	if (rang >= 0)
		throw new Refus(
			`ligne ${rang + 1} : ce que la page ne montre pas (« ${brutes[rang]?.trim().slice(0, 80)} ») ; l’ôter, ou copier la page telle qu’elle se lit`,
		);
};

/** Maximum nesting of lists that indentation shows: thousands would fill the memory. */
const RETRAIT = 20;
/**
 * Lines that a reader sees in one line of source. List items keep a mark, indented by the lists around theirs.
 * @param listes number of lists open before this line, updated
 */
export const lignesVues = (brute: string, listes = { ouvertes: 0 }): string[] =>
	brute
		.replace(/<!--.*?-->/gu, ' ')
		.replace(/<(\/?)(?:[uo]l|(li))(?:\s[^<>]*)?>(?:\s*<p(?:\s[^<>]*)?>)?/giu, (_, ferme: string, item?: string) => {
			if (item) return ferme ? '\n' : `\n${'  '.repeat(Math.min(RETRAIT, Math.max(0, listes.ouvertes - 1)))}- `;
			listes.ouvertes = Math.max(0, listes.ouvertes + (ferme ? -1 : 1));
			return '\n';
		})
		.replace(COUPURE, '\n')
		.replace(HABIT, '')
		.replace(ENTITE, caractereDe)
		.split('\n');

const connues = new Map<string, string>();
/** Decodes an HTML character reference. Unknown ones are left as they are. */
const caractereDe = (reference: string): string => {
	const numero = /^&#(x?)([\da-f]+);$/iu.exec(reference);
	if (numero) {
		const code = Number.parseInt(numero[2] ?? '', numero[1] ? 16 : 10);
		const valide = code > 31 && code < 0x11_0000 && (code < 0xd800 || code > 0xdfff);
		const signe = valide ? String.fromCodePoint(code) : reference;
		return (/^[\u0080-\u009f]$/u.test(signe) ? decoderC1(signe) : signe) || reference;
	}
	const connu = connues.get(reference);
	if (connu !== undefined) return connu;
	const [noeud] = fromHtml(reference, { fragment: true }).children;
	const caractere = noeud?.type === 'text' ? noeud.value : reference;
	connues.set(reference, caractere);
	return caractere;
};

/** Removes the inline marks of Markdown from one line. */
export const sansMarkdown = (texte: string): string =>
	texte
		.replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gu, '$1')
		.replace(/\*\*/gu, ' ')
		.replace(/(?<![\p{L}\p{N}_])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}_])/gu, '$1')
		.replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])((?:(?!\1).)+?)(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
		// CommonMark: a backslash escapes any punctuation of ASCII, and breaks the line at its end.
		.replace(/\\([!-/:-@[-`{-~]|$)/gu, '$1');
