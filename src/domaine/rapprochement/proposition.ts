import type { Nature } from '../../schemas/correspondance.ts';
import type { Candidat } from '../comparaison/comparaison.ts';
import type { TermePartage } from './similarite.ts';

/** Why a proposal is what it is. */
export type Explication = {
	/** Version of the parameters that gave the score. */
	parametres: string;
	/** Terms that the labels share, heaviest first; those that a lexicon entry made one name its concept. */
	termes: TermePartage[];
	/** Concepts of the lexicon that were used. */
	lexique: string[];
	/** How near the two versions are as a whole: it moves the thresholds. */
	parente: number;
};

/**
 * One entry of the automatic alignment. With statut `a-verifier` nothing is claimed: `nature` is `null` and `de` and
 * `vers` hold the best guess, one side of which may be empty.
 */
export type Proposition = {
	nature: Nature | null;
	de: string[];
	vers: string[];
	score: number | null;
	statut: 'proposee' | 'a-verifier';
	candidats: Candidat[];
	explication: Explication;
};
