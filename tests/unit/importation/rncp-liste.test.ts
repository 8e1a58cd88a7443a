import { describe, expect, it } from 'vitest';
import { couperListe } from '../../../src/importation/rncp-liste.ts';

const items = (brut: string) => couperListe(brut).items.map((i) => (i.marque ? `${i.marque}|${i.texte}` : i.texte));
const doutes = (brut: string) => couperListe(brut).doutes.map((d) => d.motif);

describe('une liste à puces ou à codes', () => {
	it.each([
		['- Choisir', ['-|Choisir']],
		['  - Choisir  \n- Poser\n', ['-|Choisir', '-|Poser']],
		['- Choisir  - Poser', ['-|Choisir', '-|Poser']],
		['Il sait :  * Choisir  * Poser', ['Il sait :', '*|Choisir', '*|Poser']],
		['• Choisir ; • Poser', ['•|Choisir ;', '•|Poser']],
		['C1. Choisir', ['C1.|Choisir']],
		['Il sait :  C1. Choisir  C2. Poser', ['Il sait :', 'C1.|Choisir', 'C2.|Poser']],
		['- C1. Choisir  - C2. Poser', ['- C1.|Choisir', '- C2.|Poser']],
		['- C1. Choisir  - Poser', ['-|C1. Choisir', '-|Poser']],
		['✔ Choisir  ✔ Poser', ['✔|Choisir', '✔|Poser']],
		['- Choisir - Poser - Vernir', ['-|Choisir', '-|Poser', '-|Vernir']],
		['-Choisir    -Poser', ['-|Choisir', '-|Poser']],
		['•Choisir •Poser', ['•|Choisir', '•|Poser']],
		['\uf0b7 Choisir \uf0b7 Poser', ['\uf0b7|Choisir', '\uf0b7|Poser']],
		['C1. Choisir un bois C2. Poser', ['C1.|Choisir un bois', 'C2.|Poser']],
		['1. Choisir    2. Poser', ['1.|Choisir', '2.|Poser']],
		['1) Choisir 2) Poser', ['1)|Choisir', '2)|Poser']],
		['1 - Choisir  2 - Poser', ['1 -|Choisir', '2 -|Poser']],
		['a) Choisir b) Poser', ['a)|Choisir', 'b)|Poser']],
		['Compétence 1 : Choisir  Compétence 2 : Poser', ['Compétence 1 :|Choisir', 'Compétence 2 :|Poser']],
		['- Choisir -\u00a0\u00a0- Poser', ['-|Choisir -', '-|Poser']],
	])('« %s » se coupe à ses marques, qui ne sont pas perdues', (brut, attendu) => {
		expect(items(brut)).toEqual(attendu);
	});

	it.each([
		['Choisir  - poser', ['Choisir - poser']],
		['- Choisir - poser', ['-|Choisir - poser']],
		['- Choisir Bois - Fer  - Poser', ['-|Choisir Bois - Fer', '-|Poser']],
		['C1. Choisir comme en C4. Poser', ['C1.|Choisir comme en C4. Poser']],
		['Choisir au moins  C1. Bois', ['Choisir au moins', 'C1. Bois']],
	])('une marque seule, au milieu, n’en fait pas une liste : « %s »', (brut, attendu) => {
		expect(items(brut)).toEqual(attendu);
	});
});

describe('une liste que ses blancs coupent', () => {
	it.each([
		['Choisir\u00a0\u202fPoser\t\tVernir', ['Choisir', 'Poser', 'Vernir']],
		['Choisir\rPoser\n\nVernir', ['Choisir', 'Poser', 'Vernir']],
		['Choisir  3 bois  « Poser »  "Vernir"', ['Choisir', '3 bois', '« Poser »', '"Vernir"']],
		['Choisir  (un bois)  et vernir', ['Choisir (un bois) et vernir']],
		['Choisir les  Bois  Poser', ['Choisir les Bois', 'Poser']],
		['Choisir (bois,  Fer)  Poser', ['Choisir (bois, Fer)', 'Poser']],
		['CP1 : Choisir un bois ; CP2 : Poser', ['CP1 :|Choisir un bois ;', 'CP2 :|Poser']],
		['  Choisir un bois  ', ['Choisir un bois']],
		['', []],
		[' \n ', []],
	])('« %s »', (brut, attendu) => {
		expect(items(brut)).toEqual(attendu);
	});
});

