/** A logistic regression: what to add to the weighed traits to have the log-odds. */
export type Regression = { biais: number; poids: readonly number[] };

/** How many labels of the trades use each common term; other terms are taken to be used `ailleurs` times. */
export type Communs = { libelles: number; ailleurs: number; parCle: readonly (readonly [string, number])[] };

/** All that was learned from pairs that people had read. */
export type Modele = {
	/** Named in every explanation, so that a score can be traced to the figures that gave it. */
	version: string;
	communs: Communs;
	/** A first likeness of two labels, by themselves. */
	premiere: Regression;
	/** Whether they answer each other, knowing all the other pairs. */
	equivalence: Regression;
	/** Whether they answer each other or share a part, from the log-odds of the former and the nearness of versions. */
	parente: Regression;
};

/**
 * Probabilities from which a pair is treated so. Chosen on held-out scores (see `docs/mesures.md`): they say what to do
 * with a probability, not what is true.
 */
export const SEUILS = {
	/** A link, best guess. */
	lien: 0.35,
	/** A link that makes of a group n to m. */
	recomposee: 0.5,
	/** Another pair of a linked label, from which nothing of it is proposed any more. */
	rival: 0.5,
	/** A parenté, best guess. */
	parente: 0.4,
	candidat: 0.005,
	/** Another label that is said to be near: by its probability, or by how many of its words they share. */
	proche: 0.003,
	partage: 0.1,
};

export const logCote = ({ biais, poids }: Regression, traits: readonly number[]): number => {
	let z = biais;
	for (let i = 0; i < poids.length; i++) z += (poids[i] as number) * (traits[i] as number);
	return z;
};

export const probabilite = (logCote: number): number => 1 / (1 + Math.exp(-logCote));
