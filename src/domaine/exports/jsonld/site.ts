import type { BreadcrumbList, Graph, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';

/** The site and its search. */
export function siteStructure(racine: string, description: string): WebSite {
	const potentialAction: WithActionConstraints<Exclude<SearchAction, string>> = {
		'@type': 'SearchAction',
		target: { '@type': 'EntryPoint', urlTemplate: `${racine}/recherche/?q={q}` },
		'query-input': 'required name=q',
	};
	return {
		'@type': 'WebSite',
		'@id': `${racine}/#site`,
		name: 'Lignée',
		url: `${racine}/`,
		description,
		inLanguage: 'fr',
		potentialAction,
	};
}

interface Etape {
	nom: string;
	/** Absolute address. */
	url: string;
}

/** The way from the home page to a page, as the page shows it. */
export const filStructure = (etapes: readonly Etape[]): BreadcrumbList => ({
	'@type': 'BreadcrumbList',
	itemListElement: etapes.map(({ nom, url }, i) => ({ '@type': 'ListItem', position: i + 1, name: nom, item: url })),
});

const ECHAPPES: Record<string, string> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029',
};

/**
 * Structured data as it may stand inside a `<script>`: no sign is left with which a text could close the element or
 * open a comment. JSON readers see the same strings.
 */
export const serialiser = (graphe: Graph): string =>
	JSON.stringify(graphe).replace(/[<>&\u2028\u2029]/g, (signe) => ECHAPPES[signe] ?? signe);
