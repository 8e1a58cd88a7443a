import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/catalogue.ts';
import type { Dependances } from '../../../catalogue/dependances.ts';
import { dossierDe } from '../../../catalogue/outils.ts';
import { peuDeFichiers } from '../../../catalogue/publication.ts';
import type { Version } from '../../../domaine/version.ts';

export function getStaticPaths() {
	if (peuDeFichiers()) return [];
	return catalogue().versions.map((version) => ({ params: { version: version.id }, props: { version } }));
}

/** Data of one version for the tools: see `Dossier`. */
export function contenu({ props: { version } }: { props: { version: Version } }): string {
	return JSON.stringify(dossierDe(version));
}

export const dependances = ({ props: { version } }: { props: { version: Version } }): Dependances => ({
	versions: [version.id],
});

export const GET: APIRoute<{ version: Version }> = (contexte) =>
	new Response(contenu(contexte), { headers: { 'Content-Type': 'application/json' } });
