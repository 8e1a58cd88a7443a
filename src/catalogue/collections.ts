import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import { typographier } from '../domaine/texte/typographie.ts';

/**
 * The collections of Astro. In a file of its own: Astro takes each page that reaches `astro:content` for one that
 * renders Markdown, and gathers the styles of all its components before it writes its head.
 */

/**
 * The paths of a dynamic route, one for each entry of a typed collection. A page that wrote `await`
 * itself would be compiled to a component that is asynchronous as a whole, and could not be rendered in one go.
 */
export const chemins = async <N extends 'titres' | 'ccp' | 'competences', T>(
	nom: N,
	faire: (entree: CollectionEntry<N>) => T,
): Promise<T[]> => (await getCollection(nom)).map(faire);

/** The guides, in their order. */
export const guides = async (): Promise<CollectionEntry<'guides'>[]> =>
	(await getCollection('guides')).sort((a, b) => a.data.ordre - b.data.ordre || a.id.localeCompare(b.id));

/** The rendered text of a guide, or of our own that a page of the site shows, and its table of contents. */
export async function rendre(entree: CollectionEntry<'guides' | 'textes'>) {
	const { Content, headings } = await render(entree);
	const sections = headings.filter(({ depth }) => depth === 2);
	return { Content, sommaire: sections.map(({ slug, text }) => ({ ancre: slug, nom: typographier(text) })) };
}

export type Rendu = Awaited<ReturnType<typeof rendre>>;

/** The text of ours of this name, where the catalogue has it. */
export async function texte(id: string): Promise<Rendu | undefined> {
	const entree = await getEntry('textes', id);
	return entree && rendre(entree);
}
