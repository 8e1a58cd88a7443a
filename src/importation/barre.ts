import type { PagePdf } from './reac/page.ts';
import { Refus } from './refus.ts';

/**
 * A text that a line strikes through is out of force, or was put in its place by what follows: only a person tells, and
 * it must not be read as one. The line runs at the height of the small letters and no further than the words.
 */
export const refuserBarre = (pages: readonly PagePdf[]): void => {
	for (const { numero, morceaux, traits } of pages) {
		const plats = traits.filter((t) => Math.abs(t.y1 - t.y2) <= 0.5);
		for (const m of morceaux) {
			if (m.tourne || !/[\p{L}\p{N}]/u.test(m.texte)) continue;
			const fin = m.x + m.largeur;
			// A stroke through one letter is a slip of the typist.
			const barre = plats.some((t) => {
				const [x1, x2] = [Math.min(t.x1, t.x2), Math.max(t.x1, t.x2)];
				const hauteur = (t.y1 - m.y) / m.corps;
				const couvert = Math.min(x2, fin) - Math.max(x1, m.x);
				const memeLigne = (x: number) =>
					morceaux.some((n) => Math.abs(n.y - m.y) < 2 && n.x - 3 <= x && x <= n.x + n.largeur + 3);
				return (
					x2 - x1 > 1.2 * m.corps &&
					hauteur > 0.15 &&
					hauteur < 0.5 &&
					couvert > 0.5 * Math.min(m.largeur, x2 - x1) &&
					memeLigne(x1) &&
					memeLigne(x2)
				);
			});
			if (barre)
				throw new Refus(
					`page ${numero} : texte barré (« ${m.texte.trim().slice(0, 80)} ») ; importer le document sans ce qui n’est plus en vigueur, ou sans la rature`,
				);
		}
	}
};
