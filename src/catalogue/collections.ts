import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import { typographier } from '../domaine/texte/typographie.ts';

/**
 * Access to Astro's collections. It has a file of its own because Astro takes any page that imports `astro:content` for
 * one that renders Markdown, and gathers the styles of all its components before it writes its head.
 */

/**
 * Paths of a dynamic route, one for each entry of a typed collection. A page that used `await` itself would be compiled
 * to an asynchronous component, which cannot be rendered synchronously.
 */
export const chemins = async <N extends 'titres' | 'ccp' | 'competences', T>(
	nom: N,
	faire: (entree: CollectionEntry<N>) => T,
): Promise<T[]> => (await getCollection(nom)).map(faire);

/** Guides, in the order of their `ordre`. */
export const guides = async (): Promise<CollectionEntry<'guides'>[]> =>
	(await getCollection('guides')).sort((a, b) => a.data.ordre - b.data.ordre || a.id.localeCompare(b.id));

/** Content of a guide or of a text of the project, and its table of contents: one entry for each `h2`. */
export async function rendre(entree: CollectionEntry<'guides' | 'textes'>) {
	const { Content, headings } = await render(entree);
	const sections = headings.filter(({ depth }) => depth === 2);
	return { Content, sommaire: sections.map(({ slug, text }) => ({ ancre: slug, nom: typographier(text) })) };
}

export type Rendu = Awaited<ReturnType<typeof rendre>>;

/** Text of the project with this name, if the catalogue has it. */
export async function texte(id: string): Promise<Rendu | undefined> {
	const entree = await getEntry('textes', id);
	return entree && rendre(entree);
}
