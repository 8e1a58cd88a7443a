import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Files of the project that a build reads. */
const SOURCES = ['astro.config.mjs', 'content', 'package.json', 'public', 'scripts', 'src', 'tsconfig.json'];
/** Caches of Astro and Vite in this project. */
const CACHES = /^\.(?:astro|vite)/;
/** Linux's disk in memory, used if it exists, so that the speed of the disk is not measured. */
const MEMOIRE = '/dev/shm';

/**
 * Copies the project, with links to its dependencies: builds of large catalogues then leave `dist` and the caches of
 * the project alone. Everything is on one disk, since Astro renames files from one folder to another.
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
 * Links the dependencies of the project into a copy, without the caches of Astro and Vite: two concurrent builds that
 * share these would empty each other's content store.
 */
export function lierModules(copie: string): void {
	const modules = join(copie, 'node_modules');
	mkdirSync(modules);
	for (const nom of readdirSync('node_modules'))
		if (!CACHES.test(nom)) symlinkSync(resolve('node_modules', nom), join(modules, nom));
}
