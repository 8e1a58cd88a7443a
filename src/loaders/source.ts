import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierCatalogue } from './catalogue.ts';

/** Bytes of an official document of the catalogue. */
export const lireSource = (document: string): Uint8Array<ArrayBuffer> =>
	new Uint8Array(readFileSync(join(dossierCatalogue(), 'sources', document)));

/** An official document as text, where it is text. */
export const texteSource = (document: string): string | undefined =>
	/\.(txt|md|xml)$/.test(document) ? new TextDecoder().decode(lireSource(document)) : undefined;
