/** Draws that are the same for the same seed, on any machine: a generated catalogue must be, byte for byte. */
export interface Alea {
	/** From 0 included to 1 excluded. */
	nombre: () => number;
	/** A whole number, both bounds included. */
	entier: (de: number, a: number) => number;
	/** True so many times out of one. */
	chance: (probabilite: number) => boolean;
	/** One item of a list that is not empty. */
	un: <T>(liste: readonly T[]) => T;
	/** So many items of a list, each once, in a drawn order. */
	plusieurs: <T>(liste: readonly T[], combien: number) => T[];
	/** One key, each as often as its weight. */
	pese: <C extends string>(poids: Readonly<Record<C, number>>) => C;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for a catalogue, five lines to read. */
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
