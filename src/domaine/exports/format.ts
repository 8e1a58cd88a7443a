/** A published JSON file: one value a line, so that two states of it can be compared line by line. */
export const json = (valeur: unknown): string => `${JSON.stringify(valeur, null, '\t')}\n`;

/** Beginnings that a spreadsheet would run as a formula (OWASP, CSV injection), full-width forms included. */
const FORMULE = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as the data files write them: UTF-8 with a byte order mark, semicolons, everything quoted, lines ended as
 * RFC 4180 says. Written here because csv-stringify brings Node's buffers to the browser.
 */
export const enCsv = (rangees: readonly (readonly string[])[]): string =>
	`\ufeff${rangees.map((cellules) => `${cellules.map(citer).join(';')}\r\n`).join('')}`;

const citer = (cellule: string): string =>
	`"${(FORMULE.test(cellule) ? `'${cellule}` : cellule).replaceAll('"', '""')}"`;
