import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** Describes the machine in one line, since figures mean nothing without it. */
export function machine(disque: string): string {
	const modele = cpus()[0]?.model.trim() ?? 'processeur inconnu';
	const memoire = Math.round(totalmem() / 2 ** 30);
	const charge = loadavg()[0] ?? 0;
	return [
		`${modele} (${arch()}), ${availableParallelism()} cœurs, ${memoire} Gio`,
		`${type()} ${release()}`,
		`Node ${process.version}`,
		`écrit ${disque}`,
		`charge au départ ${charge.toFixed(1)}`,
	].join(', ');
}
