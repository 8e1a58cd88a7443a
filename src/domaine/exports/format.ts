/** A published JSON file, with one value a line so that versions of it can be compared with a line diff. */
export const json = (valeur: unknown): string => `${JSON.stringify(valeur, null, '\t')}\n`;

/**
 * First characters that make a spreadsheet run a cell as a formula (OWASP, CSV injection), full-width forms included.
 */
const FORMULE = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as CSV: UTF-8 with a byte order mark, semicolons, all cells quoted, CRLF line ends (RFC 4180). Not
 * csv-stringify, which brings Node's buffers to the browser.
 */
export const enCsv = (rangees: readonly (readonly string[])[]): string =>
	`\ufeff${rangees.map((cellules) => `${cellules.map(citer).join(';')}\r\n`).join('')}`;

const citer = (cellule: string): string =>
	`"${(FORMULE.test(cellule) ? `'${cellule}` : cellule).replaceAll('"', '""')}"`;
