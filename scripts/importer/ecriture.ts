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

/** Documents first, then what names them, then what names versions: cut anywhere, nothing names a void. */
const ORDRE = ['sources', 'titres', 'lignees', 'correspondances'];
const rang = ({ chemin }: { chemin: string }): number => ORDRE.indexOf(basename(dirname(chemin)));

/**
 * Writes all the files or none: each beside its place under a temporary name, then all renamed. A run that is killed
 * between two names leaves whole files only, in an order that the catalogue accepts; the same command with `--force` ends it. Files that
 * have these bytes already are left alone.
 * @throws Refus where a file cannot be written: what was new is taken away again, and what could not be is named
 */
export const ecrireEnsemble = (sorties: readonly Sortie[]): void => {
	const fichiers = sorties
		.map(({ chemin, contenu }) => ({
			chemin,
			contenu,
			nouveau: !existsSync(chemin),
			temporaire: join(dirname(chemin), `.${basename(chemin)}.${process.pid}.tmp`),
		}))
		.filter(({ chemin, contenu, nouveau }) => nouveau || !Buffer.from(contenu).equals(readFileSync(chemin)))
		.sort((a, b) => rang(a) - rang(b));
	const places: typeof fichiers = [];
	try {
		for (const { chemin, contenu, temporaire } of fichiers) {
			mkdirSync(dirname(chemin), { recursive: true });
			writeFileSync(temporaire, contenu);
		}
		for (const fichier of fichiers) {
			renameSync(fichier.temporaire, fichier.chemin);
			places.push(fichier);
		}
	} catch (erreur) {
		for (const { temporaire } of fichiers) retirer(temporaire);
		const restes = places.filter(({ nouveau, chemin }) => !nouveau || !retirer(chemin)).map(({ chemin }) => chemin);
		throw new Refus(
			`écriture impossible dans ${dirname(sorties[0]?.chemin ?? '.')} : ${motif(erreur)} ; ${
				restes.length
					? `seuls sont écrits ${restes.join(', ')}, et la même commande avec --force finira`
					: 'rien n’a été écrit'
			}`,
		);
	}
};

/** @returns whether the file is no longer there: a disk may refuse that too */
const retirer = (chemin: string): boolean => {
	try {
		rmSync(chemin, { force: true });
		return true;
	} catch {
		return false;
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
