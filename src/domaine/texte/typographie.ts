import { MOIS } from '../date.ts';

/** No-break space (before a colon) and narrow no-break space (before the other high marks). */
const INSECABLE = '\u00A0';
const FINE = '\u202F';

/** A guillemet, a high mark with the space before it, or a word to keep with the month, year or number after it. */
const PASSAGE = new RegExp(
	`«[ \\u00A0]?|[ \\u00A0]?»| ([:;!?%])(?!\\p{L})|(?<![\\p{L}\\p{N}])(\\d{1,2}(?:er)?|en|\\p{Lu}{2,}|art\\.|n°) (?=(?:${MOIS.join('|')})(?!\\p{L})|(?<=en )(?:19|20)\\d\\d(?!\\d)|(?<=(?:\\p{Lu}|art\\.|n°) )\\d)`,
	'gu',
);

/**
 * Sets the spaces of the project's own texts by the rules of French typography: no-break inside « », before a colon,
 * inside a date and in « TSSR 2018 »; narrow before ; ! ? and %. Between guillemets, which may quote a document, only
 * the two inner spaces are set. Never call it on an official text.
 * @param ouvert whether a guillemet is already open before this text
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

/** Sets the spaces of a complete text. */
export const typographier = (texte: string): string => typographierSuite(texte).texte;
