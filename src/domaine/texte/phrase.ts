/** First sentence of a text: up to a stop followed by a capital. */
export const premierePhrase = (texte: string): string => texte.split(/(?<=[.…])\s+(?=[\p{Lu}«])/u, 1)[0] ?? texte;

/** « TSGRI, TSGERI et TSSI ». */
export const enumerer = (elements: readonly string[]): string =>
	elements.length < 2 ? elements.join('') : `${elements.slice(0, -1).join(', ')} et ${elements.at(-1)}`;

const ARTICLES = { le: ['le ', 'l’', 'la '], du: ['du ', 'de l’', 'de la '], au: ['au ', 'à l’', 'à la '] } as const;

/**
 * The article before the name of a title, with its space: « du », « de l’ ». Sigles are masculine, like « titre ». A
 * name made of words takes « titre »: « le titre Relieur 2018 ». « version de 2018 » is feminine.
 */
export function article(forme: keyof typeof ARTICLES, nom: string): string {
	const [masculin, elide, feminin] = ARTICLES[forme];
	if (nom.startsWith('version de ')) return feminin;
	if (/^\p{L}\p{Ll}/u.test(nom)) return `${masculin}titre `;
	return /^[aeiouàâéèêëîïôœ]/iu.test(nom) ? elide : masculin;
}

/** « le TSSR 2018 », « de l’ADVF 2016 », « au TSSR 2018 », « au titre Relieur 2018 ». */
export const avecArticle = (forme: keyof typeof ARTICLES, nom: string): string => article(forme, nom) + nom;

export const majuscule = (phrase: string): string => phrase.charAt(0).toLocaleUpperCase('fr') + phrase.slice(1);
