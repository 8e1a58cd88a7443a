import type { Cote, Matrice } from '../../../src/domaine/rapprochement/matrice.ts';

const cote = (nom: string, taille: number): Cote => ({
	noeuds: Array.from({ length: taille }, (_, i) => ({
		ids: [`${nom}${i}`],
		libelle: `${nom} ${i}`,
		cle: `${nom} ${i}`,
		blocs: new Set([0]),
	})),
	etiquettes: [],
});

/** Two versions of which only the scores are known, one row for each label of the older one. */
export const matrice = (...scores: number[][]): Matrice => ({
	de: cote('a', scores.length),
	vers: cote('b', scores[0]?.length ?? 0),
	scores,
});
