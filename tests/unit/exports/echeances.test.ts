import { describe, expect, it } from 'vitest';
import { echeances, ecrireCalendrier } from '../../../src/domaine/exports/echeances.ts';
import { RACINE, versions } from './exemple.ts';

/** Lines of a calendar, unfolded (RFC 5545, 3.1). */
const lignes = (calendrier: string) => calendrier.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

describe('le calendrier des fins de validité', () => {
	const calendrier = ecrireCalendrier(echeances(versions), '2026-04-01', RACINE);

	it('a un évènement par fin connue, au dernier jour de validité et non au premier jour sans', () => {
		expect(lignes(calendrier).filter((ligne) => ligne.startsWith('DTSTART'))).toEqual([
			'DTSTART;VALUE=DATE:20200505',
			'DTSTART;VALUE=DATE:20300505',
		]);
	});

	it('n’a pas d’évènement pour une fin seulement constatée : son jour n’est pas le dernier', () => {
		const constatees = versions.map((v) => (v.fin ? { ...v, fin: { ...v.fin, auPlusTard: true as const } } : v));
		expect(echeances(constatees)).toEqual([]);
	});

	it('dit à vérifier la date d’une source secondaire, et non celle d’une source officielle', () => {
		const [officielle, secondaire] = lignes(calendrier).filter((ligne) => ligne.startsWith('SUMMARY'));
		expect(officielle).not.toContain('à vérifier');
		expect(secondaire).toContain('à vérifier');
	});

	it('n’occupe la journée de personne', () => {
		expect(lignes(calendrier).filter((ligne) => ligne.startsWith('TRANSP'))).toEqual([
			'TRANSP:TRANSPARENT',
			'TRANSP:TRANSPARENT',
		]);
	});

	it('sans fin connue, reste un calendrier : il a un composant, et aucun évènement', () => {
		const vide = lignes(ecrireCalendrier([], '2026-04-01', RACINE));
		expect(vide.filter((ligne) => ligne.startsWith('BEGIN:'))).toEqual([
			...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:STANDARD'],
		]);
		expect(vide.slice(-3)).toEqual(['END:VTIMEZONE', 'END:VCALENDAR', '']);
		expect(calendrier).not.toContain('VTIMEZONE');
	});

	it('mène à la page de la version, et ne dépend pas de l’horloge', () => {
		expect(calendrier).toContain(`${RACINE}/titres/abd-2010/`);
		expect(lignes(calendrier).filter((ligne) => ligne.startsWith('DTSTAMP'))).toEqual([
			'DTSTAMP:20260401T000000Z',
			'DTSTAMP:20260401T000000Z',
		]);
		expect(ecrireCalendrier(echeances(versions), '2026-04-01', RACINE)).toBe(calendrier);
	});
});
