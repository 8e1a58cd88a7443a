import type { Probleme } from './probleme.ts';

/**
 * Invisible characters that change what is read: controls, bidirectional marks (which can show words in another order),
 * zero-width characters, tags, and the replacement character. Tabs, line ends and soft hyphens are allowed.
 */
const INVISIBLES = /[[\p{Cc}\p{Cf}\u2028\u2029\ufffd]--[\t\n\r\u00ad]]/v;
/** Markdown entities that can produce such characters. */
const ENTITE = /&(?:#(?<decimal>\d{1,7})|#x(?<hexa>[\da-f]{1,6})|(?<nom>zwj|zwnj|lrm|rlm|ZeroWidthSpace|NoBreak));/giu;

/** Maximum number of problems for one text: the first ones are enough to find the cause. */
const MAXIMUM = 5;

/** Message about the first forbidden character of a text, or undefined. */
export function signeRefuse(texte: string): string | undefined {
	const signe = INVISIBLES.exec(texte)?.[0];
	return signe && `signe invisible ${nommer(signe)} ; le retirer`;
}

/** Forbidden characters of a file, line by line. */
export function signesRefuses(texte: string, fichier: string): Probleme[] {
	if (!INVISIBLES.test(texte) && texte.search(ENTITE) < 0) return [];
	return texte
		.split('\n')
		.flatMap((ligne, i) => {
			const message = signeRefuse(ligne.replace(ENTITE, decoder));
			return message ? [{ fichier, ligne: i + 1, message }] : [];
		})
		.slice(0, MAXIMUM);
}

function decoder(entite: string, ...reste: unknown[]): string {
	const { decimal, hexa, nom } = reste.at(-1) as Record<string, string | undefined>;
	if (nom) return '\u200b';
	const code = decimal ? Number(decimal) : Number.parseInt(hexa ?? '', 16);
	return code > 0x10ffff ? entite : String.fromCodePoint(code || 0xfffd);
}

const nommer = (signe: string): string =>
	`U+${(signe.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Inputs on which a Markdown parser takes minutes or overflows the stack: its time grows at least quadratically with
 * their length. No document has them.
 */
const DEMESURES: [RegExp, string][] = [
	[/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){31}/, 'plus de trente listes ou citations l’une dans l’autre'],
	[/^[ \t]{200}/, 'plus de deux cents espaces en tête de ligne'],
	[/([*_~>`[\]!|])\1{200}/, 'plus de deux cents fois le même signe à la suite'],
	[/^.{20001}/, 'plus de vingt mille signes sur une ligne'],
];

/**
 * Refuses Markdown on which the parser would hang or fail with an unhelpful message.
 * @param decalage number of lines of the file before the text
 */
export function demesures(corps: string, fichier: string, decalage = 0): Probleme[] {
	return corps.split('\n').flatMap((ligne, i) =>
		DEMESURES.filter(([motif]) => motif.test(ligne))
			.slice(0, 1)
			.map(([, quoi]) => ({
				fichier,
				ligne: i + 1 + decalage,
				message: `${quoi} ; ce n’est pas le texte d’un document, le retirer`,
			})),
	);
}