describe('ce qui est dit douteux', () => {
	it('un morceau sans infinitif, là où aucune marque ne le prouve', () => {
		expect(couperListe('Choisir  Sens du détail').doutes).toEqual([
			{ texte: 'Sens du détail', motif: 'ce morceau ne commence pas par un infinitif : coupure douteuse' },
		]);
		expect(doutes('- Choisir  - Sens du détail')).toEqual([]);
	});

	it('un morceau qui ne commence pas par une capitale, quand les autres le font', () => {
		const motif = 'ne commence pas par une capitale : compétence, ou détail de celle d’avant ?';
		expect(doutes('    - Choisir    - à la main    - Poser')).toEqual([motif]);
		expect(doutes('• Choisir\n• Poser\n  - à sec')).toEqual([motif]);
		expect(doutes('- choisir  - poser  - Vernir')).toEqual([]);
	});

	it('un titre de ce qui suit', () => {
		expect(doutes('- Choisir :  - Poser')).toEqual(['finit par deux-points : titre de ce qui suit, ou compétence ?']);
		expect(doutes('Choisir : bois')).toEqual([]);
	});

	it('plusieurs infinitifs sur une seule ligne, lus comme autant de compétences', () => {
		const motif = 'plusieurs infinitifs sur une seule ligne, lus comme autant de compétences';
		expect(items('Choisir un bois. Poser les filets.')).toEqual(['Choisir un bois.', 'Poser les filets.']);
		expect(doutes('Choisir un bois ; poser les filets')).toContain(motif);
	});

	it('deux compétences collées', () => {
		const motif = 'deux compétences collées, peut-être';
		expect(doutes('Choisir les boisPoser les filets')).toEqual([motif]);
		expect(doutes('Choisir les bois,\nPoser les filets')).toEqual([motif]);
		expect(doutes('- Choisir les bois Poser les filets')).toEqual([motif]);
		expect(doutes('Choisir (bois) Finir les filets')).toEqual([motif]);
		expect(doutes('- Choisir les bois / Poser les filets')).toEqual([motif]);
		expect(doutes('- Choisir les bois. Poser les filets. Vernir.')).toEqual([motif]);
		expect(doutes('C1.Choisir les boisC2.Poser les filets')).toEqual([motif]);
		expect(doutes('- Choisir les bois Pose les filets')).toEqual([]);
		expect(doutes('- Choisir le BOIS Poser les filets')).toEqual([]);
		expect(doutes('- Choisir les bois POSER les filets')).toEqual([]);
	});
});

describe('une liste dont la copie a perdu ou collé quelque chose', () => {
	it.each([
		'Choisir les bois - Poser les filets - Vernir',
		'Choisir les bois – Poser les filets',
		'1.Choisir les bois2.Poser les filets',
		'1) Choisir les bois2) Poser les filets',
	])('« %s » est un doute', (brut) => {
		expect(doutes(brut)).toContain('deux compétences collées, peut-être');
	});
	it.each(['Poser une âme avec', 'Poser l’', 'Poser une âme…', 'Poser une âme ...'])('« %s » ne finit pas', (brut) => {
		expect(doutes(`Choisir    ${brut}`)).toEqual(['libellé qui ne finit pas : la suite est-elle perdue ?']);
	});
	it.each([
		'Régler le son',
		'Conduire un véhicule de la catégorie A',
		'Poser les vis, écrous, etc…',
		'Poser les vis (8 mm)',
	])('« %s » finit', (brut) => {
		expect(doutes(`Choisir    ${brut}`)).toEqual([]);
	});
});
