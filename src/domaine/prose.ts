/** A section of official prose: its heading, empty for what stands before the first one, and its text, one line a paragraph. */
export interface Section {
	titre: string;
	paragraphes: readonly string[];
}

/** The official prose of a version, cut where its blocs stand in the document. */
export interface Prose<S extends Section = Section> {
	avant: readonly S[];
	apres: readonly S[];
	/** The document's own footnotes. */
	notes?: S | undefined;
}

/** Every section of a document in its order, footnotes last. */
export const sectionsDe = <S extends Section>({ avant, apres, notes }: Prose<S>): S[] => [
	...avant,
	...apres,
	...(notes ? [notes] : []),
];

/** Paragraphs of a section without its heading, which the reader of documents leaves among them. */
export const corpsDe = ({ titre, paragraphes }: Section): string[] =>
	paragraphes.filter((paragraphe, i) => i > 0 || paragraphe !== titre);

/** Whether the document speaks of CCP and CCS, or only numbers its activities. */
export const nommeLesCcp = ({ avant, apres }: Prose): boolean =>
	[...avant, ...apres].some(({ paragraphes }) => paragraphes.some((p) => p.includes('CCP')));
