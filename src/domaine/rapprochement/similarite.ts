import type { Parametres } from './parametres.ts';
import type { TermePese } from './poids.ts';

/** A term that two labels share, as each prints it. */
export type TermePartage = { de: string; vers: string; poids: number; concept: string | null };

/** A label ready to be compared. */
export type Etiquette = { termes: readonly TermePese[]; parCle: ReadonlyMap<string, TermePese>; poids: number };

export const etiqueter = (termes: readonly TermePese[]): Etiquette => ({
	termes,
	parCle: new Map(termes.map((t) => [t.cle, t])),
	poids: termes.reduce((s, t) => s + t.poids, 0),
});

/** How much of a label's weight another label says too, 0 to 1. */
export const couverture = (a: Etiquette, b: Etiquette, p: Parametres): number => {
	if (a.poids === 0) return 0;
	let somme = 0;
	for (const terme of a.termes) {
		const autre = b.parCle.get(terme.cle);
		if (autre) somme += terme.poids * force(terme, autre, p);
	}
	return somme / a.poids;
};

/** The same words count whole; other words for one concept, a little less. */
const force = (a: TermePese, b: TermePese, p: Parametres): number => (a.racines === b.racines ? 1 : p.concept);

export const arrondir = (x: number): number => Math.round(x * 10000) / 10000;

/** Likeness of two labels, 0 to 1, the same both ways. */
export const similarite = (a: Etiquette, b: Etiquette, p: Parametres): number => {
	const ab = couverture(a, b, p);
	if (ab === 0) return 0;
	const ba = couverture(b, a, p);
	return (1 - p.inclusion) * Math.sqrt(ab * ba) + p.inclusion * Math.max(ab, ba) * Math.sqrt(Math.min(ab, ba));
};

export const termesPartages = (a: Etiquette, b: Etiquette): TermePartage[] =>
	a.termes
		.flatMap((terme) => {
			const autre = b.parCle.get(terme.cle);
			if (!autre) return [];
			return {
				de: terme.forme,
				vers: autre.forme,
				poids: arrondir((terme.poids + autre.poids) / 2),
				concept: terme.racines === autre.racines ? null : terme.concept,
			};
		})
		.sort((x, y) => y.poids - x.poids || (x.de < y.de ? -1 : 1));
