/** Logistic regression: intercept and weights of the features, which give log-odds. */
export type Regression = { biais: number; poids: readonly number[] };

/** Number of labels that contain each common term, among `libelles` of all trades. Other terms count as `ailleurs`. */
export type Communs = { libelles: number; ailleurs: number; parCle: readonly (readonly [string, number])[] };

/** Everything learnt from pairs of labels judged by people. */
export type Modele = {
	/** Printed in every explanation, so that a score can be traced to the model that gave it. */
	version: string;
	communs: Communs;
	/** Similarity of two labels on their own. */
	premiere: Regression;
	/** Whether two labels correspond, given all other pairs. */
	equivalence: Regression;
	/** Whether they correspond or share a part, from the log-odds of `equivalence` and the similarity of the versions. */
	parente: Regression;
};

/** Decision thresholds on probabilities, chosen on held-out data (see `docs/mesures.md`). */
export const SEUILS = {
	/** Minimum for a link as best guess. */
	lien: 0.35,
	/** Minimum for a link that makes a group n to m. */
	recomposee: 0.5,
	/** If another pair of a linked label reaches this, its group is proposed only if its labels have the same words. */
	rival: 0.5,
	/** Minimum for a parenté as best guess. */
	parente: 0.4,
	candidat: 0.005,
	/**
	 * Minimum for a label to be called similar: by probability (`proche`), or else by share of common words (`partage`).
	 */
	proche: 0.003,
	partage: 0.1,
};

export const logCote = ({ biais, poids }: Regression, traits: readonly number[]): number => {
	let z = biais;
	for (let i = 0; i < poids.length; i++) z += (poids[i] as number) * (traits[i] as number);
	return z;
};

export const probabilite = (logCote: number): number => 1 / (1 + Math.exp(-logCote));
