import type { PagePdf } from './page-pdf.ts';
import { Refus } from './refus.ts';

/**
 * Refuses struck-through text: it may be out of force or replaced, and only a person can tell. Such a line is as high
 * as lower-case letters, no longer than its text line, and longer than one letter (a shorter one is a typing slip).
 * @throws Refus
 */
export const refuserBarre = (pages: readonly PagePdf[]): void => {
	for (const { numero, morceaux, traits } of pages) {
		const plats = Map.groupBy(
			traits.filter((t) => Math.abs(t.y1 - t.y2) <= 0.5),
			(t) => Math.round(t.y1),
		);
		if (plats.size === 0) continue;
		const lignes = Map.groupBy(
			morceaux.filter((m) => /[\p{L}\p{N}]/u.test(m.texte)),
			(m) => Math.round(m.y),
		);
		for (const mots of lignes.values()) {
			const gauche = mots.reduce((x, m) => Math.min(x, m.x), Number.POSITIVE_INFINITY) - 3;
			const droite = mots.reduce((x, m) => Math.max(x, m.x + m.largeur), 0) + 3;
			const barre = mots.find(({ x, y, largeur, corps }) => {
				for (let ici = Math.floor(y + 0.15 * corps); ici <= Math.ceil(y + 0.5 * corps); ici++)
					for (const t of plats.get(ici) ?? []) {
						const [x1, x2] = [Math.min(t.x1, t.x2), Math.max(t.x1, t.x2)];
						const hauteur = (t.y1 - y) / corps;
						const couvert = Math.min(x2, x + largeur) - Math.max(x1, x);
						if (hauteur < 0.15 || hauteur > 0.5 || x1 < gauche || x2 > droite) continue;
						if (x2 - x1 > 1.2 * corps && couvert > 0.5 * Math.min(largeur, x2 - x1)) return true;
					}
				return false;
			});
			if (barre)
				throw new Refus(
					`page ${numero} : texte barré (« ${barre.texte.trim().slice(0, 80)} ») ; importer le document sans ce qui n’est plus en vigueur, ou sans la rature`,
				);
		}
	}
};
