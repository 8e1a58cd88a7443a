import { logCote, probabilite, type Regression } from '../../src/domaine/rapprochement/regression.ts';

/** Training examples: features (`traits`) and expected class (`attendus`). */
export type Exemples = { traits: (readonly number[])[]; attendus: boolean[] };

const RIDGE = 3;
const PAS_MAXIMUM = 25;
const PRECISION = 1e-7;

/** Solves a linear system by Gaussian elimination with partial pivoting. */
const resoudre = (matrice: number[][], second: number[]): number[] => {
	const n = second.length;
	const m = matrice.map((ligne, i) => [...ligne, second[i] as number]);
	const a = (i: number, j: number) => (m[i] as number[])[j] as number;
	for (let c = 0; c < n; c++) {
		let pivot = c;
		for (let r = c + 1; r < n; r++) if (Math.abs(a(r, c)) > Math.abs(a(pivot, c))) pivot = r;
		[m[c], m[pivot]] = [m[pivot] as number[], m[c] as number[]];
		for (let r = c + 1; r < n; r++) {
			const facteur = a(r, c) / a(c, c);
			for (let k = c; k <= n; k++) (m[r] as number[])[k] = a(r, k) - facteur * a(c, k);
		}
	}
	const x = new Array<number>(n).fill(0);
	for (let r = n - 1; r >= 0; r--) {
		let reste = a(r, n);
		for (let k = r + 1; k < n; k++) reste -= a(r, k) * (x[k] as number);
		x[r] = reste / a(r, r);
	}
	return x;
};

/** Mean and standard deviation of each feature: the penalty must not depend on its unit. */
const echelles = (traits: readonly (readonly number[])[]): { moyenne: number; ecart: number }[] =>
	(traits[0] ?? []).map((_, j) => {
		const moyenne = traits.reduce((s, t) => s + (t[j] as number), 0) / traits.length;
		const variance = traits.reduce((s, t) => s + ((t[j] as number) - moyenne) ** 2, 0) / traits.length;
		return { moyenne, ecart: Math.sqrt(variance) || 1 };
	});

/**
 * Logistic regression with a ridge penalty, fitted by Newton's method.
 * @param depart starting point: the solution for nearly the same examples
 */
export const ajuster = ({ traits, attendus }: Exemples, depart?: Regression): Regression => {
	const unites = echelles(traits);
	const lignes = traits.map((t) => [1, ...unites.map(({ moyenne, ecart }, j) => ((t[j] as number) - moyenne) / ecart)]);
	const taille = unites.length + 1;
	let poids =
		depart?.poids.length === unites.length
			? [
					logCote(
						depart,
						unites.map((u) => u.moyenne),
					),
					...unites.map(({ ecart }, j) => (depart.poids[j] as number) * ecart),
				]
			: new Array<number>(taille).fill(0);
	for (let pas = 0; pas < PAS_MAXIMUM; pas++) {
		const pente = poids.map((p, j) => (j === 0 ? 0 : -RIDGE * p));
		const courbe = Array.from({ length: taille }, (_, i) =>
			Array.from({ length: taille }, (_, j) => (i === j ? (i === 0 ? 1e-6 : RIDGE) : 0)),
		);
		for (const [n, ligne] of lignes.entries()) {
			let z = 0;
			for (let j = 0; j < taille; j++) z += (poids[j] as number) * (ligne[j] as number);
			const p = probabilite(z);
			const [erreur, q] = [(attendus[n] ? 1 : 0) - p, p * (1 - p)];
			for (let j = 0; j < taille; j++) {
				const x = ligne[j] as number;
				pente[j] = (pente[j] as number) + erreur * x;
				const rang = courbe[j] as number[];
				for (let k = 0; k <= j; k++) rang[k] = (rang[k] as number) + q * x * (ligne[k] as number);
			}
		}
		for (let j = 0; j < taille; j++)
			for (let k = j + 1; k < taille; k++) (courbe[j] as number[])[k] = courbe[k]?.[j] as number;
		const deplacement = resoudre(courbe, pente);
		poids = poids.map((p, j) => p + (deplacement[j] as number));
		if (Math.max(...deplacement.map(Math.abs)) < PRECISION) break;
	}
	const bruts = unites.map(({ ecart }, j) => (poids[j + 1] as number) / ecart);
	const biais = (poids[0] as number) - bruts.reduce((s, p, j) => s + p * (unites[j]?.moyenne as number), 0);
	return { biais, poids: bruts };
};
