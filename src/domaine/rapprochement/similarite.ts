import { genresDe } from './actions.ts';
import type { Index } from './lexique.ts';
import { exclusifs, sOpposent } from './oppositions.ts';
import type { Parametres } from './parametres.ts';
import type { TermePese } from './poids.ts';

/** A term with each of its words, a phrase having several, by what it would be compared by if it stood alone. */
type TermeLu = TermePese & { mots: readonly string[] };

/** A label ready to be compared: its weighed terms, by what they share and by each of their words. */
export type Etiquette = {
	termes: readonly TermeLu[];
	parCle: ReadonlyMap<string, TermeLu>;
	/** Roots of all its words, those inside phrases included, and their concepts. */
	mots: ReadonlySet<string>;
	/** Keys of the terms that name its action, those that say little left out. */
	actions: readonly string[];
	/** Kinds of its actions, see `actions.ts`. */
	genres: ReadonlySet<number>;
	/** Those of its words that exclude others, see `oppositions.ts`. */
	exclusifs: ReadonlyMap<string, ReadonlySet<string>>;
	poids: number;
};

/** A term that two labels share, as each prints it; `concept` where the words are not the same. */
export type TermePartage = { de: string; vers: string; poids: number; concept: string | null };

/** Each term once, with its greatest weight, whatever the order in which it comes. */
const uniques = (termes: readonly TermePese[]): Map<string, TermePese> => {
	const parCle = new Map<string, TermePese>();
	for (const terme of termes) {
		const deja = parCle.get(terme.cle);
		const passe = !deja || terme.poids > deja.poids || (terme.poids === deja.poids && terme.racines < deja.racines);
		if (passe) parCle.set(terme.cle, terme);
	}
	return parCle;
};

const lire = (terme: TermePese, { concepts }: Index): TermeLu => ({
	...terme,
	mots: terme.racines.split(' ').map((racine) => {
		const concept = concepts.get(racine);
		return concept ? `=${concept}` : racine;
	}),
});

/** Whether a label has a word, by itself or inside a phrase, in this form or in another of its concept. */
const aLeMot = ({ mots }: Etiquette, mot: string): boolean => mots.has(mot);

/** Indexes the weighed terms of a label, or of several labels taken as one. */
export const etiqueter = (termes: readonly TermePese[], index: Index): Etiquette => {
	const distincts = [...uniques(termes).values()].map((terme) => lire(terme, index));
	const parCle = new Map(distincts.map((terme) => [terme.cle, terme]));
	const verbes = distincts.filter((t) => t.role === 'verbe');
	const mots = new Set(distincts.flatMap((t) => [...t.racines.split(' '), ...t.mots]));
	return {
		termes: distincts,
		parCle,
		mots,
		actions: verbes.filter((t) => !t.generique).map((t) => t.cle),
		genres: genresDe(
			verbes.map((t) => t.cle),
			index,
		),
		exclusifs: exclusifs([...parCle.keys(), ...mots], index),
		poids: distincts.reduce((s, t) => s + t.poids, 0),
	};
};

/** Scores are rounded so that no order of additions shows. */
export const arrondir = (x: number): number => Math.round(x * 10000) / 10000;

/** How much of a label's weight another label says too, 0 to 1. */
export const couverture = (a: Etiquette, b: Etiquette, p: Parametres): number => {
	if (a.poids === 0) return 0;
	return a.termes.reduce((s, terme) => s + terme.poids * presence(terme, b, p), 0) / a.poids;
};

/** The same words count whole; other words for one concept, a little less; a part of a phrase, for that part. */
const presence = (terme: TermeLu, b: Etiquette, p: Parametres): number => {
	const autre = b.parCle.get(terme.cle);
	if (autre) return autre.racines === terme.racines ? 1 : p.concept;
	let communs = 0;
	for (const mot of terme.mots) if (aLeMot(b, mot)) communs++;
	return (p.partiel * communs) / terme.mots.length;
};

/** How much two labels, or two blocs, say the same; 0 to 1, the same both ways. */
export const recouvrement = (a: Etiquette, b: Etiquette, p: Parametres): number => {
	const ab = couverture(a, b, p);
	// Most pairs have nothing in common, which one way is enough to know.
	if (ab === 0) return 0;
	const ba = couverture(b, a, p);
	return Math.min(ab, ba) ** p.petite * Math.max(ab, ba) ** p.grande;
};

/** Likeness of two labels: what they share, less where they do other things or say the contrary. */
export const similarite = (a: Etiquette, b: Etiquette, p: Parametres): number => {
	const commun = recouvrement(a, b, p);
	if (commun === 0) return 0;
	return (
		commun * (actionsEtrangeres(a, b) ? p.autreAction : 1) * (sOpposent(a.exclusifs, b.exclusifs) ? p.opposition : 1)
	);
};

/** Whether both labels name their action and have none in common, nor any kind of action. */
const actionsEtrangeres = (a: Etiquette, b: Etiquette): boolean =>
	a.actions.length > 0 &&
	b.actions.length > 0 &&
	!a.actions.some((cle) => b.parCle.has(cle)) &&
	!b.actions.some((cle) => a.parCle.has(cle)) &&
	![...a.genres].some((genre) => b.genres.has(genre));

/** Terms that say of what a label speaks, words that every referential uses left out. */
const objets = (e: Etiquette): TermeLu[] => e.termes.filter((t) => t.role !== 'verbe' && !t.generique);

/** Whether a label says one of these terms, or a word of them. */
const dit = (e: Etiquette, termes: readonly TermeLu[]): boolean =>
	termes.some((t) => e.parCle.has(t.cle) || t.mots.some((mot) => aLeMot(e, mot)));

/** Whether two labels, one at least of which says of what it speaks, share nothing but actions and everyone's words. */
export const sansObjetCommun = (a: Etiquette, b: Etiquette): boolean => {
	const [objetsA, objetsB] = [objets(a), objets(b)];
	return objetsA.length + objetsB.length > 0 && !dit(b, objetsA) && !dit(a, objetsB);
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
