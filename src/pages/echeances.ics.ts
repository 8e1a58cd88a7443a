import type { APIRoute } from 'astro';
import { racine } from '../adresse.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { echeances, ecrireCalendrier } from '../domaine/exports/echeances.ts';

export const GET: APIRoute = () => {
	const { versions, etatAu = '1970-01-01' } = catalogue();
	return new Response(ecrireCalendrier(echeances(versions), etatAu, racine), {
		headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
	});
};
