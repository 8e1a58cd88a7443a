import { describe, expect, it } from 'vitest';
import type { Entree, Parente } from '../../../src/domaine/comparaison/comparaison.ts';
import { rangees } from '../../../src/domaine/lignee/rangees.ts';
import { numeroter } from '../../../src/domaine/version.ts';
import { comparee, entree, parente } from '../comparaison/entrees.ts';

const version = (annee: string, competences: string[]) => ({
	id: `abc-${annee}`,
	sigle: 'ABC',
	usuel: 'Titre ABC',
	annee,
	blocs: numeroter(`abc-${annee}`, [{ type: 'ccp', intitule: 'Bloc', competences }]),
});
const c = (annee: string, rang: number) => `abc-${annee}/ccp-1/c${rang}`;
const comparer = (de: string, vers: string, ...reste: [Entree[], Parente[]?]) =>
	comparee(`abc-${de}`, `abc-${vers}`, ...reste);
const versions = [version('2000', ['A']), version('2005', ['B', 'N']), version('2010', ['C'])];

describe('rangées d’une lignée', () => {
	it('disent chaque compétence une fois, à la plus ancienne version où elle se trouve', () => {
		const rangs = rangees(versions, [
			comparer('2000', '2005', [entree('reformulee', [c('2000', 1)], [c('2005', 1)])]),
			comparer('2000', '2010', [entree('reformulee', [c('2000', 1)], [c('2010', 1)])]),
			comparer('2005', '2010', [entree('reformulee', [c('2005', 1)], [c('2010', 1)])]),
		]);
		expect(rangs.map(({ competence }) => competence.id)).toEqual([c('2000', 1), c('2005', 2)]);
	});
	it('ne font pas une correspondance de deux qui se suivent', () => {
		const rangs = rangees(versions, [
			comparer('2000', '2005', [entree('reformulee', [c('2000', 1)], [c('2005', 1)])]),
			comparer('2000', '2010', [entree(null, [c('2000', 1)], [c('2010', 1)])]),
			comparer('2005', '2010', [entree('reformulee', [c('2005', 1)], [c('2010', 1)])]),
		]);
		// C corresponds to B, not to A: C has its own row, and the row of A says « à vérifier ».
		expect(rangs.map(({ competence }) => competence.id)).toEqual([c('2000', 1), c('2005', 2), c('2010', 1)]);
		expect(rangs[0]?.croisements.get('abc-2010')).toMatchObject({ entree: { nature: null }, reponses: [] });
		expect(rangs[2]?.croisements.get('abc-2005')).toMatchObject({
			de: 'abc-2005',
			vers: 'abc-2010',
			reponses: [c('2005', 1)],
		});
	});
	it('ne prennent pas une parenté pour une réponse', () => {
		const voisine = parente(c('2000', 1), c('2005', 1));
		const deux = rangees(versions.slice(0, 2), [
			comparer(
				'2000',
				'2005',
				[entree('sans-suite', [c('2000', 1)], []), entree('nouvelle', [], [c('2005', 1)])],
				[voisine],
			),
		]);
		expect(deux.map(({ competence }) => competence.id)).toEqual([c('2000', 1), c('2005', 1), c('2005', 2)]);
		expect(deux[0]?.croisements.get('abc-2005')).toMatchObject({ apparentee: true, reponses: [c('2005', 1)] });
		expect(deux[1]?.croisements.get('abc-2000')).toMatchObject({ apparentee: true, reponses: [c('2000', 1)] });
	});
});
