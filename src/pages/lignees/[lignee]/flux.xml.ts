import type { APIRoute } from 'astro';
import { racine } from '../../../adresse.ts';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { adresse } from '../../../domaine/adresse.ts';
import { ecrireFlux, evenements } from '../../../domaine/exports/flux.ts';
import type { Lignee } from '../../../schemas/lignee.ts';

export function getStaticPaths() {
	return catalogue().lignees.map((lignee) => ({ params: { lignee: lignee.id }, props: { lignee } }));
}

/** What changes in one lineage. */
export const GET: APIRoute<{ lignee: Lignee & { id: string } }> = ({ props: { lignee } }) => {
	const flux = ecrireFlux(evenements(catalogue(), lignee.id), {
		titre: `Lignée ${lignee.titre} : ce qui change`,
		chemin: adresse.fluxLignee(lignee.id),
		page: adresse.lignee(lignee.id),
		defaut: lignee.etatAu,
		racine,
	});
	return new Response(flux, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
