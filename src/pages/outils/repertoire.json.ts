import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { comparaisons } from '../../catalogue/comparaison.ts';
import { repertoire } from '../../domaine/outils/repertoire.ts';

/** The index that the tools load: see `Repertoire`. Its weight at 900 versions is held by a test. */
export const GET: APIRoute = () => {
	const paires = comparaisons().map(({ comparaison, ailleurs }) => ({ ...comparaison, ailleurs }));
	return Response.json(repertoire(catalogue().versions, paires));
};
