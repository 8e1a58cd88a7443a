import { describe, expect, it } from 'vitest';
import { ajouterAns, dateExiste, jourDe, lireDate } from '../../../src/domaine/parcours/calendrier.ts';

describe('le calendrier', () => {
	it.each([
		['2009-05-04', 5, '2014-05-04'],
		['2008-02-29', 5, '2013-02-28'],
		['2008-02-29', 4, '2012-02-29'],
		['2011-12-31', 1, '2012-12-31'],
		['2096-02-29', 4, '2100-02-28'],
	])('%s et %i ans : %s', (date, ans, attendue) => {
		expect(ajouterAns(date, ans)).toBe(attendue);
	});
	it('connaît les jours qui existent', () => {
		for (const date of ['2009-05-04', '2008-02-29', '1999-12-31', '1900-01-01'])
			expect(dateExiste(date), date).toBe(true);
	});
	it.each([
		'2009-02-29',
		'2009-13-01',
		'2009-00-10',
		'2009-04-31',
		'2009-04-00',
		'0009-04-01',
		'1899-12-31',
		'2009-4-1',
		'4/5/2009',
		'',
		'2009-05-04T00:00',
		'２００９-05-04',
		' 2009-05-04',
	])('refuse « %s »', (date) => {
		expect(dateExiste(date)).toBe(false);
	});
	it('lit le jour à l’heure du lecteur', () => {
		expect(jourDe(new Date(2026, 10, 22, 0, 5))).toBe('2026-11-22');
		expect(jourDe(new Date(2026, 0, 1, 23, 55))).toBe('2026-01-01');
	});
});

describe('une date comme on l’écrit', () => {
	it.each([
		['2010', '2010'],
		[' 2010-05 ', '2010-05'],
		['05/2010', '2010-05'],
		['5.2010', '2010-05'],
		['mai 2010', '2010-05'],
		['12/05/2010', '2010-05-12'],
		['2010-05-12', '2010-05-12'],
		['12 Mai 2010', '2010-05-12'],
		['1er août 2013', '2013-08-01'],
		['févr. 2012', '2012-02'],
	])('« %s »', (ecrite, lue) => {
		expect(lireDate(ecrite)).toBe(lue);
	});
	it.each(['', '10', '30/02/2010', '13/2010', 'mars', '05/10', '2010-05-12-01', 'hier', '20100512'])(
		'« %s » n’en est pas une',
		(ecrite) => {
			expect(lireDate(ecrite)).toBeUndefined();
		},
	);
});
