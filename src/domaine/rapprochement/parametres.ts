/** What the alignment depends on besides the labels and the lexicon. Scores and shares go from 0 to 1. */
export type Parametres = {
	/** Named in every explanation, so that a score can be traced to the figures that gave it. */
	version: string;
	/** Weight of a verb at the head, beside 1 for what it bears on. */
	verbe: number;
	/** The same for a verb that says that something is done and not what. */
	verbeGenerique: number;
	/** Weight of a circumstance (« en respectant… », « à l’aide de… »). */
	complement: number;
	/** Weight of a word that every referential uses of everything. */
	generique: number;
	/** Each further object weighs so much of the one before it: what a verb bears on is said first. */
	declin: number;
	/** Rarity of a term that stands in every label. */
	plancherRarete: number;
	/** Other words for one concept of the lexicon count so much of the same words. */
	concept: number;
	/** A phrase of which the other label has only a word counts that share of its words, times this. */
	partiel: number;
	/** Likeness is the smaller coverage to the first power times the larger one to the second. */
	petite: number;
	grande: number;
	/** What is left of the score of two labels whose actions have nothing in common, kind included (see `actions.ts`). */
	autreAction: number;
	/** What is left of the score of two labels of which one says the contrary of the other (see `oppositions.ts`). */
	opposition: number;
	/** Share that a pair loses when the blocs have nothing in common. */
	contexte: number;
	/** Assignment maximises the sum of scores raised to this power: one clear pair before two doubtful ones. */
	puissance: number;
	/** Least score of a link between two revisions of one title, and between two titles that have little in common. */
	lienProche: number;
	lienLointain: number;
	/** A competence left out joins a pair that it completes: least score (revisions, then unlike titles)… */
	jonctionProche: number;
	jonctionLointaine: number;
	/** … gain of coverage, own coverage. */
	jonctionGain: number;
	jonctionCouverture: number;
	/** From this score (revisions, then unlike titles), and so far above any other, a link is proposed. */
	proposeeProche: number;
	proposeeLointaine: number;
	marge: number;
	/** A competence alone is proposed as such when no candidate is above: revisions, then unlike titles. */
	isoleProche: number;
	isoleLointain: number;
	/** Least score of a candidate. */
	candidat: number;
};

export const PARAMETRES: Parametres = {
	version: '3',
	verbe: 0.58,
	verbeGenerique: 0.28,
	complement: 0.28,
	generique: 0.5,
	declin: 0.84,
	plancherRarete: 0.3,
	concept: 0.93,
	partiel: 0.6,
	petite: 0.37,
	grande: 0.49,
	autreAction: 0.86,
	opposition: 0.42,
	contexte: 0.32,
	puissance: 2.3,
	lienProche: 0.275,
	lienLointain: 0.42,
	jonctionProche: 0.45,
	jonctionLointaine: 0.5,
	jonctionGain: 0.1,
	jonctionCouverture: 0.32,
	proposeeProche: 0.45,
	proposeeLointaine: 0.8,
	marge: 0.13,
	isoleProche: 0.15,
	isoleLointain: 0.32,
	candidat: 0.05,
};
