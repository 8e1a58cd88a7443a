/** Lines of the document that an element comes from. */
type Lu = { readonly texte: string; readonly lignes: readonly number[] };

/** A piece of the document's prose, in reading order. */
export type Element =
	| ({ readonly sorte: 'titre'; readonly rang: 2 | 3 | 4 } & Lu)
	| ({ readonly sorte: 'paragraphe' } & Lu)
	| ({ readonly sorte: 'item' } & Lu)
	| ({ readonly sorte: 'note'; readonly marque: string } & Lu)
	/** Item of the list that ends a note. */
	| ({ readonly sorte: 'item-note' } & Lu)
	/** A table, its cells as a reader sees them; one that spans rows is in each. */
	| ({ readonly sorte: 'tableau'; readonly rangees: readonly (readonly string[])[] } & Lu)
	/** The place of the blocs among the other elements. */
	| { readonly sorte: 'blocs' };

/** Elements that come from lines of text alone. */
export type Prose = Exclude<Element, { sorte: 'blocs' }>;
