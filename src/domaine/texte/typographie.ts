import { MOIS } from '../date.ts';

/** No-break space, and its narrow form: what French sets before the colon, and before the other high signs. */
const INSECABLE = '\u00A0';
const FINE = '\u202F';

/** A guillemet, a high sign with the space before it, or what a line never parts from the month, the year or the number after it. */
const PASSAGE = new RegExp(
	`«[ \\u00A0]?|[ \\u00A0]?»| ([:;!?%])(?!\\p{L})|(?<![\\p{L}\\p{N}])(\\d{1,2}(?:er)?|en|\\p{Lu}{2,}|art\\.|n°) (?=(?:${MOIS.join('|')})(?!\\p{L})|(?<=en )(?:19|20)\\d\\d(?!\\d)|(?<=(?:\\p{Lu}|art\\.|n°) )\\d)`,
	'gu',
);

/**
 * Sets the spaces of our own prose by the rules of French typography: no-break inside « », before the colon, inside
 * a date and in « TSSR 2018 », narrow before ; ! ? and %. Words between guillemets may be those of a document: there
 * only the two inner spaces are set.
 * Never to be called on an official text, whose spaces are not ours.
 * @param ouvert true where a guillemet opened before this text is still open
 * @returns the text, and whether a guillemet is open at its end
 */
export function typographierSuite(texte: string, ouvert = false): { texte: string; ouvert: boolean } {
	let dedans = ouvert;
	const sortie = texte.replace(PASSAGE, (passage, signe?: string, debut?: string) => {
		if (passage.startsWith('«')) {
			dedans = true;
			return `«${INSECABLE}`;
		}
		if (passage.endsWith('»')) {
			dedans = false;
			return `${INSECABLE}»`;
		}
		if (dedans) return passage;
		if (debut) return `${debut}${INSECABLE}`;
		return `${signe === ':' ? INSECABLE : FINE}${signe}`;
	});
	return { texte: sortie, ouvert: dedans };
}

/** Sets the spaces of a text that stands alone, with no guillemet open before it. */
export const typographier = (texte: string): string => typographierSuite(texte).texte;
