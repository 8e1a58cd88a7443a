import { montrable } from '../../src/importation/caractere.ts';

/**
 * All that the command prints goes through here: what a document holds may move the cursor of a terminal, hide words
 * or turn their order.
 */
export const dire = (texte: string): void => console.log(montrable(texte));
export const avertir = (texte: string): void => console.error(montrable(texte));

/** JSON whose every character can be seen; it parses to the same value. */
export const direJson = (valeur: unknown): void =>
	console.log(
		JSON.stringify(valeur, null, 2).replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (c) =>
			[...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
		),
	);
