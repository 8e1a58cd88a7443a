import { existsSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL } from '../../src/catalogue/dossier.ts';

export { JOURNAL };

/**
 * Completes a committed import by moving its files into place. Two processes may do so at once.
 *
 * An import must change several files of the catalogue, or none. It stages them in `.import-<process>` (`titres/`,
 * `sources/`…), then renames that folder to `JOURNAL`, which commits the import. Until all files are moved, the build
 * refuses to read the catalogue.
 * @returns paths of the moved files, such as `titres/tsgri-2003.md`; usually none
 */
export function acheverImport(dossier: string): string[] {
	const journal = join(dossier, JOURNAL);
	const fichiers = contenu(journal).flatMap((sous) => contenu(join(journal, sous)).map((nom) => join(sous, nom)));
	for (const fichier of fichiers) faire(join(journal, fichier), (chemin) => renameSync(chemin, join(dossier, fichier)));
	for (const sous of contenu(journal)) faire(join(journal, sous), rmdirSync);
	faire(journal, rmdirSync);
	return fichiers;
}

const contenu = (lieu: string): string[] => faire(lieu, (l) => readdirSync(l)) ?? [];

/** Runs an operation on a path, unless it is gone: another process may have handled it. */
function faire<T>(chemin: string, geste: (chemin: string) => T): T | undefined {
	if (!existsSync(chemin)) return undefined;
	try {
		return geste(chemin);
	} catch (erreur) {
		if (existsSync(chemin)) throw erreur;
		return undefined;
	}
}
