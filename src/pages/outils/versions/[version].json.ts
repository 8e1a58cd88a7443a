import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { comparaisonsDe } from '../../../catalogue/comparaison.ts';
import { dossier } from '../../../domaine/outils/dossier.ts';
import type { Version } from '../../../domaine/version.ts';

export function getStaticPaths() {
	return catalogue().versions.map((version) => ({ params: { version: version.id }, props: { version } }));
}

/** What the tools reason on for one version: see `Dossier`. */
export const GET: APIRoute = ({ props }) => {
	const { version } = props as { version: Version };
	const lignee = catalogue().ligneeParId.get(version.lignee ?? '');
	const paires = comparaisonsDe(version.id).suites.map(({ comparaison }) => comparaison);
	return Response.json(dossier(version, paires, lignee?.successions ?? []));
};
