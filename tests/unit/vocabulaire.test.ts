import { describe, expect, it } from 'vitest';
import { compte, valeurRegle } from '../../src/domaine/vocabulaire.ts';

const source = { phrase: 'Une phrase.', source: 'fiche' };

describe('la valeur d’une règle', () => {
	it.each([
		[0, 'zéro an'],
		[1, 'un an'],
		[2, 'deux ans'],
		[3, 'trois ans'],
		[12, '12 ans'],
	])('%d : « %s »', (ans, dite) => {
		expect(valeurRegle('experienceVae', { ans, ...source })).toBe(dite);
	});

	it('dit d’où court un délai', () => {
		expect(valeurRegle('cloture', { ans: 1, ...source })).toBe('un an à compter de la fin de validité du titre');
		expect(valeurRegle('validiteCcp', { regime: 'duree', ans: 5, ...source })).toBe(
			'cinq ans à partir de la date d’obtention du premier CCP',
		);
		expect(valeurRegle('validiteCcp', { regime: 'validite-du-titre', ...source })).toBe(
			'aussi longtemps que le titre est valide',
		);
		expect(valeurRegle('dossier', { valeur: 'Dossier professionnel', ...source })).toBe('Dossier professionnel');
	});

	it('un compte s’accorde à partir de deux', () => {
		expect([0, 1, 2].map((n) => compte(n, 'bloc'))).toEqual(['0 bloc', '1 bloc', '2 blocs']);
	});
});
