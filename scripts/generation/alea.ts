/** Seeded random generator: the same seed gives the same values on any machine, so catalogues are reproducible. */
export interface Alea {
	/** A number in [0, 1). */
	nombre: () => number;
	/** An integer, both bounds included. */
	entier: (de: number, a: number) => number;
	/** True with this probability, between 0 and 1. */
	chance: (probabilite: number) => boolean;
	/** One item of a list that is not empty. */
	un: <T>(liste: readonly T[]) => T;
	/** `combien` distinct items of a list (or all), in random order. */
	plusieurs: <T>(liste: readonly T[], combien: number) => T[];
	/** One key, with a probability proportional to its weight. */
	pese: <C extends string>(poids: Readonly<Record<C, number>>) => C;
}

/** Mulberry32 (Tommy Ettinger, public domain): short, and its 32 bits of state are enough for a catalogue. */
export function alea(graine: number): Alea {
	let etat = graine >>> 0;
	const nombre = () => {
		etat = (etat + 0x6d2b79f5) >>> 0;
		let t = Math.imul(etat ^ (etat >>> 15), etat | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const entier = (de: number, a: number) => de + Math.floor(nombre() * (a - de + 1));
	return {
		nombre,
		entier,
		chance: (probabilite) => nombre() < probabilite,
		un: <T>(liste: readonly T[]) => liste[entier(0, liste.length - 1)] as T,
		plusieurs: <T>(liste: readonly T[], combien: number) => {
			const reste = [...liste];
			return Array.from({ length: Math.min(combien, reste.length) }, () =>
				reste.splice(entier(0, reste.length - 1), 1),
			).flat();
		},
		pese: <C extends string>(poids: Readonly<Record<C, number>>) => {
			const cles = Object.keys(poids) as C[];
			let seuil = nombre() * cles.reduce((somme, cle) => somme + poids[cle], 0);
			for (const cle of cles) {
				seuil -= poids[cle];
				if (seuil < 0) return cle;
			}
			return cles.at(-1) as C;
		},
	};
}
