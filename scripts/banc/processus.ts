import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { environnementNu } from '../environnement.ts';

/** Cost of a whole process, the processes that it started included. */
export interface Cout {
	/** Seconds, by the clock. */
	duree: number;
	/** Seconds of processor, of all threads. */
	processeur: number;
	/** Memory at its peak, in MiB. */
	memoire: number;
}

/** Cost of the processes at one moment. */
export interface Releve {
	/** Milliseconds since 1970. */
	heure: number;
	/** Seconds of processor since the start. */
	processeur: number;
	/** Memory at this moment, in MiB. */
	memoire: number;
}

/** Period at which the processes are sampled, in ms: short beside seconds of work, and cheap. */
const PAS = 50;

/**
 * Runs Node on a script and measures it until it ends. Memory and processor are the system's own figures, read in
 * `/proc`; elsewhere than on Linux they are unknown (`NaN`).
 * @throws where the script fails, with what it wrote last
 */
export async function mesurer(
	args: readonly string[],
	options: {
		dossier: string;
		env?: Record<string, string> /** Exit codes that are no failure. */;
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

/** The clock that processes of one machine have in common. */
export const maintenant = (): number => performance.timeOrigin + performance.now();

/** A process and those that it started, with their seconds of processor and their KiB in memory; none where gone. */
function arbre(pid: number): { pid: number; processeur: number; memoire: number }[] {
	try {
		const lire = (fichier: string) => readFileSync(`/proc/${pid}/${fichier}`, 'utf8');
		// After the name in parentheses: utime and stime are the 12th and 13th fields, in hundredths of a second.
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
