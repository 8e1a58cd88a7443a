/** A section of official prose. `titre` is empty before the first heading; `paragraphes` may start with the heading. */
export type Section = { titre: string; paragraphes: readonly string[] };

/** Official prose of a version, before and after its blocs. */
export interface Prose<S extends Section = Section> {
	avant: readonly S[];
	apres: readonly S[];
	/** Footnotes of the document. */
	notes?: S | undefined;
}

/** Line of a body that marks the place of the blocs in the document; GFM allows up to three spaces before it. */
export const MARQUE_BLOCS = '<!-- blocs -->';
export const LIGNE_DES_BLOCS = new RegExp(`^ {0,3}${MARQUE_BLOCS}[ \\t]*$`, 'm');

/** All sections of a document in order, footnotes last. */
export const sectionsDe = <S extends Section>({ avant, apres, notes }: Prose<S>): S[] => [
	...avant,
	...apres,
	...(notes ? [notes] : []),
];

/** Paragraphs of a section without its heading. */
export const corpsDe = ({ titre, paragraphes }: Section): string[] =>
	paragraphes.filter((paragraphe, i) => i > 0 || paragraphe !== titre);

/** Whether the document calls its blocs CCP, or only numbers its activities. */
export const nommeLesCcp = ({ avant, apres }: Prose): boolean =>
	[...avant, ...apres].some(({ paragraphes }) => paragraphes.some((p) => p.includes('CCP')));
