import Papa from 'papaparse';

/** Cells of a pasted text: apart by tabs or semicolons, as spreadsheets give them; a comma belongs to a title. */
export const enRangees = (texte: string): string[][] =>
	Papa.parse<string[]>(texte.trim(), { delimiter: texte.includes('\t') ? '\t' : ';' }).data;
