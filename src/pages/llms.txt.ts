import type { APIRoute } from 'astro';
import { racine } from '../adresse.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { publiee } from '../catalogue/publication.ts';
import { ecrireLlms } from '../domaine/exports/llms.ts';

export const GET: APIRoute = () => {
	const { versions, lignees } = catalogue();
	return new Response(ecrireLlms(versions, lignees, racine, publiee), {
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	});
};
