import { racine } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { donnees } from '../domaine/exports/adresse-donnees.ts';
import { publierCase } from '../domaine/exports/case/paquet.ts';
import { publierCatalogue } from '../domaine/exports/catalogue.ts';
import { publierCsv } from '../domaine/exports/csv.ts';
import { empreinteDe } from '../domaine/exports/empreinte.ts';
import { FORMES } from '../domaine/exports/forme.ts';
import { json } from '../domaine/exports/json.ts';
import { publierMarkdown } from '../domaine/exports/markdown.ts';
import { comparaisonModifieeLe, modifieeLe, plusRecent } from '../domaine/exports/modification.ts';
import type { ComparaisonPlacee, Relations } from '../domaine/exports/relation.ts';
import { publierSkos } from '../domaine/exports/skos.ts';
import { publierBloc, publierTitre } from '../domaine/exports/titre.ts';
import type { Version } from '../domaine/version.ts';
import { lireCorps } from '../loaders/corps.ts';
import type { EmpreintesPubliees, FichierPublie } from '../schemas/donnees/inventaire.ts';
import type { TitrePublie } from '../schemas/donnees/titre.ts';
import { type CatalogueIndexe, catalogue } from './catalogue.ts';
import { comparaisons } from './comparaison.ts';

/** A data file: what it is, and what writes it. */
export interface Fichier extends Omit<FichierPublie, 'octets' | 'sha256'> {
	ecrire: () => string;
}

let liste: Fichier[] | undefined;

/** Every data file of the site but the inventory and the schemas. */
export function fichiers(): Fichier[] {
	if (!liste || import.meta.env.DEV) liste = lister();
	return liste;
}

function lister(): Fichier[] {
	const index = catalogue();
	const paires = comparaisons();
	const parAncienne = Map.groupBy(paires, ({ de }) => de.id);
	const successions = Map.groupBy(
		index.lignees.flatMap((l) => l.successions),
		({ de }) => de,
	);
	const derniere = plusRecent(index.versions.map(modifieeLe)) ?? null;
	return [
		fichier('catalogue', donnees.catalogue, derniere, () => json(publierCatalogue(index.versions))),
		fichier('empreintes', donnees.empreintes, derniere, () => json(toutesEmpreintes(index, paires))),
		...index.versions.flatMap((version) =>
			deVersion(version, index, {
				comparaisons: parAncienne.get(version.id) ?? [],
				successions: successions.get(version.id) ?? [],
			}),
		),
		...paires.map(({ de, vers, comparaison, correspondance }) =>
			fichier(
				'comparaison',
				donnees.comparaison(de.id, vers.id),
				comparaisonModifieeLe(de, vers, correspondance) ?? null,
				() => json(comparaison),
			),
		),
	];
}

function deVersion(version: Version, index: CatalogueIndexe, relations: Relations): Fichier[] {
	const jour = modifieeLe(version) ?? null;
	const un = (forme: FichierPublie['forme'], chemin: string, ecrire: () => string) =>
		fichier(forme, chemin, jour, ecrire, version.id);
	return [
		un('titre', donnees.titre(version.id, 'json'), () => json(titreDe(version, index))),
		un('csv', donnees.titre(version.id, 'csv'), () => publierCsv(version)),
		un('markdown', donnees.titre(version.id, 'md'), () => markdown(version, index)),
		un('case', donnees.case(version.id), () => json(publierCase(version, relations, index.version, racine))),
		un('skos', donnees.skos(version.id), () => json(publierSkos(version, relations, index.version, racine))),
	];
}

function fichier(
	forme: FichierPublie['forme'],
	chemin: string,
	jour: string | null,
	ecrire: () => string,
	version: string | null = null,
): Fichier {
	const { type, schema } = FORMES[forme];
	return { chemin, forme, type, schema: schema && donnees.schema(schema), version, modifieLe: jour, ecrire };
}

/** A version as it is published: its page, its JSON, its Markdown and the list of hashes all start from it. */
const TITRES = new WeakMap<Version, TitrePublie>();

export function titreDe(version: Version, { prose }: CatalogueIndexe): TitrePublie {
	const titre = TITRES.get(version) ?? publierTitre(version, prose.get(version.id));
	TITRES.set(version, titre);
	return titre;
}

const markdown = (version: Version, index: CatalogueIndexe): string =>
	publierMarkdown(version, {
		corps: version.detenue ? lireCorps(version.id) : undefined,
		texte: index.prose.get(version.id),
		parId: index.version,
		page: racine + adresse.titre(version.id),
		donnees: titreDe(version, index),
	});

function toutesEmpreintes(index: CatalogueIndexe, paires: readonly ComparaisonPlacee[]): EmpreintesPubliees {
	return Object.fromEntries([
		...index.versions.flatMap((version): [string, string][] => [
			[adresse.titre(version.id), titreDe(version, index).empreinte],
			...version.blocs
				.map(publierBloc)
				.flatMap((bloc): [string, string][] => [
					[adresse.titre(bloc.id), empreinteDe(bloc)],
					...bloc.competences.map((c): [string, string] => [adresse.titre(c.id), empreinteDe(c)]),
				]),
		]),
		...paires.map(({ de, vers, comparaison }): [string, string] => [
			adresse.comparaison(de.id, vers.id),
			empreinteDe(comparaison),
		]),
	]);
}
