/** A piece of the document's prose, in reading order, with the lines that it comes from. */
export type Element =
	| { readonly sorte: 'titre'; readonly rang: 2 | 3 | 4; readonly texte: string; readonly lignes: readonly number[] }
	| { readonly sorte: 'paragraphe'; readonly texte: string; readonly lignes: readonly number[] }
	| {
			readonly sorte: 'item';
			readonly profondeur: number;
			readonly texte: string;
			readonly lignes: readonly number[];
	  }
	| { readonly sorte: 'note'; readonly marque: string; readonly texte: string; readonly lignes: readonly number[] }
	/** Item of the list that ends a note. */
	| { readonly sorte: 'item-note'; readonly texte: string; readonly lignes: readonly number[] }
	/** Where the blocs stand. */
	| { readonly sorte: 'blocs' };

export type ElementTexte = Exclude<Element, { sorte: 'blocs' }>;
