import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Refus } from '../../src/importation/refus.ts';
import { acheverImport, JOURNAL } from './journal.ts';

/** A file to write: where, and its bytes. */
export type Sortie = { chemin: string; contenu: string | Uint8Array };

/**
 * Writes all the files of an import or none, whenever it is stopped: they are prepared aside, and one rename decides
 * (see `acheverImport`). Files that have these bytes already are left alone.
 * @throws Refus where the disk refuses: it says whether nothing was written, or whoever reads the catalogue next will end it
 */
export const ecrireEnsemble = (dossier: string, sorties: readonly Sortie[]): void => {
	const fichiers = sorties.filter(
		({ chemin, contenu }) => !existsSync(chemin) || !Buffer.from(contenu).equals(readFileSync(chemin)),
	);
	if (fichiers.length === 0) return;
	const prepare = join(dossier, `${JOURNAL}-${process.pid}`);
	try {
		for (const { chemin, contenu } of fichiers) {
			const place = join(prepare, relative(dossier, chemin));
			mkdirSync(dirname(chemin), { recursive: true });
			mkdirSync(dirname(place), { recursive: true });
			writeFileSync(place, contenu);
		}
		renameSync(prepare, join(dossier, JOURNAL));
	} catch (erreur) {
		retirer(prepare);
		throw new Refus(`écriture impossible dans ${dossier} : ${motifSysteme(erreur)} ; rien n’a été écrit`);
	}
	achever(dossier);
};

/**
 * Ends what a previous import, stopped, left to be done, and clears what it had only prepared.
 * @returns the files put in their places
 */
export const reprendre = (dossier: string): string[] => {
	const places = achever(dossier);
	for (const nom of existsSync(dossier) ? readdirSync(dossier) : []) {
		const [, processus] = /^\.import-(\d+)$/u.exec(nom) ?? [];
		if (processus && !vit(Number(processus))) retirer(join(dossier, nom));
	}
	return places;
};

const achever = (dossier: string): string[] => {
	try {
		return acheverImport(dossier);
	} catch (erreur) {
		throw new Refus(
			`import inachevé dans ${dossier} : ${motifSysteme(erreur)} ; ce qui n’a pas encore sa place est dans ${join(dossier, JOURNAL)}, et le prochain import l’achèvera ; pour y renoncer, supprimer ce dossier`,
		);
	}
};

/** Whether another process runs under this number, be it another user's: in a container, a new one often has an old one's. */
const vit = (processus: number): boolean => {
	if (processus === process.pid) return false;
	try {
		process.kill(processus, 0);
		return true;
	} catch (erreur) {
		return (erreur as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/** Removes what was prepared; a disk may refuse that too, and the next import tries again. */
const retirer = (prepare: string): void => {
	try {
		rmSync(prepare, { recursive: true, force: true });
	} catch {}
};

const MOTIFS: Record<string, string> = {
	EACCES: 'droits insuffisants',
	EPERM: 'droits insuffisants',
	EROFS: 'système de fichiers en lecture seule',
	ENOTDIR: 'un fichier tient la place d’un dossier',
	EEXIST: 'un fichier tient la place d’un dossier',
	EISDIR: 'un dossier tient la place du fichier',
	ENOSPC: 'disque plein',
	ENOTEMPTY: 'un autre import est en cours',
};

/** What the system refuses, in French. */
export const motifSysteme = (erreur: unknown): string => {
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
		throw new Refus(`${chemin} : lecture impossible (${motifSysteme(erreur)})`);
	}
};

/** The bytes of a document that is given on the command line. */
export const lireFichier = (chemin: string): Uint8Array => {
	verifierFichier(chemin);
	try {
		return readFileSync(chemin);
	} catch (erreur) {
		throw new Refus(`${chemin} : lecture impossible (${motifSysteme(erreur)})`);
	}
};

const verifierFichier = (chemin: string): void => {
	if (!existsSync(chemin)) throw new Refus(`${chemin} : ce fichier n’existe pas`);
	const etat = statSync(chemin);
	if (etat.isDirectory()) throw new Refus(`${chemin} : c’est un dossier ; donner un fichier`);
	if (etat.size === 0) throw new Refus(`${chemin} : fichier vide`);
};
