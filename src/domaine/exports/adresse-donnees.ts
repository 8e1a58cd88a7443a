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
