import { describe, expect, it } from 'vitest';
import { certitudeCommune, certitudeDe, citees, precisionDe } from '../../src/domaine/fait.ts';

const sources = {
	arrete: { nature: 'officielle' as const },
	rncp: { nature: 'publique' as const },
	page: { nature: 'secondaire' as const },
};

describe('la certitude', () => {
	it('d’un fait est celle de sa source la plus sûre, où qu’elle soit citée', () => {
		expect(certitudeDe(['page', 'rncp'], sources)).toBe('publique');
		expect(certitudeDe(['rncp', 'page'], sources)).toBe('publique');
		expect(certitudeDe(['rncp', 'arrete', 'page'], sources)).toBe('officielle');
	});

	it('d’une source que rien ne décrit n’est que secondaire', () => {
		expect(certitudeDe('perdue', sources)).toBe('secondaire');
		expect(certitudeDe(['perdue', 'rncp'], sources)).toBe('publique');
	});

	it('de ce qui repose sur plusieurs faits est celle du moins sûr', () => {
		expect(certitudeCommune(['officielle', 'secondaire', 'publique'])).toBe('secondaire');
		expect(certitudeCommune(['publique', 'officielle'])).toBe('publique');
	});

	it('se dit après la note, et seulement si elle est secondaire', () => {
		expect(precisionDe('secondaire', 'publication')).toBe('publication ; source secondaire, à vérifier');
		expect(precisionDe('publique', 'publication')).toBe('publication');
		expect(precisionDe('officielle')).toBeUndefined();
	});
});

it('les sources citées sont prises à toute profondeur, seules ou en liste', () => {
	expect([
		...citees({ debut: { source: 'rncp' }, blocs: [{ code: { source: ['page', 'arrete'] }, rang: 1 }] }),
	]).toEqual(['rncp', 'page', 'arrete']);
});
