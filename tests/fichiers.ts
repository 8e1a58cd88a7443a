import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Relative paths of all files of a folder and its subfolders, sorted. */
export const fichiersDe = (dossier: string): string[] =>
	readdirSync(dossier, { recursive: true, withFileTypes: true })
		.filter((f) => f.isFile())
		.map((f) => relative(dossier, join(f.parentPath, f.name)))
		.sort();
