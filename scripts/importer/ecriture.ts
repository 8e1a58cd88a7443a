import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refus } from '../../src/domaine/importation/refus.ts';

/** A file to write: where, and its bytes. */
export type Sortie = { chemin: string; contenu: string | Uint8Array };

/**
 * Writes all the files or none: each beside its place under a temporary name, then all renamed. A run that is cut
 * leaves what was there before.
 */
export const ecrireEnsemble = (sorties: readonly Sortie[]): void => {
	const temporaires: { temporaire: string; chemin: string }[] = [];
	try {
		for (const { chemin, contenu } of sorties) {
			mkdirSync(dirname(chemin), { recursive: true });
			const temporaire = join(dirname(chemin), `.${basename(chemin)}.${process.pid}.tmp`);
			temporaires.push({ temporaire, chemin });
			writeFileSync(temporaire, contenu);
		}
		for (const { temporaire, chemin } of temporaires) renameSync(temporaire, chemin);
	} catch (erreur) {
		for (const { temporaire } of temporaires) rmSync(temporaire, { force: true });
		throw new Refus(
			`écriture impossible dans ${dirname(sorties[0]?.chemin ?? '.')} : ${motif(erreur)} ; rien n’a été écrit`,
		);
	}
};

const MOTIFS: Record<string, string> = {
	EACCES: 'droits insuffisants',
	EPERM: 'droits insuffisants',
	EROFS: 'système de fichiers en lecture seule',
	ENOTDIR: 'un fichier tient la place d’un dossier',
	EEXIST: 'un fichier tient la place d’un dossier',
	EISDIR: 'un dossier tient la place du fichier',
	ENOSPC: 'disque plein',
};

const motif = (erreur: unknown): string => {
	const code = (erreur as NodeJS.ErrnoException).code ?? '';
	return MOTIFS[code] ?? (code || String(erreur));
};

/** The first bytes of a document, enough to tell what it is: an export of the RNCP is too long to be read whole. */
export const lireTete = (chemin: string): Uint8Array => {
	verifierFichier(chemin);
	try {
		const fichier = openSync(chemin, 'r');
		const tete = new Uint8Array(1024);
		const lus = readSync(fichier, tete, 0, tete.length, 0);
		closeSync(fichier);
		return tete.subarray(0, lus);
	} catch (erreur) {
		throw new Refus(`${chemin} : lecture impossible (${motif(erreur)})`);
	}
};

/** The bytes of a document that is given on the command line. */
export const lireFichier = (chemin: string): Uint8Array => {
	verifierFichier(chemin);
	try {
		return readFileSync(chemin);
	} catch (erreur) {
		throw new Refus(`${chemin} : lecture impossible (${motif(erreur)})`);
	}
};

const verifierFichier = (chemin: string): void => {
	if (!existsSync(chemin)) throw new Refus(`${chemin} : ce fichier n’existe pas`);
	const etat = statSync(chemin);
	if (etat.isDirectory()) throw new Refus(`${chemin} : c’est un dossier ; donner un fichier`);
	if (etat.size === 0) throw new Refus(`${chemin} : fichier vide`);
};
