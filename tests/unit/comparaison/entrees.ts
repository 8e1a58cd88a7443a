import {
	type ComparaisonIndexee,
	type Entree,
	entreesParId,
	type Parente,
	parCompetence,
} from '../../../src/domaine/comparaison/comparaison.ts';

/** An entry with the least facts: read by an editor or, without a nature, left to check; those of the test put over them. */
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

/** A parenté that an editor read. */
export const parente = (de: string, vers: string, plus: Partial<Parente> = {}): Parente => ({
	de,
	vers,
	portee: 'voisine',
	statut: 'relue',
	score: null,
	motif: 'Une part.',
	...plus,
});

/** The comparison of two versions as lookups read it. */
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
