import type { BreadcrumbList } from 'schema-dts';

export interface Etape {
	nom: string;
	/** Absolute address. */
	url: string;
}

/** The way from the home page to a page, as the page shows it. */
export const filStructure = (etapes: readonly Etape[]): BreadcrumbList => ({
	'@type': 'BreadcrumbList',
	itemListElement: etapes.map(({ nom, url }, i) => ({ '@type': 'ListItem', position: i + 1, name: nom, item: url })),
});
