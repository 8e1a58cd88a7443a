import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { comparaisons } from '../../../catalogue/comparaison.ts';
import { dossier } from '../../../domaine/outils/dossier.ts';
import type { Version } from '../../../domaine/version.ts';

export async function getStaticPaths() {
	return (await catalogue()).versions.map((version) => ({ params: { version: version.id }, props: { version } }));
}

/** What the tools reason on for one version: see `Dossier`. */
export const GET: APIRoute = async ({ props }) => {
	const { version } = props as { version: Version };
	const { lignees } = await catalogue();
	const lignee = lignees.find(({ id }) => id === version.lignee);
	const paires = (await comparaisons()).map(({ comparaison }) => comparaison);
	return Response.json(dossier(version, paires, lignee?.successions ?? []));
};
