import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { comparaisonsDe } from '../../../catalogue/comparaison.ts';
import { dossierDe, paquetsDe } from '../../../catalogue/outils.ts';
import { peuDeFichiers } from '../../../catalogue/publication.ts';
import type { Dossiers } from '../../../domaine/outils/dossier.ts';
import type { Version } from '../../../domaine/version.ts';

export function getStaticPaths() {
	if (!peuDeFichiers()) return [];
	return paquetsDe(catalogue()).map((versions, rang) => ({ params: { paquet: String(rang) }, props: { versions } }));
}

type Props = { versions: Version[] };

/** Data of some lineages for the tools: see `Dossiers`. */
export function contenu({ props: { versions } }: { props: Props }): string {
	const comparaisons = versions.flatMap(({ id }) => comparaisonsDe(id).suites);
	const dossiers: Dossiers = {
		versions: Object.fromEntries(versions.map((version) => [version.id, dossierDe(version)])),
		comparaisons: Object.fromEntries(
			comparaisons.map(({ de, vers, comparaison }) => [`${de.id}--${vers.id}`, comparaison]),
		),
	};
	return JSON.stringify(dossiers);
}

export const GET: APIRoute<Props> = (contexte) =>
	new Response(contenu(contexte), { headers: { 'Content-Type': 'application/json' } });
