import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';

/** The guides, in their order. */
export const guides = async (): Promise<CollectionEntry<'guides'>[]> =>
	(await getCollection('guides')).sort((a, b) => a.data.ordre - b.data.ordre || a.id.localeCompare(b.id));

/** A text of our own that a page of the site shows, where the catalogue has it. */
export const texte = async (id: string): Promise<CollectionEntry<'textes'> | undefined> => getEntry('textes', id);

/** The rendered text of a guide or of a page of our own. */
export const rendre = (entree: CollectionEntry<'guides'> | CollectionEntry<'textes'>) => render(entree);
