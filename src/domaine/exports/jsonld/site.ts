import type { SearchAction, WebSite, WithActionConstraints } from 'schema-dts';

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
