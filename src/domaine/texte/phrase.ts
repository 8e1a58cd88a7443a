/** First sentence of a text of ours: up to a full stop that a capital follows. */
export const premierePhrase = (texte: string): string => texte.split(/(?<=[.…])\s+(?=[\p{Lu}«])/u, 1)[0] ?? texte;

/** « TSGRI, TSGERI et TSSI ». */
export const enumerer = (elements: readonly string[]): string =>
	elements.length < 2 ? elements.join('') : `${elements.slice(0, -1).join(', ')} et ${elements.at(-1)}`;

const ARTICLES = { le: ['le ', 'l’'], du: ['du ', 'de l’'], au: ['au ', 'à l’'] } as const;

/** The article before the name of a title, which is masculine as « titre » is, and its space: « du », « de l’ ». */
export const article = (forme: keyof typeof ARTICLES, nom: string): string =>
	ARTICLES[forme][/^[aeiouàâéèêëîïôœ]/iu.test(nom) ? 1 : 0];

/** « le TSSR 2018 », « de l’ADVF 2016 », « au TSSR 2018 ». */
export const avecArticle = (forme: keyof typeof ARTICLES, nom: string): string => article(forme, nom) + nom;

/** A sentence begins with a capital. */
export const majuscule = (phrase: string): string => phrase.charAt(0).toLocaleUpperCase('fr') + phrase.slice(1);
