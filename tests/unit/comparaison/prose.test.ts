import { describe, expect, it } from 'vitest';
import { comparerProse } from '../../../src/domaine/comparaison/prose.ts';

const section = (titre: string, ...paragraphes: string[]) => ({
	titre,
	paragraphes: titre ? [titre, ...paragraphes] : paragraphes,
});

describe('la prose de deux versions', () => {
	it('est la même quand seule la typographie change', () => {
		const [s] = comparerProse([section('LE JURY', "L'examen.")], [section('Le jury', 'L’examen.')]);
		expect(s).toMatchObject({ identique: true, paragraphes: [{ type: 'identique' }] });
	});
	it('rapproche les sections par leur titre et dit celles qui n’ont pas de pendant', () => {
		const sortie = comparerProse(
			[section('', 'Métier.'), section('Ancienne voie', 'Texte.'), section('Parchemin et livret', 'Remis.')],
			[
				section('', 'Métier.'),
				section('Parchemin et livret de certification', 'Remis.'),
				section('Nouveauté', 'Texte.'),
			],
		);
		expect(sortie.map(({ de, vers }) => [de, vers])).toEqual([
			['', ''],
			['Ancienne voie', undefined],
			['Parchemin et livret', 'Parchemin et livret de certification'],
			[undefined, 'Nouveauté'],
		]);
	});
	it('montre un paragraphe réécrit comme modifié, un autre comme retiré ou ajouté, sans en perdre', () => {
		const [s] = comparerProse(
			[section('', 'Une expérience de trois ans en rapport avec le titre visé.', 'Un binôme évalue.')],
			[section('', 'Une expérience d’un an en rapport avec le titre visé.', 'Rien de commun ici désormais.')],
		);
		expect(s?.paragraphes.map((p) => p.type)).toEqual(['modifie', 'supprime', 'ajoute']);
	});
});
