import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { environnementNu } from '../environnement.ts';

/** Cost of a process, with the processes that it started. */
export interface Cout {
	duree: number;
	/** CPU seconds of all threads. */
	processeur: number;
	/** Peak memory, in MiB. */
	memoire: number;
}

/** Sample of the processes at one moment. */
export interface Releve {
	/** Milliseconds since 1970. */
	heure: number;
	/** CPU seconds since the start. */
	processeur: number;
	/** Memory at this moment, in MiB. */
	memoire: number;
}

/** Sampling interval, in ms. */
const PAS = 50;

/**
 * Runs a script with Node and measures it until it ends. Memory and CPU time are read from `/proc`; on systems other
 * than Linux they are unknown (`NaN`).
 * @param args script and its arguments
 * @throws if the script fails, with the end of its output
 */
export async function mesurer(
	args: readonly string[],
	options: {
		dossier: string;
		env?: Record<string, string>;
		/** Exit codes that are not a failure; 0 by default. */
		codes?: readonly number[];
	},
): Promise<{ cout: Cout; releves: Releve[]; sortie: string }> {
	const connu = existsSync('/proc/self/status');
	const depart = connu ? 0 : Number.NaN;
	const releves: Releve[] = [{ heure: maintenant(), processeur: depart, memoire: depart }];
	const enfant = spawn(process.execPath, [...args], {
		cwd: options.dossier,
		env: environnementNu({ ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...options.env }),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let [sortie, journal] = ['', ''];
	enfant.stdout.on('data', (texte: Buffer) => {
		sortie += texte;
	});
	enfant.stderr.on('data', (texte: Buffer) => {
		journal = (journal + texte).slice(-4000);
	});
	const processeurs = new Map<number, number>();
	const regarder = () => {
		const vus = connu ? arbre(enfant.pid as number) : [];
		for (const { pid, processeur } of vus) processeurs.set(pid, processeur);
		releves.push({
			heure: maintenant(),
			processeur: processeurs.values().reduce((somme, s) => somme + s, depart),
			memoire: vus.reduce((somme, p) => somme + p.memoire / 1024, depart),
		});
	};
	const releve = setInterval(regarder, PAS);
	const code = await new Promise<number | null>((finir) => enfant.on('close', finir));
	clearInterval(releve);
	if (code === null || !(options.codes ?? [0]).includes(code))
		throw new Error(`${args.join(' ')} a échoué (${code}) :\n${sortie.slice(-2000)}\n${journal}`);
	const [premier, dernier] = [releves[0], releves.at(-1)] as [Releve, Releve];
	return {
		cout: {
			duree: (maintenant() - premier.heure) / 1000,
			processeur: dernier.processeur,
			memoire: Math.max(...releves.map(({ memoire }) => memoire)),
		},
		releves,
		sortie,
	};
}

/** Milliseconds since 1970, with fractions: a clock that processes of one machine share. */
export const maintenant = (): number => performance.timeOrigin + performance.now();

/** Calls a function. @returns what it gives, and the seconds that it takes */
export function chronometrer<T>(faire: () => T): [T, number] {
	const debut = performance.now();
	const fait = faire();
	return [fait, (performance.now() - debut) / 1000];
}

/** A process and those that it started, with CPU seconds and memory in KiB. Processes that have ended are left out. */
function arbre(pid: number): { pid: number; processeur: number; memoire: number }[] {
	try {
		const lire = (fichier: string) => readFileSync(`/proc/${pid}/${fichier}`, 'utf8');
		// utime and stime: the 12th and 13th fields after the name in parentheses, in hundredths of a second.
		const champs = lire('stat')
			.replace(/^.*\) /s, '')
			.split(' ');
		const processeur = (Number(champs[11]) + Number(champs[12])) / 100;
		const memoire = Number(/^VmRSS:\s+(\d+)/m.exec(lire('status'))?.[1] ?? 0);
		const enfants = lire(`task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
		return [{ pid, processeur, memoire }, ...enfants.flatMap(arbre)];
	} catch {
		return [];
	}
}
