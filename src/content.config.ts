import { defineCollection } from 'astro:content';
import { join } from 'node:path';
import { glob } from 'astro/loaders';
import { dossierCatalogue } from './catalogue/dossier.ts';
import { collectionCatalogue } from './catalogue/loader.ts';
import { guide } from './schemas/guide.ts';

const prose = (sous: string, pattern: string) => glob({ pattern, base: join(dossierCatalogue(), sous) });

export const collections = {
	titres: defineCollection({ loader: collectionCatalogue('titres') }),
	ccp: defineCollection({ loader: collectionCatalogue('ccp') }),
	competences: defineCollection({ loader: collectionCatalogue('competences') }),
	guides: defineCollection({ loader: prose('guides', '*.mdx'), schema: guide }),
	textes: defineCollection({ loader: prose('textes', '*.mdx'), schema: guide.omit({ ordre: true }) }),
};
