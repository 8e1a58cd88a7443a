/**
 * Address of each thing of the catalogue: a path from the site's root, with a trailing slash.
 * The ids are those of the catalogue (`tsgri-2003`, `tsgri-2003/ccp-1`, `tsgri-2003/ccp-1/c3`).
 */
export const adresse = {
	/** A version, a bloc or a competence: its id is its path. */
	titre: (id: string) => `/titres/${id}/`,
	/** Any of these, and a transversal competence, which is a line of its version's page: `tssr-2023/transversales/c1`. */
	element: (id: string) => adresse.titre(id).replace(/\/transversales\/(c\d+)\/$/, '/#transversales-$1'),
	document: (version: string) => `/titres/${version}/document/`,
	/** Page of a code of the RNCP: `RNCP37682`. */
	rncp: (code: string) => `/rncp/${code.replace('RNCP', '')}/`,
	lignee: (id: string) => `/lignees/${id}/`,
	fluxLignee: (id: string) => `/lignees/${id}/flux.xml`,
	/** Page of the changes of one export of the RNCP. */
	nouveautes: (importation: string) => `/nouveautes/#import-${importation}`,
	comparaison: (de: string, vers: string) => `/comparer/${de}/${vers}/`,
	/** The prose of two versions, which is long enough for a page of its own. */
	comparaisonTexte: (de: string, vers: string) => `/comparer/${de}/${vers}/texte/`,
	/** The pictures that stand for a page where it is shared. */
	imageSite: '/images/lignee.png',
	imageTitre: (version: string) => `/images/titres/${version}.png`,
	imageLignee: (lignee: string) => `/images/lignees/${lignee}.png`,
	imageComparaison: (de: string, vers: string) => `/images/comparer/${de}/${vers}.png`,
	guide: (slug: string) => `/guides/${slug}/`,
	/** The term among the others; then the page that says more of it. */
	terme: (id: string) => `/glossaire/#${id}`,
	pageTerme: (id: string) => `/glossaire/${id}/`,
};

/**
 * Address at which a code is read outside the site: the fiche of the RNCP by its number, Légifrance by a search of
 * the NOR, since its own identifiers are not known to us. Nothing for the others.
 */
export function adresseDuCode({ type, valeur }: { type: string; valeur: string }): string | undefined {
	if (type === 'RNCP') return ficheRncp(valeur);
	if (type === 'NOR') return `https://www.legifrance.gouv.fr/search/all?searchField=ALL&query=${valeur}`;
	return undefined;
}

/** Address at which France compétences publishes a number of the RNCP (`RNCP37682`). */
export const ficheRncp = (code: string): string =>
	`https://www.francecompetences.fr/recherche/rncp/${code.replace('RNCP', '')}/`;

/** Prefixes a path of the site with the sub-path that it is published under (`/` or `/lignee` or `/lignee/`). */
export const sousChemin = (base: string, chemin: string): string => base.replace(/\/$/, '') + chemin;

/** Address of each data file: a path from the site's root. */
export const donnees = {
	catalogue: '/donnees/catalogue.json',
	codes: '/donnees/rncp.json',
	inventaire: '/donnees/inventaire.json',
	empreintes: '/donnees/empreintes.json',
	titre: (version: string, extension: 'json' | 'csv' | 'md') => `/donnees/titres/${version}.${extension}`,
	comparaison: (de: string, vers: string, extension: 'json' | 'csv' = 'json') =>
		`/donnees/comparaisons/${de}--${vers}.${extension}`,
	case: (version: string) => `/donnees/case/${version}.json`,
	skos: (version: string) => `/donnees/skos/${version}.jsonld`,
	schema: (nom: string) => `/donnees/schemas/${nom}`,
};
