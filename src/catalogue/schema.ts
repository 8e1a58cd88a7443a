import { z } from 'zod';
import { donnees, racine } from '../adresse.ts';
import { descriptionCsv } from '../domaine/exports/csv.ts';
import { descriptionCsvComparaison } from '../domaine/exports/csv-comparaison.ts';
import { json } from '../domaine/exports/format.ts';
import { FORMES } from '../domaine/exports/forme.ts';
import { shaclDuSkos } from '../domaine/exports/skos.ts';
import { cfPackage } from '../schemas/donnees/case.ts';
import { cataloguePublie } from '../schemas/donnees/catalogue.ts';
import { comparaisonPubliee } from '../schemas/donnees/comparaison.ts';
import { empreintesPubliees, type FichierPublie, inventairePublie } from '../schemas/donnees/inventaire.ts';
import { codesPublies } from '../schemas/donnees/rncp.ts';
import { titrePublie } from '../schemas/donnees/titre.ts';
import { fichiers } from './donnees.ts';
import { publiee } from './publication.ts';

const SCHEMAS = {
	'catalogue.schema.json': cataloguePublie,
	'titre.schema.json': titrePublie,
	'comparaison.schema.json': comparaisonPubliee,
	'case.schema.json': cfPackage,
	'rncp.schema.json': codesPublies,
	'inventaire.schema.json': inventairePublie,
	'empreintes.schema.json': empreintesPubliees,
};

type Schema = { chemin: string; type: string; ecrire: () => string };

/** Descriptions of the published data files: JSON Schemas (2020-12), CSVW tables, SHACL shapes. */
export const schemas = (): Schema[] => {
	const formes = Object.keys(FORMES) as FichierPublie['forme'][];
	const employes = new Set(formes.filter(publiee).map((forme) => FORMES[forme].schema));
	return tous().filter(({ chemin }) => chemin === INVENTAIRE || employes.has(chemin.split('/').at(-1) ?? ''));
};

const INVENTAIRE = donnees.schema('inventaire.schema.json');

const tous = (): Schema[] => [
	...Object.entries(SCHEMAS).map(([nom, schema]) => {
		const chemin = donnees.schema(nom);
		return { chemin, type: 'application/schema+json', ecrire: () => json(decrire(schema, racine + chemin)) };
	}),
	{
		chemin: donnees.schema('titre.csvw.json'),
		type: 'application/csvm+json',
		ecrire: () => json(descriptionCsv(adressesDe('csv'))),
	},
	{
		chemin: donnees.schema('comparaison.csvw.json'),
		type: 'application/csvm+json',
		ecrire: () => json(descriptionCsvComparaison(adressesDe('comparaison-csv'))),
	},
	{ chemin: donnees.schema('skos.shacl.ttl'), type: 'text/turtle', ecrire: () => shaclDuSkos(racine) },
];

const adressesDe = (forme: FichierPublie['forme']): string[] =>
	fichiers().flatMap((f) => (f.forme === forme ? [racine + f.chemin] : []));

function decrire(schema: z.ZodType, $id: string): object {
	const { $schema, ...reste } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
	return { $schema, $id, ...reste };
}
