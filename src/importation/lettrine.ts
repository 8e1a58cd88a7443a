import type { Morceau } from './page.ts';

/**
 * Gives a drop cap back to its word. It is one large capital, with two rows of smaller text or more against its right
 * side. Those rows then begin at its left edge, as if it were not there.
 */
export const sansLettrines = <M extends Morceau>(runs: readonly M[]): M[] => {
	let sortie = [...runs];
	for (const grande of runs.filter((m) => /^\s*\p{Lu}\s*$/u.test(m.texte))) {
		const bord = grande.x + grande.largeur;
		const contre = sortie.filter(
			(m) =>
				m.texte.trim() !== '' &&
				m.corps < 0.7 * grande.corps &&
				m.x > bord - 2 &&
				m.x < bord + 0.6 * grande.corps &&
				m.y > grande.y - 0.5 * m.corps &&
				m.y < grande.y + grande.corps - 0.5 * m.corps,
		);
		const haut = contre.reduce<M | undefined>((a, m) => (a && a.y >= m.y ? a : m), undefined);
		if (!haut || contre.every((m) => haut.y - m.y < 0.8 * m.corps)) continue;
		// « À » is a word: no other begins with it.
		const lettre = `${grande.texte.trim()}${/[ÀÔ]/u.test(grande.texte) ? ' ' : ''}`;
		sortie = sortie.flatMap((m) => {
			if (m === grande) return [];
			if (!contre.includes(m)) return [m];
			const texte = m === haut ? lettre + m.texte : m.texte;
			return [{ ...m, texte, x: grande.x, largeur: m.x + m.largeur - grande.x }];
		});
	}
	return sortie;
};
