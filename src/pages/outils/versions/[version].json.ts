import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { comparaisonsDe } from '../../../catalogue/comparaison.ts';
import { dossier } from '../../../domaine/outils/dossier.ts';
import type { Version } from '../../../domaine/version.ts';

export function getStaticPaths() {
	return catalogue().versions.map((version) => ({ params: { version: version.id }, props: { version } }));
}

/** Data of one version for the tools: see `Dossier`. */
export function contenu({ props: { version } }: { props: { version: Version } }): string {
	const lignee = catalogue().ligneeParId.get(version.lignee ?? '');
	const paires = comparaisonsDe(version.id).suites.map(({ comparaison }) => comparaison);
	return JSON.stringify(dossier(version, paires, lignee?.successions ?? []));
}

export const GET: APIRoute<{ version: Version }> = (contexte) =>
	new Response(contenu(contexte), { headers: { 'Content-Type': 'application/json' } });
