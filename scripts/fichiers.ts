import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Paths of all files under a folder, relative to it. */
export const fichiersDe = (dossier: string): string[] =>
	readdirSync(dossier, { recursive: true, withFileTypes: true })
		.filter((entree) => entree.isFile())
		.map((entree) => relative(dossier, join(entree.parentPath, entree.name)));
