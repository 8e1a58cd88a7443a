import { stringify } from 'csv-stringify/sync';
import type { Version } from '../version.ts';
import { resumer } from './catalogue.ts';

/** The columns of `/donnees/titres/<version>.csv`, one line a competence, and what each holds. */
export const COLONNES = {
	version: 'Identifiant de la version',
	sigle: 'Sigle du titre',
	intitule: 'Intitulé, mot pour mot',
	statut: 'Statut au jour où les faits ont été réunis',
	debut: 'Premier jour, AAAA-MM-JJ',
	fin: 'Premier jour où la version n’est plus en vigueur, AAAA-MM-JJ',
	niveau: 'Niveau : I à V (1969) ou 1 à 8 (2019)',
	bloc: 'Identifiant du bloc',
	bloc_type: 'ccp ou ccs',
	bloc_rang: 'Rang du bloc parmi ceux de son type',
	bloc_intitule: 'Intitulé du bloc, mot pour mot',
	competence: 'Identifiant de la compétence ; vide quand le texte n’est pas détenu',
	competence_rang: 'Rang de la compétence dans le bloc',
	competence_libelle: 'Libellé, mot pour mot',
} as const;

type Ligne = Record<keyof typeof COLONNES, string | number | null>;

/**
 * A version as spreadsheets want it: UTF-8 with a byte order mark, semicolons, everything quoted, lines ended as
 * RFC 4180 says. A cell that a spreadsheet would run as a formula is preceded by an apostrophe (OWASP, CSV injection).
 */
export const publierCsv = (version: Version): string =>
	stringify(lignes(version), {
		bom: true,
		columns: Object.keys(COLONNES),
		delimiter: ';',
		escape_formulas: true,
		header: true,
		quoted: true,
		quoted_empty: true,
		record_delimiter: '\r\n',
	});

function lignes(version: Version): Ligne[] {
	const { id, sigle, intitule, statut, debut, fin, niveau } = resumer(version);
	const commun = { version: id, sigle, intitule, statut, debut, fin, niveau };
	const rien = { competence: null, competence_rang: null, competence_libelle: null };
	const blocs = version.blocs.flatMap((bloc): Ligne[] => {
		const place = {
			...commun,
			bloc: bloc.id,
			bloc_type: bloc.type,
			bloc_rang: bloc.rang,
			bloc_intitule: bloc.intitule,
		};
		if (!bloc.competences.length) return [{ ...place, ...rien }];
		return bloc.competences.map((c) => ({
			...place,
			competence: c.id,
			competence_rang: c.rang,
			competence_libelle: c.libelle,
		}));
	});
	if (blocs.length) return blocs;
	return [{ ...commun, bloc: null, bloc_type: null, bloc_rang: null, bloc_intitule: null, ...rien }];
}

/** How a program reads these files: W3C CSV on the Web, metadata of a table. */
export const descriptionCsv = () => ({
	'@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
	'dc:title': 'Une version d’un titre professionnel, une ligne par compétence',
	dialect: { delimiter: ';', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
	tableSchema: {
		columns: Object.entries(COLONNES).map(([name, description]) => ({
			name,
			titles: name,
			'dc:description': description,
			datatype: /_rang$/.test(name) ? 'integer' : /^(debut|fin)$/.test(name) ? 'date' : 'string',
			null: '',
		})),
	},
});
