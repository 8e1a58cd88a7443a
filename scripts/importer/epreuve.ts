import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { controlerTitre } from '../../src/catalogue/controles/titre.ts';
import { lireTitre } from '../../src/catalogue/lecture.ts';
import { CatalogueInvalide, type Probleme } from '../../src/catalogue/probleme.ts';
import { Refus } from '../../src/importation/refus.ts';
import type { Sortie } from './ecriture.ts';

/**
 * Validates the catalogue as the build would, on a copy with these files. Problems in other files are ignored, and so
 * are those in `correspondances/`, which an editor settles.
 * @throws Refus with the problems of the files to write
 */
export const eprouver = (dossier: string, sorties: readonly Sortie[]): void => {
	const ecrits = new Set(sorties.map((s) => relative(dossier, s.chemin)));
	try {
		const problemes = surCopie(dossier, sorties, true, problemesDe);
		const fautes = problemes.filter((p) => ecrits.has(p.fichier) && !p.fichier.startsWith('correspondances/'));
		if (fautes.length > 0)
			throw new Refus(
				`la construction refuserait ce qui a été lu ; rien n’est écrit :\n${fautes
					.slice(0, 8)
					.map((p) => `  ${direFaute(p)}`)
					.join('\n')}`,
			);
	} catch (erreur) {
		// The write itself will report a folder that cannot be read or written.
		if ((erreur as NodeJS.ErrnoException).code === undefined) throw erreur;
	}
};

/** Calls `lire` on a temporary folder with these files, and the rest of the catalogue if `entier`. */
const surCopie = <T>(dossier: string, sorties: readonly Sortie[], entier: boolean, lire: (copie: string) => T): T => {
	const copie = mkdtempSync(join(tmpdir(), 'lignee-import-'));
	try {
		// Hidden files, such as .git, are not part of the catalogue.
		if (entier && existsSync(dossier))
			cpSync(dossier, copie, {
				recursive: true,
				verbatimSymlinks: true,
				filter: (source) => source === dossier || !basename(source).startsWith('.'),
			});
		for (const { chemin, contenu } of sorties) {
			const place = join(copie, relative(dossier, chemin));
			mkdirSync(dirname(place), { recursive: true });
			writeFileSync(place, contenu);
		}
		return lire(copie);
	} finally {
		rmSync(copie, { recursive: true, force: true });
	}
};

const direFaute = ({ champ, message }: Probleme): string => `${champ ? `${champ} : ` : ''}${message}`;

const problemesDe = (dossier: string) => {
	try {
		lireCatalogue(dossier);
		return [];
	} catch (erreur) {
		if (erreur instanceof CatalogueInvalide) return erreur.problemes;
		throw erreur;
	}
};

/**
 * Validates one title on its own, so that in a batch an invalid fiche stops only itself.
 * @throws Refus with the first problem
 */
export const eprouverTitre = (dossier: string, id: string, sorties: readonly Sortie[]): void => {
	const [faute] = surCopie(dossier, sorties, false, (copie) => {
		const { data, problemes } = lireTitre(copie, id);
		return [...problemes, ...(data ? controlerTitre(data, copie) : [])];
	});
	if (faute) throw new Refus(`la construction refuserait ${direFaute(faute)}`);
};
