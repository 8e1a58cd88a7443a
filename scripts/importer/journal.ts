import { existsSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL } from '../../src/catalogue/dossier.ts';

export { JOURNAL };

/**
 * An import changes several files of the catalogue, and must change all of them or none. It prepares the folder
 * `.import-<process>` (`titres/`, `sources/`…, as in the catalogue), then gives it the name of `JOURNAL`: that one
 * rename decides. Before it, nothing has happened; after it, the next import puts the files in their places, and the
 * catalogue is not read until then.
 *
 * Puts in their places the files of an import that was decided and not ended. Two processes may do it at once.
 * @returns the files that had to be, `titres/tsgri-2003.md`; none most of the time
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

/** Does something with what stands there; what no longer does, another process has dealt with. */
function faire<T>(chemin: string, geste: (chemin: string) => T): T | undefined {
	if (!existsSync(chemin)) return undefined;
	try {
		return geste(chemin);
	} catch (erreur) {
		if (existsSync(chemin)) throw erreur;
		return undefined;
	}
}
