import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** File in a locked folder that describes the process holding the lock. */
export const MARQUE = 'construction.json';
type Tenant = { pid: number; hote: string; depart: string | undefined };
/** State of a folder: held by a process, without lock file yet (`vide`), gone (`absent`), or not made by a build. */
type Etat = Tenant | 'vide' | 'absent' | 'étranger';

/** Polling interval, in ms. */
const PAS = 100;
/** Time in ms after which a folder that is still empty was left by a build killed as it created it. */
const VIDE = 2_000;
/** Time in ms after which an unchanged lock of another machine is abandoned: whether its process runs is unknown. */
const AILLEURS = 600_000;

/**
 * Locks a folder for this process, by creating it: `mkdir` is atomic on every file system, so that only one process
 * succeeds. A folder whose process is dead is cleared and taken; one that no build has made is left as it is.
 * @param vider removes what a dead build left in the folder, except its lock file
 * @param attendre called with each process that is waited for
 * @param patience see `AILLEURS`
 * @returns true once the lock is held, false if the folder was not made by a build
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

/** Releases the lock: removes the lock file, then the folder if it is empty. */
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
		// The lock file has been created, but not written yet.
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

/** Whether a process still runs. Its start is compared too, since the system reuses pids. On another machine: true. */
const vit = ({ pid, hote, depart }: Tenant): boolean =>
	hote !== hostname() || (existe(pid) && departDe(pid) === depart);

/** Whether this machine has a process with this id, be it of another user. */
export function existe(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (erreur) {
		return (erreur as NodeJS.ErrnoException).code !== 'ESRCH';
	}
}

/** Start time of a process, in clock ticks, as Linux gives it; `undefined` on other systems. */
function departDe(pid: number): string | undefined {
	try {
		// The 20th field after the name in parentheses.
		return readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ')[19];
	} catch {
		return undefined;
	}
}

/** Calls a function. @returns false if it fails with one of these error codes */
export function tolerer(faire: () => unknown, ...codes: string[]): boolean {
	try {
		faire();
		return true;
	} catch (erreur) {
		if (codes.includes((erreur as NodeJS.ErrnoException).code ?? '')) return false;
		throw erreur;
	}
}
