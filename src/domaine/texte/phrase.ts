/** First sentence of a text of ours: up to a full stop that a capital follows. */
export const premierePhrase = (texte: string): string => texte.split(/(?<=[.…])\s+(?=[\p{Lu}«])/u, 1)[0] ?? texte;

/** « TSGRI, TSGERI et TSSI ». */
export const enumerer = (elements: readonly string[]): string =>
	elements.length < 2 ? elements.join('') : `${elements.slice(0, -1).join(', ')} et ${elements.at(-1)}`;
