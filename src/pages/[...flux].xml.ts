import type { APIRoute } from 'astro';
import { racine } from '../adresse.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { Dependances } from '../catalogue/dependances.ts';
import { estSuivie } from '../catalogue/publication.ts';
import { adresse } from '../domaine/adresse.ts';
import { ecrireFlux, evenements } from '../domaine/exports/flux.ts';
import { modifieeLe, plusRecent } from '../domaine/exports/modification.ts';
import type { Lignee } from '../schemas/lignee.ts';

type Props = { lignee?: Lignee & { id: string } };

/** Atom feeds: one of the whole site, and one for each lineage of several versions. */
export function getStaticPaths() {
	const suivies = catalogue().lignees.filter(estSuivie);
	return [
		{ params: { flux: 'flux' }, props: {} },
		...suivies.map((lignee) => ({ params: { flux: `lignees/${lignee.id}/flux` }, props: { lignee } })),
	];
}

export function contenu({ props: { lignee } }: { props: Props }): string {
	const index = catalogue();
	return ecrireFlux(evenements(index, lignee?.id), {
		titre: `${lignee ? `Lignée ${lignee.titre}` : 'Lignée'} : ce qui change`,
		chemin: lignee ? adresse.fluxLignee(lignee.id) : '/flux.xml',
		page: lignee ? adresse.lignee(lignee.id) : '/',
		defaut: lignee?.etatAu ?? plusRecent(index.versions.map(modifieeLe)) ?? '1970-01-01',
		racine,
	});
}

export const dependances = ({ props: { lignee } }: { props: Props }): Dependances | undefined =>
	lignee && { versions: lignee.versions.map(({ id }) => id) };

export const GET: APIRoute<Props> = (contexte) =>
	new Response(contenu(contexte), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
