import type { Nature } from '../../schemas/correspondance.ts';
import type { Candidat, Parente } from '../comparaison/comparaison.ts';
import type { TermePartage } from './traits.ts';

export type Explication = {
	/** Version of the model that computed the score. */
	parametres: string;
	/** Terms that the labels share, by decreasing weight. `concept` is set if the lexicon made two terms one. */
	termes: TermePartage[];
	/** Concepts of the lexicon that were used. */
	lexique: string[];
	/** Similarity of the two versions as a whole, 0 to 1. */
	proximite: number;
};

/**
 * One entry of the automatic alignment. With `a-verifier` nothing is claimed: `nature` is null, and `de` and `vers`
 * hold the best guess, of which one side may be empty. A lone label is always `a-verifier`: finding nothing similar
 * does not prove an absence. `score` is a probability.
 */
export type Proposition = {
	nature: Nature | null;
	de: string[];
	vers: string[];
	score: number | null;
	statut: 'proposee' | 'a-verifier';
	candidats: Candidat[];
	/**
	 * For a lone competence, the competence of the other side with the most similar label, even if an editor has settled
	 * it; null if no label is similar. Undefined if competences are joined.
	 */
	proche?: string | null;
	explication: Explication;
};

/** The automatic alignment of two versions: each competence in one entry, and pairs that may share a part. */
export type Rapprochement = { entrees: Proposition[]; parentes: Parente[] };
