/**
 * Paths of the site's pages, from its root and with a trailing slash. Ids are those of the catalogue (`tsgri-2003`,
 * `tsgri-2003/ccp-1`, `tsgri-2003/ccp-1/c3`).
 */
export const adresse = {
	/** Page of a version, of a bloc or of a competence: the id is the path. */
	titre: (id: string) => `/titres/${id}/`,
	/** Same, or the anchor of a transversal competence (`tssr-2023/transversales/c1`) on the page of its version. */
	element: (id: string) => adresse.titre(id).replace(/\/transversales\/(c\d+)\/$/, '/#transversales-$1'),
	document: (version: string) => `/titres/${version}/document/`,
	/** Page of an RNCP code: `RNCP37682`. */
	rncp: (code: string) => `/rncp/${code.replace('RNCP', '')}/`,
	lignee: (id: string) => `/lignees/${id}/`,
	fluxLignee: (id: string) => `/lignees/${id}/flux.xml`,
	/** Entry of an RNCP export on the page of news. */
	nouveautes: (importation: string) => `/nouveautes/#import-${importation}`,
	comparaison: (de: string, vers: string) => `/comparer/${de}/${vers}/`,
	/** Comparison of the prose of two versions, too long for the page of their comparison. */
	comparaisonTexte: (de: string, vers: string) => `/comparer/${de}/${vers}/texte/`,
	imageSite: '/images/lignee.png',
	imageTitre: (version: string) => `/images/titres/${version}.png`,
	imageLignee: (lignee: string) => `/images/lignees/${lignee}.png`,
	imageComparaison: (de: string, vers: string) => `/images/comparer/${de}/${vers}.png`,
	guide: (slug: string) => `/guides/${slug}/`,
	/** A term in the list of the glossary (`terme`), or on its own page (`pageTerme`). */
	terme: (id: string) => `/glossaire/#${id}`,
	pageTerme: (id: string) => `/glossaire/${id}/`,
};

/**
 * Address of a code outside the site: its fiche for an RNCP number, or a search of Légifrance for a NOR, since the ids
 * of Légifrance are not in the catalogue. Undefined for other types.
 */
export function adresseDuCode({ type, valeur }: { type: string; valeur: string }): string | undefined {
	if (type === 'RNCP') return ficheRncp(valeur);
	if (type === 'NOR') return `https://www.legifrance.gouv.fr/search/all?searchField=ALL&query=${valeur}`;
	return undefined;
}

/** Address of an RNCP fiche (`RNCP37682`) at France compétences. */
export const ficheRncp = (code: string): string =>
	`https://www.francecompetences.fr/recherche/rncp/${code.replace('RNCP', '')}/`;

/** Prefixes a path with the sub-path that the site is published under (`/`, `/lignee` or `/lignee/`). */
export const sousChemin = (base: string, chemin: string): string => base.replace(/\/$/, '') + chemin;

/** Paths of the data files, from the site's root. */
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
