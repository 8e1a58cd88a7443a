import type { APIRoute } from 'astro';
import { racine } from '../adresse.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { ecrireFlux, evenements } from '../domaine/exports/flux.ts';
import { modifieeLe, plusRecent } from '../domaine/exports/modification.ts';

export const GET: APIRoute = () => {
	const contenu = catalogue();
	const flux = ecrireFlux(evenements(contenu), {
		titre: 'Lignée : ce qui change',
		chemin: '/flux.xml',
		page: '/',
		defaut: plusRecent(contenu.versions.map(modifieeLe)) ?? '1970-01-01',
		racine,
	});
	return new Response(flux, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
