import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokeniser } from '../../../src/domaine/texte/tokeniser.ts';

const textes = (phrase: string) => tokeniser(phrase).map((j) => j.texte);

describe('les jetons d’une phrase', () => {
	it('détachent l’article élidé et gardent entiers les mots composés', () => {
		expect(textes("Gérer l’accès d'une architecture n-tiers, back-end (TCP/IP), aujourd’hui.")).toEqual([
			...['Gérer', 'l’', 'accès', "d'", 'une', 'architecture', 'n-tiers', ',', 'back-end', '(', 'TCP/IP', ')', ','],
			...['aujourd’hui', '.'],
		]);
	});

	it('gardent les nombres et les marques entiers', () => {
		expect(textes('plus de 3,5 t : R&D, qu’il utilise')).toEqual([
			...['plus', 'de', '3,5', 't', ':', 'R&D', ',', 'qu’', 'il', 'utilise'],
		]);
	});

	it('tiennent compte de chaque caractère, espaces seules exceptées', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
				const jetons = tokeniser(texte);
				let place = 0;
				for (const j of jetons) {
					expect(texte.slice(place, j.debut).trim()).toBe('');
					expect(texte.slice(j.debut, j.fin)).toBe(j.texte);
					place = j.fin;
				}
				expect(texte.slice(place).trim()).toBe('');
			}),
		);
	});
});
