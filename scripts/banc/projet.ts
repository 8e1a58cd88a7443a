import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Files of the project that a build reads. */
const SOURCES = ['astro.config.mjs', 'content', 'package.json', 'public', 'scripts', 'src', 'tsconfig.json'];
/** Caches of Astro and Vite in this project. */
const CACHES = /^\.(?:astro|vite)/;
/** A disk in memory, where Linux has one: what is measured is the work and not the disk. */
const MEMOIRE = '/dev/shm';

/**
 * A copy of the project to measure, with links to its dependencies: builds of large catalogues disturb neither `dist`
 * nor the caches of the real one, and everything stands on one disk, since Astro renames from one folder to the other.
 */
export function copierProjet(parent = existsSync(MEMOIRE) ? MEMOIRE : tmpdir()): {
	racine: string;
	enMemoire: boolean;
	retirer: () => void;
} {
	const racine = mkdtempSync(join(parent, 'lignee-banc-'));
	for (const source of SOURCES) cpSync(source, join(racine, source), { recursive: true });
	lierModules(racine);
	return { racine, enMemoire: parent === MEMOIRE, retirer: () => rmSync(racine, { recursive: true, force: true }) };
}

/**
 * Gives a copy of the project the dependencies of this one, and caches of its own: two builds at once that share them
 * empty the store of content under each other.
 */
export function lierModules(copie: string): void {
	const modules = join(copie, 'node_modules');
	mkdirSync(modules);
	for (const nom of readdirSync('node_modules'))
		if (!CACHES.test(nom)) symlinkSync(resolve('node_modules', nom), join(modules, nom));
}
