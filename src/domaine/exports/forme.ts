import type { FichierPublie } from '../../schemas/donnees/inventaire.ts';
import { donnees } from '../adresse.ts';

/** A published data format, as documented on `/donnees/`. */
export interface Forme {
	nom: string;
	/** Path, with variable parts in braces. */
	adresse: string;
	type: string;
	/** File under `/donnees/schemas/` that describes it. */
	schema: string | null;
	contenu: string;
}

export const FORMES: Record<FichierPublie['forme'], Forme> = {
	catalogue: {
		nom: 'Catalogue',
		adresse: donnees.catalogue,
		type: 'application/json',
		schema: 'catalogue.schema.json',
		contenu: 'Toutes les versions, détenues ou seulement connues, avec leurs blocs et leurs compétences.',
	},
	titre: {
		nom: 'Une version, JSON',
		adresse: donnees.titre('{version}', 'json'),
		type: 'application/json',
		schema: 'titre.schema.json',
		contenu:
			'Une version entière : faits et règles avec leurs sources, blocs, compétences, texte, réparations, statut.',
	},
	csv: {
		nom: 'Une version, CSV',
		adresse: donnees.titre('{version}', 'csv'),
		type: 'text/csv',
		schema: 'titre.csvw.json',
		contenu:
			'Une ligne par compétence, pour un tableur : UTF-8 avec marque d’ordre, points-virgules, tout entre guillemets. Une cellule qui passerait pour une formule est précédée d’une apostrophe.',
	},
	markdown: {
		nom: 'Une version, Markdown',
		adresse: donnees.titre('{version}', 'md'),
		type: 'text/markdown',
		schema: null,
		contenu: 'Le texte officiel entier. Notre ligne de statut est à part, avant le filet.',
	},
	comparaison: {
		nom: 'Une comparaison',
		adresse: donnees.comparaison('{ancienne}', '{recente}'),
		type: 'application/json',
		schema: 'comparaison.schema.json',
		contenu:
			'Ce que devient chaque bloc et chaque compétence : chaque compétence des deux versions, dans une entrée et une seule ; de celle qu’un calcul laisse seule, la plus proche, s’il y en a une ; et les parentés, qui ne sont jamais des équivalences.',
	},
	'comparaison-csv': {
		nom: 'Une comparaison, CSV',
		adresse: donnees.comparaison('{ancienne}', '{recente}', 'csv'),
		type: 'text/csv',
		schema: 'comparaison.csvw.json',
		contenu:
			'Pour un tableur : une ligne par compétence de chaque côté, avec sa nature, son statut et son motif, et une ligne de plus par parenté.',
	},
	case: {
		nom: '1EdTech CASE 1.1',
		adresse: donnees.case('{version}'),
		type: 'application/json',
		schema: 'case.schema.json',
		contenu:
			'Un CFPackage par version. « replacedBy » : un texte officiel le dit. « isRelatedTo » : une lecture, un calcul ou une parenté, avec nature ou portée, statut et motif en note. Ce qui est à vérifier n’y est pas.',
	},
	skos: {
		nom: 'SKOS et XKOS, JSON-LD',
		adresse: donnees.skos('{version}'),
		type: 'application/ld+json',
		schema: 'skos.shacl.ttl',
		contenu:
			'Une version est un ConceptScheme, blocs et compétences des Concepts ; les correspondances sont des ConceptAssociations, officielles, relues et proposées à part, les parentés aussi (« match » : exactMatch, closeMatch, broadMatch, narrowMatch ou relatedMatch, de l’ancienne à la récente). Ce qui est à vérifier n’y est pas.',
	},
	codes: {
		nom: 'Codes officiels',
		adresse: donnees.codes,
		type: 'application/json',
		schema: 'rncp.schema.json',
		contenu:
			'Chaque code RNCP, de bloc, TP et NOR du catalogue : la version qu’il désigne, si elle est en vigueur, ce qui la suit, et ce que vaut chaque réponse.',
	},
	empreintes: {
		nom: 'Empreintes',
		adresse: donnees.empreintes,
		type: 'application/json',
		schema: 'empreintes.schema.json',
		contenu: 'L’empreinte entière de chaque page qui se cite, par son chemin.',
	},
};

/** Formats whose content is also in the JSON of a version or on the page of a comparison. */
const DERIVEES: ReadonlySet<FichierPublie['forme']> = new Set([
	'csv', 'markdown', 'case', 'skos', 'comparaison', 'comparaison-csv',
]); // biome-ignore format: a list to read

/** Whether a site publishes this format. A site that must have few files leaves out derived formats. */
export const estPubliee = (forme: FichierPublie['forme'], peuDeFichiers: boolean): boolean =>
	!peuDeFichiers || !DERIVEES.has(forme);

/** Whether a file of this format is about the whole catalogue. */
export const estDuCatalogue = ({ forme }: Pick<FichierPublie, 'forme'>): boolean =>
	!FORMES[forme].adresse.includes('{');
