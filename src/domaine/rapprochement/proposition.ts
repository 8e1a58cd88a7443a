import type { Nature } from '../../schemas/correspondance.ts';
import type { Candidat, Parente } from '../comparaison/comparaison.ts';
import type { TermePartage } from './traits.ts';

/** Why a proposal is what it is. */
export type Explication = {
	/** Version of the model that gave the score. */
	parametres: string;
	/** Terms that the labels share, heaviest first; those that a lexicon entry made one name its concept. */
	termes: TermePartage[];
	/** Concepts of the lexicon that were used. */
	lexique: string[];
	/** How near the two versions are as a whole, 0 to 1. */
	proximite: number;
};

/**
 * One entry of the automatic alignment. With statut `a-verifier` nothing is claimed: `nature` is `null` and `de` and
 * `vers` hold the best guess, one side of which may be empty. A label alone is always `a-verifier`: that nothing near
 * was found is an observation, not a fact. `score` is a probability.
 */
export type Proposition = {
	nature: Nature | null;
	de: string[];
	vers: string[];
	score: number | null;
	statut: 'proposee' | 'a-verifier';
	candidats: Candidat[];
	/**
	 * The competence of the other side whose label is nearest to that of a competence alone, even where an editor has
	 * settled it; `null` where no label is near, `undefined` where competences are joined.
	 */
	proche?: string | null;
	explication: Explication;
};

/** The automatic alignment of two versions: each competence in one entry, and pairs that may share a part. */
export type Rapprochement = { entrees: Proposition[]; parentes: Parente[] };
