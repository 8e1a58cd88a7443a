import { describe, expect, it } from 'vitest';
import { comparer } from '../../../src/domaine/comparaison/comparer.ts';
import { numeroter } from '../../../src/domaine/version.ts';

const connue = { id: 'abc-2001', sigle: 'ABC', blocs: numeroter('abc-2001', [{ type: 'ccp', intitule: 'Recevoir' }]) };
const detenue = {
	id: 'abc-2010',
	sigle: 'ABC',
	blocs: numeroter('abc-2010', [{ type: 'ccp', intitule: 'Accueillir', competences: ['Accueillir.', 'Informer.'] }]),
};

describe('comparaison avec une version dont le texte n’est pas détenu', () => {
	it('met chaque compétence de l’autre dans une entrée, sans rien en affirmer', () => {
		for (const [de, vers] of [
			[connue, detenue],
			[detenue, connue],
		] as const) {
			const { competences } = comparer(de, vers, undefined, []);
			expect(competences.flatMap((e) => [...e.de, ...e.vers])).toEqual(['abc-2010/ccp-1/c1', 'abc-2010/ccp-1/c2']);
			expect(competences.map(({ nature, statut }) => [nature, statut])).toEqual(Array(2).fill([null, 'a-verifier']));
		}
	});
});
