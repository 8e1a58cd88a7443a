/** First sentence of a text of ours: up to a full stop that a capital follows. */
export const premierePhrase = (texte: string): string => texte.split(/(?<=[.…])\s+(?=[\p{Lu}«])/u, 1)[0] ?? texte;
