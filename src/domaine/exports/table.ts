import { enCsv } from './format.ts';

type Valeur = string | number | readonly string[] | null | undefined;

/** Form of the values of a column, in the terms of CSV on the Web. */
type Forme = { datatype: unknown; separator?: string };

const TEXTE: Forme = { datatype: 'string' };
export const ENTIER: Forme = { datatype: 'integer' };
export const JOUR: Forme = { datatype: 'date' };
export const OUI_NON: Forme = { datatype: { base: 'boolean', format: 'oui|non' } };
/** With a decimal comma, as French spreadsheets expect. */
export const DECIMAL: Forme = { datatype: { base: 'decimal', format: { decimalChar: ',' } } };
/** Several values in one cell. */
export const listeDe = (separator: string): Forme => ({ datatype: 'string', separator });

/** Columns of a CSV file, by name: what each holds, how it is read from a line, and its form if it is not a text. */
export type Colonnes<Ligne> = Readonly<
	Record<string, readonly [dit: string, lire: (ligne: Ligne) => Valeur, forme?: Forme]>
>;

/** A header and lines as CSV. */
export const enTable = <Ligne>(colonnes: Colonnes<Ligne>, lignes: readonly Ligne[]): string =>
	enCsv([
		Object.keys(colonnes),
		...lignes.map((ligne) => Object.values(colonnes).map(([, lire, forme]) => ecrire(lire(ligne), forme))),
	]);

function ecrire(valeur: Valeur, forme = TEXTE): string {
	if (valeur !== null && typeof valeur === 'object') return valeur.join(forme.separator);
	return forme === DECIMAL ? String(valeur ?? '').replace('.', ',') : String(valeur ?? '');
}

/**
 * Describes CSV files of one format with CSV on the Web, as a group of tables.
 * @param fichiers addresses of the files
 */
export const decrireTables = <Ligne>(titre: string, colonnes: Colonnes<Ligne>, fichiers: readonly string[]) => ({
	'@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
	'dc:title': titre,
	dialect: { delimiter: ';', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
	tableSchema: {
		columns: Object.entries(colonnes).map(([name, [description, , forme = TEXTE]]) => ({
			name,
			titles: name,
			'dc:description': description,
			...forme,
			null: '',
		})),
	},
	...(fichiers.length && { tables: fichiers.map((url) => ({ url })) }),
});
