import type { Lien } from './liens.ts';
import type { Matrice } from './matrice.ts';

/**
 * How near two versions are, 0 to 1: the mean score of the best links, over the labels of the shorter side. Between
 * two revisions of one title a doubtful pair is more often right than between two trades that share a vocabulary.
 */
export const parente = ({ de, vers }: Matrice, liens: readonly Lien[]): number => {
	const taille = Math.min(de.noeuds.length, vers.noeuds.length);
	return taille === 0 ? 0 : Math.min(1, liens.reduce((s, l) => s + l.score, 0) / taille);
};

/** A threshold between its value for near versions and its value for versions that are not. */
export const entre = (proche: number, lointain: number, parente: number): number =>
	lointain + (proche - lointain) * parente;
