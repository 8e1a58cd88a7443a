import { genresDe } from './actions.ts';
import type { Index } from './lexique.ts';
import { exclusifs, sOpposent } from './oppositions.ts';
import type { Parametres } from './parametres.ts';
import type { TermePese } from './poids.ts';

/** What one label says, or several taken as one: weighed terms, by what they share and by each of their words. */
export type Propos = {
	termes: readonly TermePese[];
	parCle: ReadonlyMap<string, TermePese>;
	/** Roots of all its words, those inside phrases included, and their concepts. */
	mots: ReadonlySet<string>;
	poids: number;
};

/** A label ready to be compared: what it says, what it does and what it excludes. */
export type Etiquette = Propos & {
	/** Keys of the terms that name its action, those that say little left out. */
	actions: readonly string[];
	/** Kinds of its actions, see `actions.ts`. */
	genres: ReadonlySet<number>;
	/** Those of its words that exclude others, see `oppositions.ts`. */
	exclusifs: ReadonlyMap<string, ReadonlySet<string>>;
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

/** Indexes the weighed terms of a label, or of several labels taken as one. */
export const reunir = (termes: readonly TermePese[]): Propos => {
	const parCle = uniques(termes);
	const mots = new Set<string>();
	let poids = 0;
	for (const terme of parCle.values()) {
		for (const racine of terme.racines.split(' ')) mots.add(racine);
		for (const mot of terme.mots) mots.add(mot);
		poids += terme.poids;
	}
	return { termes: [...parCle.values()], parCle, mots, poids };
};

/** Indexes the weighed terms of a label, and reads its actions and what they exclude. */
export const etiqueter = (termes: readonly TermePese[], index: Index): Etiquette => {
	const propos = reunir(termes);
	const verbes = propos.termes.filter((t) => t.role === 'verbe');
	return {
		...propos,
		actions: verbes.filter((t) => !t.generique).map((t) => t.cle),
		genres: genresDe(
			verbes.map((t) => t.cle),
			index,
		),
		exclusifs: exclusifs([...propos.parCle.keys(), ...propos.mots], index),
	};
};

/** Scores are rounded so that no order of additions shows. */
export const arrondir = (x: number): number => Math.round(x * 10000) / 10000;

/** How much of a label's weight another label says too, 0 to 1. */
export const couverture = (a: Propos, b: Propos, p: Parametres): number => {
	if (a.poids === 0) return 0;
	let couvert = 0;
	for (const terme of a.termes) couvert += terme.poids * presence(terme, b, p);
	return couvert / a.poids;
};

/** The same words count whole; other words for one concept, a little less; a part of a phrase, for that part. */
const presence = (terme: TermePese, b: Propos, p: Parametres): number => {
	const autre = b.parCle.get(terme.cle);
	if (autre) return autre.racines === terme.racines ? 1 : p.concept;
	let communs = 0;
	for (const mot of terme.mots) if (b.mots.has(mot)) communs++;
	return (p.partiel * communs) / terme.mots.length;
};

/** How much two labels, or two blocs, say the same; 0 to 1, the same both ways. */
export const recouvrement = (a: Propos, b: Propos, p: Parametres): number => {
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
const objets = (e: Propos): TermePese[] => e.termes.filter((t) => t.role !== 'verbe' && !t.generique);

/** Whether a label says one of these terms, or a word of them. */
const dit = (e: Propos, termes: readonly TermePese[]): boolean =>
	termes.some((t) => e.parCle.has(t.cle) || t.mots.some((mot) => e.mots.has(mot)));

/** Whether two labels, one at least of which says of what it speaks, share nothing but actions and everyone's words. */
export const sansObjetCommun = (a: Propos, b: Propos): boolean => {
	const [objetsA, objetsB] = [objets(a), objets(b)];
	return objetsA.length + objetsB.length > 0 && !dit(b, objetsA) && !dit(a, objetsB);
};

/** The terms that two labels share, heaviest first. */
export const termesPartages = (a: Propos, b: Propos): TermePartage[] =>
	a.termes
		.flatMap((terme) => {
			const autre = b.parCle.get(terme.cle);
			if (!autre) return [];
			const concept = terme.racines === autre.racines ? null : terme.concept;
			return { de: terme.forme, vers: autre.forme, poids: arrondir((terme.poids + autre.poids) / 2), concept };
		})
		.sort((x, y) => y.poids - x.poids || (x.de < y.de ? -1 : 1));
