import { getCollection } from 'astro:content';

/**
 * Ids of a collection: the pages that there are. In a file of its own: Astro takes each page that reaches
 * `astro:content` for one that renders Markdown, and gathers the styles of all its components before it writes its head.
 */
export async function ids(nom: 'ccp' | 'competences'): Promise<string[]> {
	return (await getCollection(nom)).map(({ id }) => id);
}
