import { describe, expect, inject, it } from 'vitest';
import { peser } from '../../scripts/banc/poids.ts';
import { navigateur } from '../navigateur.ts';
import { AUCUN, depassements, KIO, peserRecherches } from './budgets.ts';

it('chaque page, avec son style, pèse au plus 14 Kio, sans script qui fasse attendre ni plus d’une police', () => {
	const pages = peser('dist');
	expect(pages.length).toBeGreaterThan(100);
	expect(depassements(pages)).toEqual(AUCUN);
});

describe('une recherche', () => {
	it('pèse au plus 115 Kio la première fois, moteur compris, et au plus 30 ensuite', async () => {
		const mots = ['annuaire', 'serveur', 'sécurité', 'assistance'] as const;
		const [premiere = 0, ...suivantes] = await peserRecherches(navigateur, inject('adresse'), 'dist', mots);
		expect(premiere).toBeGreaterThan(50 * KIO);
		expect(premiere).toBeLessThanOrEqual(115 * KIO);
		expect(suivantes.filter((octets) => octets > 30 * KIO)).toEqual([]);
	});
});
