import { describe, expect, it } from 'vitest';
import { direContenu, direInconnues, direProfondeur, profondeurEnBref } from '../../src/domaine/profondeur.ts';
import { numeroter, type Version } from '../../src/domaine/version.ts';
import { versions } from './exports/exemple.ts';

const [, , connue] = versions;
const plat = (texte: string | undefined) => texte?.replace(/[\u00a0\u202f]/gu, ' ');
const avec = (faits: Partial<Version>): Version => ({ ...connue, ...faits });
/** Two blocs, one with its competences and one known by its title only. */
const enPartie = numeroter(
	'abe-2020',
	[
		{ type: 'ccp', intitule: 'Étendre', competences: ['Poser.', 'Tendre.'], source: 'page' },
		{ type: 'ccp', intitule: 'Plier', source: 'page' },
	],
	'secondaire',
	{},
);

describe('ce que nous avons d’une version se dit avec sa certitude', () => {
	it('quand elle n’a que des intitulés de blocs', () => {
		expect(profondeurEnBref(connue)).toBe('intitulés des blocs seulement, à vérifier');
		expect(plat(direProfondeur(connue))).toBe(
			'Intitulés des blocs d’après : Une page lue (source secondaire, à vérifier) ; ni le texte ni les compétences ne sont au catalogue : elles sont inconnues.',
		);
		expect(plat(direContenu(connue))).toBe('1 bloc, compétences inconnues (à vérifier)');
	});

	it('quand elle a des libellés, et nomme alors les blocs dont les compétences sont inconnues', () => {
		const v = avec({ profondeur: 'libelles', blocs: enPartie });
		expect(profondeurEnBref(v)).toBe('libellés sans le texte, à vérifier');
		expect(plat(direProfondeur(v))).toBe(
			'Libellés d’après : Une page lue (source secondaire, à vérifier) ; le texte n’est pas au catalogue, et ses règles sont inconnues. Les compétences du CCP 2 de l’ABE 2020 sont inconnues de nos sources.',
		);
		expect(plat(direContenu(v))).toBe('2 blocs, 2 compétences dans nos sources (à vérifier)');
		expect(plat(direInconnues([v, { ...connue, annee: '2030' }]))).toBe(
			'Les compétences du CCP 2 de l’ABE 2020 et de l’ABE 2030 sont inconnues de nos sources.',
		);
	});

	it('quand elle n’a que des faits, ou tout son texte', () => {
		expect(profondeurEnBref(avec({ blocs: [] }))).toBe('faits seulement');
		expect(direContenu(avec({ blocs: [] }))).toBe('blocs et compétences inconnus');
		expect(direProfondeur(avec({ blocs: [] }))).toMatch(/^Ni le texte ni les libellés/u);
		expect(profondeurEnBref(versions[0])).toBe('texte complet');
		expect(direProfondeur(versions[0])).toBeUndefined();
		expect(direInconnues([versions[0]])).toBeUndefined();
	});
});
