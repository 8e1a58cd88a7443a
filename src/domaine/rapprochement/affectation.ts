import munkres from 'munkres';

/** A possible pair: row, column, and the key that settles a tie whatever the order of rows and columns. */
export type Paire = { ligne: number; colonne: number; score: number; cle: string };

/** Smaller than any difference of scores that matters (they have four decimals), even summed over a whole version. */
const DEPARTAGE = 1e-8;

/**
 * A number in [0, 1) from a key: FNV-1a, then the finaliser of MurmurHash3. Without it keys that differ by one letter
 * give evenly spaced numbers, whose sums tie again, as sums of ranks would.
 */
const hachage = (texte: string): number => {
	let h = 0x811c9dc5;
	for (let i = 0; i < texte.length; i += 1) h = Math.imul(h ^ texte.charCodeAt(i), 0x01000193);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return ((h ^ (h >>> 16)) >>> 0) / 0x100000000;
};

/**
 * The assignment of rows to columns, each used once at most, that has the highest total (Kuhn and Munkres); pairs that
 * are not listed are never made. Ties are settled by the keys alone, so the order of the input cannot change it.
 */
export const affecter = (lignes: number, colonnes: number, paires: readonly Paire[]): Paire[] => {
	if (paires.length === 0) return [];
	const gain = Array.from({ length: lignes }, () => new Array<number>(colonnes).fill(0));
	const paireEn = new Map<number, Paire>();
	for (const paire of paires) {
		(gain[paire.ligne] as number[])[paire.colonne] = -(paire.score + DEPARTAGE * hachage(paire.cle));
		paireEn.set(paire.ligne * colonnes + paire.colonne, paire);
	}
	return munkres(gain).flatMap(([ligne, colonne]) => paireEn.get(ligne * colonnes + colonne) ?? []);
};
