import { describe, expect, it } from 'vitest';
import { lignesDePage, type Morceau } from '../../../src/domaine/importation/page.ts';

/** A run of text as a PDF places it: six points a letter. */
const morceau = (texte: string, x: number, y: number, corps = 12): Morceau => ({
	texte,
	x,
	y,
	largeur: texte.length * 6,
	corps,
});

describe('les lignes d’une page', () => {
	it('des mots posés un à un font une ligne, avec une espace où le dessin en laisse une', () => {
		expect(
			lignesDePage([
				morceau('Tailler', 50, 700),
				morceau('l’', 96, 700),
				morceau('âme', 108, 700),
				morceau(' et', 126, 700),
				morceau('la', 148, 700),
			]),
		).toEqual(['Tailler l’âme et la']);
	});

	it('une ligature est rendue à ses lettres', () => {
		expect(lignesDePage([morceau('Les ﬁlets eﬃlés', 50, 700)])).toEqual(['Les filets effilés']);
	});

	it('un appel de note plus haut que sa ligne y reste, le plus grand corps la fixe', () => {
		expect(
			lignesDePage([morceau('1', 116, 704, 6), morceau('Instruments', 50, 700), morceau('anciens', 134, 700)]),
		).toEqual(['Instruments1 anciens']);
	});

	it('deux colonnes se lisent l’une après l’autre ; une page blanche n’a pas de ligne', () => {
		const lignes = [0, 1, 2, 3].flatMap((i) => [
			morceau(`gauche ${i}`, 50, 700 - 14 * i),
			morceau(`droite ${i}`, 300, 700 - 14 * i),
		]);
		expect(lignesDePage(lignes)).toEqual([
			...[0, 1, 2, 3].map((i) => `gauche ${i}`),
			'',
			...[0, 1, 2, 3].map((i) => `droite ${i}`),
		]);
		expect(lignesDePage([morceau('  ', 50, 700)])).toEqual([]);
	});

	it('un grand blanc sépare, un item en retrait le garde', () => {
		expect(
			lignesDePage([
				morceau('Compétences', 50, 700),
				morceau('Tailler', 68, 686),
				morceau('Corder', 68, 672),
				morceau('Page', 50, 600),
			]),
		).toEqual(['Compétences', '   Tailler', '   Corder', '', 'Page']);
	});
});
