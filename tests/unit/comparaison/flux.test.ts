import { describe, expect, it } from 'vitest';
import type { Entree } from '../../../src/domaine/comparaison/comparaison.ts';
import { compterCourants, dessinerFlux, NOUVELLES, SANS_SUITE } from '../../../src/domaine/comparaison/flux.ts';
import { numeroter } from '../../../src/domaine/version.ts';

const bloc = { type: 'ccp' as const, intitule: 'Un bloc', competences: ['Une.', 'Deux.'] };
const [de, vers] = [numeroter('a-2000', [bloc, bloc]), numeroter('a-2010', [bloc, bloc])];
const entree = (nature: Entree['nature'], a: string[], b: string[]): Entree => ({
	nature,
	de: a.map((id) => `a-2000/${id}`),
	vers: b.map((id) => `a-2010/${id}`),
	deplacee: null,
	statut: nature ? 'relue' : 'a-verifier',
	score: null,
	motif: null,
	candidats: [],
});
const competences = [
	entree('identique', ['ccp-1/c1'], ['ccp-1/c1']),
	entree('scindee', ['ccp-1/c2'], ['ccp-1/c2', 'ccp-2/c1']),
	entree('sans-suite', ['ccp-2/c1'], []),
	entree('nouvelle', [], ['ccp-2/c2']),
	entree(null, ['ccp-2/c2'], []),
];

describe('le flux des compétences', () => {
	it('compte de bloc à bloc ce qui est affirmé, et rien d’autre', () => {
		expect(compterCourants({ competences })).toEqual([
			['a-2000/ccp-1', 'a-2010/ccp-1', 2],
			['a-2000/ccp-1', 'a-2010/ccp-2', 1],
			['a-2000/ccp-2', SANS_SUITE, 1],
			[NOUVELLES, 'a-2010/ccp-2', 1],
		]);
	});
	it.each([600, 328])('tient dans %i unités de large, chaque bloc de son côté', (largeur) => {
		const flux = dessinerFlux(de, vers, { competences }, largeur);
		expect(flux?.aVerifier).toBe(1);
		for (const b of flux?.boites ?? []) {
			expect(b.x).toBe(b.cote === 'de' ? 0 : largeur - b.largeur);
			expect(b.y + b.hauteur).toBeLessThanOrEqual(flux?.hauteur ?? 0);
		}
		expect(flux?.courants.map((c) => c.poids)).toEqual([2, 1, 1, 1]);
		for (const c of flux?.courants ?? []) expect(c.trace).not.toMatch(/NaN|\d\.\d{2}/);
	});
	it('ne se dessine pas quand rien n’est affirmé', () => {
		expect(dessinerFlux(de, vers, { competences: [entree(null, ['ccp-1/c1'], [])] })).toBeUndefined();
	});
});
