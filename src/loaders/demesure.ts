import type { Probleme } from './probleme.ts';

/**
 * Shapes that no document has, and on which a reader of Markdown spends minutes or runs out of stack: the time that
 * they take grows as the square of their length, and more.
 */
const DEMESURES: [RegExp, string][] = [
	[/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){31}/, 'plus de trente listes ou citations l’une dans l’autre'],
	[/^[ \t]{200}/, 'plus de deux cents espaces en tête de ligne'],
	[/([*_~>`[\]!|])\1{200}/, 'plus de deux cents fois le même signe à la suite'],
	[/^.{20001}/, 'plus de vingt mille signes sur une ligne'],
];

/**
 * What would stop the reading of a Markdown text without a reason that anyone could read.
 * @param decalage lines of the file that stand before the text
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
