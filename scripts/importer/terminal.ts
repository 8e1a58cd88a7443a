import { montrable } from '../../src/importation/caractere.ts';

/** All output goes through `montrable`: a document may contain characters that control the terminal. */
export const dire = (texte: string): void => console.log(montrable(texte));
export const avertir = (texte: string): void => console.error(montrable(texte));

/** Prints JSON with invisible characters escaped. It parses to the same value. */
export const direJson = (valeur: unknown): void =>
	console.log(
		JSON.stringify(valeur, null, 2).replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (c) =>
			[...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
		),
	);
