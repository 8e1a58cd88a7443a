import type { Jalon } from './chronometre.ts';
import type { Cout, Releve } from './processus.ts';

/**
 * Cost of each stage of a process, with the processes that it started.
 * @param jalons ends of stages, in chronological order; the costs of a stage that occurs twice are added
 * @param releves samples since the start of the process; their interval is the precision of the result
 */
export function etapesDe(jalons: readonly Jalon[], releves: readonly Releve[]): Record<string, Cout> {
	const a = (heure: number) => (releves.findLast((r) => r.heure <= heure) ?? releves[0]) as Releve;
	const etapes: Record<string, Cout> = {};
	let debut = releves[0]?.heure ?? Number.NaN;
	for (const { etape, fin } of jalons) {
		const deja = etapes[etape] ?? { duree: 0, processeur: 0, memoire: 0 };
		const siens = releves.filter(({ heure }) => heure > debut && heure <= fin);
		etapes[etape] = {
			duree: deja.duree + (fin - debut) / 1000,
			processeur: deja.processeur + a(fin).processeur - a(debut).processeur,
			memoire: Math.max(deja.memoire, a(fin).memoire, ...siens.map(({ memoire }) => memoire)),
		};
		debut = fin;
	}
	return etapes;
}
