/** Text of an element, and the numbers of its lines in the document. */
type Lu = { readonly texte: string; readonly lignes: readonly number[] };

/** An element of the prose of a document, in reading order. */
export type Element =
	| ({ readonly sorte: 'titre'; readonly rang: 2 | 3 | 4 } & Lu)
	| ({ readonly sorte: 'paragraphe' } & Lu)
	| ({ readonly sorte: 'item' } & Lu)
	| ({ readonly sorte: 'note'; readonly marque: string } & Lu)
	/** Item of a list at the end of a note. */
	| ({ readonly sorte: 'item-note' } & Lu)
	/** A table. A cell that spans several rows is repeated in each. */
	| ({ readonly sorte: 'tableau'; readonly rangees: readonly (readonly string[])[] } & Lu)
	/** The place of the blocs. */
	| { readonly sorte: 'blocs' };

/** Elements with text. */
export type Prose = Exclude<Element, { sorte: 'blocs' }>;
