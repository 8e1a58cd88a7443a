import { fromHtml } from 'hast-util-from-html';
import { decoderC1 } from './caractere.ts';
import { Refus } from './refus.ts';

/** Tags that Légifrance's Markdown leaves in: each ends a line of the text, or only dresses it. */
const COUPENT =
	'br|p|div|li|ul|ol|dl|dt|dd|tr|td|th|table|tbody|thead|caption|h[1-6]|center|blockquote|hr|section|article|header|footer';
const HABILLENT = 'b|i|u|em|strong|sup|sub|span|font|a|small|big|ins|mark|abbr|cite|code|label|time|wbr';
// A tag has no white space after its « < »: « a < b et c > d » is a text.
const COUPURE = new RegExp(`</?(?:${COUPENT})(?:\\s[^<>]*)?/?>`, 'giu');
const HABIT = new RegExp(`</?(?:${HABILLENT})(?:\\s[^<>]*)?/?>`, 'giu');
const ENTITE = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]\w{1,30});/giu;

const COUPENT_TEXTE = new RegExp(`^(?:${COUPENT})$`, 'iu');
const HABILLENT_TEXTE = new RegExp(`^(?:${HABILLENT})$`, 'iu');
/** The text that replaces a tag: four spaces where it ends a line, as in the open data of the RNCP. */
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

/** A text that carries markup of its own, as its readers see it: its lines are parted by four spaces. */
export const sansBalises = (texte: string): string =>
	/<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|&(?:#x[\da-f]+|#\d+|[a-z]\w+);/iu.test(texte)
		? lignesVues(texte)
				.map((ligne) => ligne.trim())
				.filter(Boolean)
				.join('    ')
		: texte;

/** Does a text hold such tags, or references to characters? A bare « < 70 kW » is no tag. */
export const contientHtml = (texte: string): boolean => [COUPURE, HABIT, ENTITE].some((f) => texte.search(f) >= 0);

/** Text that is struck through, by a tag, a style or Markdown: « <del>Fendre</del> », « ~~Fendre~~ ». */
const BARRE = /<(?:s|strike|del)(?:\s[^<>]*)?>|<[^<>]+\bline-through\b[^<>]*>|(?<!~)~~(?=[^\s~])[^~]*(?<=\S)~~(?!~)/iu;

export const estBarre = (texte: string): boolean => BARRE.test(texte);

/** A struck text is out of force, or was put in its place by what follows: only a person tells, and it must not be read as one. */
export const refuserBarre = (brutes: readonly string[]): void => {
	const rang = brutes.findIndex(estBarre);
	if (rang >= 0)
		throw new Refus(
			`ligne ${rang + 1} : texte barré (« ${brutes[rang]?.trim().slice(0, 80)} ») ; ôter ce qui n’est plus en vigueur, ou la rature si le texte l’est encore`,
		);
};

/** What a page of the web holds and shows to no one: a program, a style, an element that is hidden. */
const CACHE =
	/<(?:script|style|template)(?:\s[^<>]*)?>|<[a-z][^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|\shidden(?=[\s>]))[^<>]*>/iu;
export const refuserCache = (brutes: readonly string[]): void => {
	const rang = brutes.findIndex((ligne) => CACHE.test(ligne));
	if (rang >= 0)
		throw new Refus(
			`ligne ${rang + 1} : ce que la page ne montre pas (« ${brutes[rang]?.trim().slice(0, 80)} ») ; l’ôter, ou copier la page telle qu’elle se lit`,
		);
};

/** The lines that a reader sees of one line of the source: an item of a list keeps a mark. */
export const lignesVues = (brute: string): string[] =>
	brute
		.replace(/<!--.*?-->/gu, ' ')
		.replace(/<li(?:\s[^<>]*)?>/giu, '\n- ')
		.replace(COUPURE, '\n')
		.replace(HABIT, '')
		.replace(ENTITE, caractereDe)
		.split('\n');

const connues = new Map<string, string>();
/** The character that a reference stands for, by the table of HTML; what it has not is left as it is. */
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

/** Takes the marks of Markdown off one line; what remains is what a reader of the rendered page would read. */
export const sansMarkdown = (texte: string): string =>
	texte
		.replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gu, '$1')
		.replace(/\*\*/gu, ' ')
		.replace(/(?<![\p{L}\p{N}_])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}_])/gu, '$1')
		.replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>~|])/gu, '$1');
