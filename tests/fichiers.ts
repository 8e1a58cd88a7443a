import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file of a folder and of its folders, by its path from there, sorted. */
export const fichiersDe = (dossier: string): string[] =>
	readdirSync(dossier, { recursive: true, withFileTypes: true })
		.filter((f) => f.isFile())
		.map((f) => relative(dossier, join(f.parentPath, f.name)))
		.sort();
