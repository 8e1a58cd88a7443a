/** What the alignment depends on besides the labels and the lexicon. */
export type Parametres = {
	/** Named in every explanation, so that a score can be traced to the figures that gave it. */
	version: string;
	verbe: number;
	verbeGenerique: number;
	complement: number;
	generique: number;
	plancherIdf: number;
	concept: number;
	contexte: number;
	inclusion: number;
	puissance: number;
	lien: number;
	jonctionScore: number;
	jonctionGain: number;
	jonctionCouverture: number;
	proposee: number;
	marge: number;
	isole: number;
	candidat: number;
};

export const PARAMETRES: Parametres = {
	version: '1',
	verbe: 0.6,
	verbeGenerique: 0.3,
	complement: 0.6,
	generique: 0.5,
	plancherIdf: 0.3,
	concept: 0.9,
	contexte: 0.15,
	inclusion: 0.3,
	puissance: 1.5,
	lien: 0.35,
	jonctionScore: 0.35,
	jonctionGain: 0.1,
	jonctionCouverture: 0.5,
	proposee: 0.6,
	marge: 0.1,
	isole: 0.25,
	candidat: 0.08,
};
