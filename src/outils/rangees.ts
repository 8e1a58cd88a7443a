import Papa from 'papaparse';

/** Parses pasted text into rows of cells, separated by tabs or semicolons as in spreadsheets. Titles hold commas. */
export const enRangees = (texte: string): string[][] =>
	Papa.parse<string[]>(texte.trim(), { delimiter: texte.includes('\t') ? '\t' : ';' }).data;
