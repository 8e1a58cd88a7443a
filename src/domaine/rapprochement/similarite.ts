import type { Parametres } from './parametres.ts';
import { sOpposent } from './oppositions.ts';
import type { TermePese } from './poids.ts';

/** A label ready to be compared: its weighed terms, by what they share and by each of their words. */
export type Etiquette = {
	termes: readonly TermePese[];
	parCle: ReadonlyMap<string, TermePese>;
	mots: ReadonlySet<string>;
	poids: number;
};

/** A term that two labels share, as each prints it; `concept` where the words are not the same. */
export type TermePartage = { de: string; vers: string; poids: number; concept: string | null };

/** Indexes the weighed terms of a label, or of several labels taken as one. */
export const etiqueter = (termes: readonly TermePese[]): Etiquette => {
	const parCle = new Map(termes.map((t) => [t.cle, t]));
	const distincts = [...parCle.values()];
	return {
		termes: distincts,
		parCle,
		mots: new Set(distincts.flatMap((t) => t.racines.split(' '))),
		poids: distincts.reduce((s, t) => s + t.poids, 0),
	};
};

/** Two labels as one, for what both say together. */
export const reunir = (a: Etiquette, b: Etiquette): Etiquette => etiqueter([...a.termes, ...b.termes]);

/** Scores are rounded so that no order of additions shows. */
export const arrondir = (x: number): number => Math.round(x * 10000) / 10000;

/** How much of a label's weight another label says too, 0 to 1. */
export const couverture = (a: Etiquette, b: Etiquette, p: Parametres): number => {
	if (a.poids === 0) return 0;
	return a.termes.reduce((s, terme) => s + terme.poids * presence(terme, b, p), 0) / a.poids;
};

/** The same words count whole; other words for one concept, a little less; a part of a phrase, for that part. */
const presence = (terme: TermePese, b: Etiquette, p: Parametres): number => {
	const autre = b.parCle.get(terme.cle);
	if (autre) return autre.racines === terme.racines ? 1 : p.concept;
	const mots = terme.racines.split(' ');
	return (p.partiel * mots.filter((mot) => b.mots.has(mot)).length) / mots.length;
};

/** Likeness of two labels, 0 to 1, the same both ways. */
export const similarite = (a: Etiquette, b: Etiquette, p: Parametres): number => {
	const [ab, ba] = [couverture(a, b, p), couverture(b, a, p)];
	const score = Math.min(ab, ba) ** p.petite * Math.max(ab, ba) ** p.grande;
	const verbes = actionsEtrangeres(a, b) ? p.autreAction : 1;
	return score * verbes * (sOpposent(a.mots, b.mots) ? p.opposition : 1);
};

const actionsEtrangeres = (a: Etiquette, b: Etiquette): boolean => {
	const fortes = (e: Etiquette) => e.termes.filter((t) => t.role === 'verbe' && !t.generique);
	const [va, vb] = [fortes(a), fortes(b)];
	return va.length > 0 && vb.length > 0 && !va.some((t) => b.parCle.has(t.cle)) && !vb.some((t) => a.parCle.has(t.cle));
};

/** The terms that two labels share, heaviest first. */
export const termesPartages = (a: Etiquette, b: Etiquette): TermePartage[] =>
	a.termes
		.flatMap((terme) => {
			const autre = b.parCle.get(terme.cle);
			if (!autre) return [];
			const concept = terme.racines === autre.racines ? null : terme.concept;
			return { de: terme.forme, vers: autre.forme, poids: arrondir((terme.poids + autre.poids) / 2), concept };
		})
		.sort((x, y) => y.poids - x.poids || (x.de < y.de ? -1 : 1));
