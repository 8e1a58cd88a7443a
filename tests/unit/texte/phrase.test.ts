import { describe, expect, it } from 'vitest';
import { avecArticle, majuscule } from '../../../src/domaine/texte/phrase.ts';

describe('le nom d’un titre dans une phrase', () => {
	it('porte son article, élidé devant une voyelle', () => {
		expect(['TSSR 2018', 'ADVF 2016', 'Électricien 2020'].map((nom) => avecArticle('le', nom))).toEqual([
			'le TSSR 2018',
			'l’ADVF 2016',
			'le titre Électricien 2020',
		]);
		expect((['le', 'du', 'au'] as const).map((forme) => avecArticle(forme, 'version de 2018'))).toEqual([
			'la version de 2018',
			'de la version de 2018',
			'à la version de 2018',
		]);
		expect(avecArticle('du', 'ADVF 2016')).toBe('de l’ADVF 2016');
		expect(avecArticle('au', 'TSSR 2018')).toBe('au TSSR 2018');
	});
	it('prend une capitale au début de la phrase', () => {
		expect(majuscule(avecArticle('le', 'ADVF 2016'))).toBe('L’ADVF 2016');
	});
});
