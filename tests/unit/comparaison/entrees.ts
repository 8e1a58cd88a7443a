import {
	type ComparaisonIndexee,
	type Entree,
	entreesParId,
	type Parente,
	parCompetence,
} from '../../../src/domaine/comparaison/comparaison.ts';

/** A minimal entry: « relue » or, without a nature, « à vérifier ». @param plus fields to override */
export const entree = (nature: Entree['nature'], de: string[], vers: string[], plus: Partial<Entree> = {}): Entree => ({
	nature,
	de,
	vers,
	deplacee: null,
	statut: nature ? 'relue' : 'a-verifier',
	score: null,
	motif: null,
	candidats: [],
	...plus,
});

/** A parenté « relue ». */
export const parente = (de: string, vers: string, plus: Partial<Parente> = {}): Parente => ({
	de,
	vers,
	portee: 'voisine',
	statut: 'relue',
	score: null,
	motif: 'Une part.',
	...plus,
});

/** A minimal comparison of two versions. */
export const comparee = (
	de: string,
	vers: string,
	competences: readonly Entree[],
	parentes: readonly Parente[] = [],
): ComparaisonIndexee => ({
	de: { id: de },
	vers: { id: vers },
	entrees: entreesParId({ competences: [...competences] }),
	parentes: parCompetence(parentes),
});
