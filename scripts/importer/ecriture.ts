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
	type Stats,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Refus } from '../../src/importation/refus.ts';
import { acheverImport, JOURNAL } from './journal.ts';

/** A file to write. */
export type Sortie = { chemin: string; contenu: string | Uint8Array };

/**
 * Writes all the files of an import or none, even if the process is killed: they are staged in a folder, and one rename
 * commits it (see `acheverImport`). Files with the same content are skipped.
 * @throws Refus on a disk error; the message says whether nothing was written or the next import will complete it
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
 * Completes an interrupted import, and deletes the staging folders of dead processes.
 * @returns paths of the files moved into place
 */
export const reprendre = (dossier: string): string[] => {
	const places = achever(dossier);
	for (const nom of existsSync(dossier) ? readdirSync(dossier) : []) {
		const [, processus] = /^\.import-(\d+)$/u.exec(nom) ?? [];
		if (processus && !vit(Number(processus))) retirer(join(dossier, nom));
	}
	return places;
};

/**
 * Locks the catalogue for this process until it exits.
 * @throws Refus if another import runs, or if the folder is not writable
 */
export const reserver = (dossier: string): void => {
	if (!existsSync(dossier)) return;
	const sien = join(dossier, `${JOURNAL}-${process.pid}`);
	try {
		// Not `recursive`: on a read-only disk it would report a missing folder.
		mkdirSync(sien);
	} catch (erreur) {
		if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST')
			throw new Refus(`écriture impossible dans ${dossier} : ${motifSysteme(erreur)} ; rien n’a été écrit`);
	}
	process.on('exit', () => retirer(sien));
	const autre = readdirSync(dossier).flatMap((nom) => {
		const processus = Number(/^\.import-(\d+)$/u.exec(nom)?.[1] ?? 0);
		return processus && vit(processus) ? [processus] : [];
	})[0];
	if (autre !== undefined)
		throw new Refus(
			`un autre import est en cours dans ${dossier} (processus ${autre}) ; attendre sa fin, et relancer celui-ci`,
		);
};

const achever = (dossier: string): string[] => {
	try {
		return acheverImport(dossier);
	} catch (erreur) {
		throw new Refus(
			`import inachevé dans ${dossier} : ${motifSysteme(erreur)} ; ce qui n’a pas encore sa place est dans ${join(dossier, JOURNAL)}, et le prochain import l’achèvera, une fois l’obstacle levé ; pour y renoncer, supprimer ${join(dossier, JOURNAL)}`,
		);
	}
};

/** Whether another process has this id, even of another user. In a container, ids are often reused. */
const vit = (processus: number): boolean => {
	if (processus === process.pid) return false;
	try {
		process.kill(processus, 0);
		return true;
	} catch (erreur) {
		return (erreur as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/** Deletes a staging folder. If that fails, the next import tries again. */
const retirer = (prepare: string): void => {
	try {
		rmSync(prepare, { recursive: true, force: true });
	} catch {}
};

const MOTIFS: Record<string, string> = {
	EACCES: 'droits insuffisants',
	EPERM: 'droits insuffisants',
	EROFS: 'système de fichiers en lecture seule',
	ENOENT: 'un fichier ou un dossier y manque',
	ENOTDIR: 'un fichier tient la place d’un dossier',
	EEXIST: 'un fichier tient la place d’un dossier',
	EISDIR: 'un dossier tient la place du fichier',
	ELOOP: 'des liens se renvoient l’un à l’autre',
	ENAMETOOLONG: 'nom trop long',
	ENOSPC: 'disque plein',
	ENOTEMPTY: 'un autre import est en cours',
};

/** Reason of a system error, in French. */
export const motifSysteme = (erreur: unknown): string => {
	const code = (erreur as NodeJS.ErrnoException).code ?? '';
	return MOTIFS[code] ?? (code || String(erreur));
};

/** Path and reason of a system error; undefined for other errors. */
export const refusDuSysteme = (erreur: unknown): string | undefined => {
	const { code, path } = erreur as NodeJS.ErrnoException;
	return code !== undefined && code in MOTIFS ? `${path ? `${path} : ` : ''}${MOTIFS[code]}` : undefined;
};

/** First bytes of a document, enough to detect its kind: RNCP exports are too large to be read whole. */
export const lireTete = (chemin: string): Uint8Array => {
	verifierFichier(chemin);
	return lisible(chemin, () => {
		const fichier = openSync(chemin, 'r');
		const tete = new Uint8Array(1024);
		const lus = readSync(fichier, tete, 0, tete.length, 0);
		closeSync(fichier);
		return tete.subarray(0, lus);
	});
};

/** Turns errors of the system into `Refus`. */
const lisible = <T>(chemin: string, lire: () => T): T => {
	try {
		return lire();
	} catch (erreur) {
		const absent = (erreur as NodeJS.ErrnoException).code === 'ENOENT';
		throw new Refus(
			`${chemin} : ${absent ? 'ce fichier n’existe pas' : `lecture impossible (${motifSysteme(erreur)})`}`,
		);
	}
};

/** Maximum size in bytes of a document read whole; referentials have a few MB. RNCP exports are streamed. */
const TAILLE_MAXIMUM = 100_000_000;

/** Bytes of a document given on the command line. */
export const lireFichier = (chemin: string): Uint8Array => {
	const { size } = verifierFichier(chemin);
	if (size > TAILLE_MAXIMUM)
		throw new Refus(
			`${chemin} : ${Math.round(size / 1_000_000)} Mo ; ni une fiche, ni un arrêté, ni un référentiel n’en a plus de ${TAILLE_MAXIMUM / 1_000_000}`,
		);
	return lisible(chemin, () => readFileSync(chemin));
};

const verifierFichier = (chemin: string): Stats => {
	const etat = lisible(chemin, () => statSync(chemin));
	if (etat.isDirectory()) throw new Refus(`${chemin} : c’est un dossier ; donner un fichier`);
	if (!etat.isFile())
		throw new Refus(
			`${chemin} : c’est un tube ou un périphérique ; enregistrer le document dans un fichier, et donner celui-ci`,
		);
	if (etat.size === 0) throw new Refus(`${chemin} : fichier vide`);
	return etat;
};
