import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Content of a lock: the process that holds it. */
export const MARQUE = 'construction.json';
type Tenant = { pid: number; hote: string; depart: string | undefined };
/** Holder of a folder: a process, nobody yet (`vide`) or any more (`absent`), or somebody else than a build. */
type Etat = Tenant | 'vide' | 'absent' | 'étranger';

const PAS = 100;
/** A folder that stays empty so long, in ms, was left by a build killed as it made it. */
const VIDE = 2_000;
/** On another machine, a process cannot be asked for: a lock watched so long, in ms, without a change is abandoned. */
const AILLEURS = 600_000;

/**
 * Takes a folder for this process alone. Making a folder is one operation of the disk, wherever it stands: whoever
 * makes it has it. A folder whose process is dead is cleared and taken; one that no build has made is left as it is.
 * @param vider clears what a dead build left in it, but for the mark
 * @param attendre called once, with the process that is waited for
 * @returns whether it was taken: false where the folder is not a build's
 */
export async function prendre(
	dossier: string,
	vider: () => void,
	attendre: (pid: number) => void,
	patience = AILLEURS,
): Promise<boolean> {
	let vu = '';
	let depuis = 0;
	for (;;) {
		if (creer(dossier)) return true;
		const etat = lire(dossier);
		if (etat === 'étranger') return false;
		if (etat === 'absent') continue;
		const signe = JSON.stringify(etat);
		if (signe !== vu && typeof etat === 'object') attendre(etat.pid);
		if (signe !== vu) [vu, depuis] = [signe, performance.now()];
		const observe = performance.now() - depuis;
		const abandonne = etat === 'vide' ? observe > VIDE : !vit(etat) || (etat.hote !== hostname() && observe > patience);
		if (!abandonne) await setTimeout(PAS);
		else {
			if (etat !== 'vide') vider();
			rendre(dossier);
		}
	}
}

/** Gives the folder back: nothing but the mark is left in it. */
export function rendre(dossier: string): void {
	tolerer(() => rmSync(join(dossier, MARQUE)), 'ENOENT');
	tolerer(() => rmdirSync(dossier), 'ENOENT', 'ENOTEMPTY');
}

function creer(dossier: string): boolean {
	if (!tolerer(() => mkdirSync(dossier), 'EEXIST')) return false;
	const tenant: Tenant = { pid: process.pid, hote: hostname(), depart: departDe(process.pid) };
	writeFileSync(join(dossier, MARQUE), JSON.stringify(tenant));
	return true;
}

function lire(dossier: string): Etat {
	try {
		const marque = readFileSync(join(dossier, MARQUE), 'utf8');
		// Between the opening of the mark and its first byte.
		if (!marque) return 'vide';
		const { pid, hote, depart } = JSON.parse(marque);
		return Number.isSafeInteger(pid) && pid > 0 ? { pid, hote: String(hote), depart } : 'étranger';
	} catch (erreur) {
		if ((erreur as NodeJS.ErrnoException).code !== 'ENOENT') return 'étranger';
	}
	try {
		return readdirSync(dossier).length ? 'étranger' : 'vide';
	} catch {
		return 'absent';
	}
}

/** True where a process of this machine still runs: a number may have passed to another one since. */
function vit({ pid, hote, depart }: Tenant): boolean {
	if (hote !== hostname()) return true;
	try {
		process.kill(pid, 0);
	} catch (erreur) {
		if ((erreur as NodeJS.ErrnoException).code === 'ESRCH') return false;
	}
	return departDe(pid) === depart;
}

/** Start of a process, as Linux counts it; nothing elsewhere. */
function departDe(pid: number): string | undefined {
	try {
		// After the name in parentheses, it is the 20th field.
		return readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ')[19];
	} catch {
		return undefined;
	}
}

/** @returns false where it fails for one of these reasons */
function tolerer(faire: () => unknown, ...codes: string[]): boolean {
	try {
		faire();
		return true;
	} catch (erreur) {
		if (codes.includes((erreur as NodeJS.ErrnoException).code ?? '')) return false;
		throw erreur;
	}
}
