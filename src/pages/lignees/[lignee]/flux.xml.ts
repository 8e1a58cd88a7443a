import type { APIRoute } from 'astro';
import { racine } from '../../../adresse.ts';
import { catalogue } from '../../../catalogue/catalogue.ts';
import type { Dependances } from '../../../catalogue/dependances.ts';
import { estSuivie } from '../../../catalogue/publication.ts';
import { adresse } from '../../../domaine/adresse.ts';
import { ecrireFlux, evenements } from '../../../domaine/exports/flux.ts';
import type { Lignee } from '../../../schemas/lignee.ts';

export function getStaticPaths() {
	return catalogue()
		.lignees.filter(estSuivie)
		.map((lignee) => ({ params: { lignee: lignee.id }, props: { lignee } }));
}

type Props = { lignee: Lignee & { id: string } };

export const contenu = ({ props: { lignee } }: { props: Props }): string =>
	ecrireFlux(evenements(catalogue(), lignee.id), {
		titre: `Lignée ${lignee.titre} : ce qui change`,
		chemin: adresse.fluxLignee(lignee.id),
		page: adresse.lignee(lignee.id),
		defaut: lignee.etatAu,
		racine,
	});

export const dependances = ({ props: { lignee } }: { props: Props }): Dependances => ({
	versions: lignee.versions.map(({ id }) => id),
});

export const GET: APIRoute<Props> = ({ props }) =>
	new Response(contenu({ props }), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
