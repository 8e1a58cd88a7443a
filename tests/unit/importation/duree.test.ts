import { describe, expect, it } from 'vitest';
import { dureesDe } from '../../../src/importation/reac/duree.ts';

const minutes = (texte: string): number[] => dureesDe(texte).map((d) => d.minutes);

describe('une durée imprimée', () => {
	it.each([
		['00 h 30 mn', [30]],
		['1h30', [90]],
		['1 H 05', [65]],
		['3 h', [180]],
		['2 heures 15 minutes', [135]],
		['3 h et 15 min', [195]],
		['90 min', [90]],
		['1,5 h', [90]],
		['0.75 h', [45]],
		['02 h 00 min dont préparation : 00 h 20 min', [120, 20]],
		['01 h 15 mn, dont 01 h 15 mn devant le jury', [75, 75]],
		['30 minutes par candidat', [30]],
	])('« %s »', (texte, attendu) => {
		expect(minutes(texte)).toEqual(attendu);
	});

	it.each([
		'30 à 45 min',
		'30/45 min',
		'entre 30 et 45 min',
		'De 02 h 00 min à 03 h 00 min',
		'1 h ou 2 h',
		'2 x 30 min',
		'2 × 1 h',
		'3 h + 1 h',
		'20 min maximum',
		'environ 1 h',
		'1 h ½',
		'½ h',
		'1 heure et demie',
		'trois quarts d’heure',
		'1 h.30',
		'1 h 75 min',
		'01:30',
		'45',
		'3 jours',
	])('« %s » n’en est pas une seule qui soit sûre : une personne la lit', (texte) => {
		expect(minutes(texte)).toEqual([]);
	});
});
