import type { Cout } from './processus.ts';

/** Formats rows as an aligned Markdown table, readable in a terminal too; figures are right-aligned. */
export function tableau(entetes: readonly string[], lignes: readonly (readonly string[])[]): string {
	const largeurs = entetes.map((e, i) => Math.max(e.length, ...lignes.map((l) => (l[i] ?? '').length)));
	const rang = (cellules: readonly string[]) =>
		`| ${cellules.map((c, i) => (i ? c.padStart(largeurs[i] ?? 0) : c.padEnd(largeurs[i] ?? 0))).join(' | ')} |`;
	const regle = largeurs.map((n, i) => (i ? `${'-'.repeat(n - 1)}:` : '-'.repeat(n)));
	return [rang(entetes), rang(regle), ...lignes.map(rang)].join('\n');
}

const FR = (decimales: number) => new Intl.NumberFormat('fr', { maximumFractionDigits: decimales });
const formats = [0, 1, 2].map(FR);

/** Formats a number in French; a dash if it is unknown. */
export const nombre = (n: number | undefined, decimales: 0 | 1 | 2 = 1): string =>
	n === undefined || Number.isNaN(n) ? '–' : (formats[decimales] as Intl.NumberFormat).format(n);

/** A table of processes, or of their stages, with what each costs. */
export const tableauDesCouts = (titre: string, couts: readonly { nom: string; cout: Cout }[]): string =>
	tableau(
		[titre, 'secondes', 'processeur (s)', 'mémoire au plus (Mio)'],
		couts.map(({ nom, cout }) => [nom, nombre(cout.duree), nombre(cout.processeur), nombre(cout.memoire, 0)]),
	);

export const somme = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0);

export function mediane(nombres: readonly number[]): number {
	const tries = [...nombres].sort((a, b) => a - b);
	const milieu = Math.floor(tries.length / 2);
	const [a = Number.NaN, b = a] = tries.length % 2 ? [tries[milieu]] : tries.slice(milieu - 1, milieu + 1);
	return (a + b) / 2;
}
