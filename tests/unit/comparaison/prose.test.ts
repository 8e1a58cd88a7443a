import { describe, expect, it } from 'vitest';
import { ancreEntree } from '../../../src/domaine/comparaison/comparaison.ts';
import { comparerProse } from '../../../src/domaine/comparaison/prose.ts';
import { sectionsDe } from '../../../src/domaine/prose.ts';

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
	it('met une section perdue juste après la dernière de celles qui la précédaient et restent', () => {
		const [un, deux, trois] = [section('Parchemin', 'Un.'), section('Livret', 'Deux.'), section('Jury', 'Trois.')];
		const perdue = section('Ancienne voie', 'Texte.');
		const sortie = comparerProse([un, deux, perdue, trois], [un, deux, trois]);
		expect(sortie.map(({ de }) => de)).toEqual(['Parchemin', 'Livret', 'Ancienne voie', 'Jury']);
		const autre = section('Règlement intérieur', 'Texte.');
		const neuve = section('Recours', 'Quatre.');
		expect(comparerProse([un, perdue, autre, deux], [un, neuve, deux]).map(({ de, vers }) => de ?? vers)).toEqual([
			'Parchemin',
			'Ancienne voie',
			'Règlement intérieur',
			'Recours',
			'Livret',
		]);
		// The order is that of the newer document, even if the neighbours of the removed section have moved.
		const autrement = comparerProse([un, deux, perdue, trois], [deux, trois, un]);
		expect(autrement.map(({ de }) => de)).toEqual(['Livret', 'Ancienne voie', 'Jury', 'Parchemin']);
	});
	it('tient pour la même une section dont le titre garde la moitié de ses mots, et pas une de moins', () => {
		const titres = (de: string, vers: string) =>
			comparerProse([section(de, 'Un.')], [section(vers, 'Deux.')]).map((s) => [s.de, s.vers]);
		expect(titres('Session initiale', 'Session finale')).toEqual([['Session initiale', 'Session finale']]);
		expect(titres('Voie de la formation', 'Voie des candidats libres')).toEqual([
			['Voie de la formation', undefined],
			[undefined, 'Voie des candidats libres'],
		]);
		expect(titres('', 'Jury')).toEqual([
			['', undefined],
			[undefined, 'Jury'],
		]);
	});
	it('n’est la même que si chaque paragraphe l’est, et que les deux versions ont la section', () => {
		const [s] = comparerProse([section('Jury', 'Un.', 'Deux.')], [section('Jury', 'Un.', 'Trois.')]);
		expect(s?.identique).toBe(false);
		const seules = comparerProse([section('Parchemin')], [section('Jury')]);
		expect(seules.map(({ identique, paragraphes }) => [identique, paragraphes])).toEqual([
			[false, []],
			[false, []],
		]);
	});
	it('garde à chaque paragraphe sa place et son texte, entre ceux qui n’ont pas changé', () => {
		const avant = [
			'Le jury se réunit deux fois.',
			'Même texte.',
			'Le binôme évalue en une heure.',
			'Retiré tout à fait.',
		];
		const apres = ['Neuf ici.', 'Le jury se réunit trois fois.', 'Même texte.', 'Le binôme évalue en deux heures.'];
		const [s] = comparerProse([section('Jury', ...avant)], [section('Jury', ...apres)]);
		expect(s?.paragraphes).toMatchObject([
			{ type: 'ajoute', apres: apres[0] },
			{ type: 'modifie', avant: avant[0], apres: apres[1] },
			{ type: 'identique', avant: avant[1], apres: apres[2] },
			{ type: 'modifie', avant: avant[2], apres: apres[3] },
			{ type: 'supprime', avant: avant[3] },
		]);
	});
	it('montre un paragraphe réécrit comme modifié, un autre comme retiré ou ajouté, sans en perdre', () => {
		const [s] = comparerProse(
			[section('', 'Une expérience de trois ans en rapport avec le titre visé.', 'Un binôme évalue.')],
			[section('', 'Une expérience d’un an en rapport avec le titre visé.', 'Rien de commun ici désormais.')],
		);
		expect(s?.paragraphes.map((p) => p.type)).toEqual(['modifie', 'supprime', 'ajoute']);
	});
	it('met une section perdue avant tout le reste quand rien de ce qui la précédait ne reste', () => {
		const sortie = comparerProse(
			[section('Ancienne voie', 'Texte.'), section('Parchemin', 'Remis.')],
			[section('Parchemin', 'Remis.')],
		);
		expect(sortie.map(({ de, vers }) => [de, vers])).toEqual([
			['Ancienne voie', undefined],
			['Parchemin', 'Parchemin'],
		]);
	});
	it('n’est pas la même quand un paragraphe s’ajoute', () => {
		const [s] = comparerProse([section('Jury', 'Un.')], [section('Jury', 'Un.', 'Deux.')]);
		expect(s).toMatchObject({ identique: false, paragraphes: [{ type: 'identique' }, { type: 'ajoute' }] });
	});
	it('se lit dans l’ordre du document, les notes à la fin, s’il y en a', () => {
		const prose = { avant: [section('', 'Métier.')], apres: [section('Jury', 'Un.')], notes: undefined };
		expect(sectionsDe(prose)).toEqual([...prose.avant, ...prose.apres]);
		const notes = section('Notes', 'Arrêté.');
		expect(sectionsDe({ ...prose, notes }).at(-1)).toBe(notes);
	});
});

describe('l’ancre d’une entrée', () => {
	it('vient de sa première compétence, de l’ancien côté s’il en a une', () => {
		expect(ancreEntree({ de: ['a-2000/ccp-1/c2'], vers: ['b-2010/ccp-1/c1'] })).toBe('de-ccp-1-c2');
		expect(ancreEntree({ de: [], vers: ['b-2010/ccs-1/c3'] })).toBe('vers-ccs-1-c3');
	});
});
