import { describe, expect, it } from 'vitest';
import { correspondancesDeBloc } from '../../../src/domaine/comparaison/liens-blocs.ts';

const source = { intitule: 'Arrêté', nature: 'officielle' as const };
const carte = {
	de: 'abc-2001',
	vers: 'abd-2010',
	blocs: {
		source,
		article: 'article 3',
		liens: [
			{ de: ['ccp-1', 'ccp-2'], vers: ['ccp-1'] },
			{ de: ['ccs-1'], vers: [] },
		],
	},
};
const lecture = { de: 'abc-2001', vers: 'abe-2020', competences: [] };

describe('les correspondances officielles d’un bloc', () => {
	it('vers une version plus récente, avec les blocs que le texte demande en même temps', () => {
		expect(correspondancesDeBloc('abc-2001', 'ccp-1', [carte, lecture])).toEqual([
			{
				sens: 'vers',
				autre: 'abd-2010',
				texte: 'Arrêté, article 3',
				blocs: ['abd-2010/ccp-1'],
				avec: ['abc-2001/ccp-2'],
			},
		]);
	});

	it('le « Néant » du texte est dit : aucun bloc', () => {
		expect(correspondancesDeBloc('abc-2001', 'ccs-1', [carte])).toMatchObject([{ sens: 'vers', blocs: [], avec: [] }]);
	});

	it('depuis une version plus ancienne', () => {
		expect(correspondancesDeBloc('abd-2010', 'ccp-1', [carte])).toEqual([
			{
				sens: 'de',
				autre: 'abc-2001',
				texte: 'Arrêté, article 3',
				blocs: ['abc-2001/ccp-1', 'abc-2001/ccp-2'],
				avec: [],
			},
		]);
	});

	it('une lecture sans carte officielle, ou une autre version, n’en donne aucune', () => {
		expect(correspondancesDeBloc('abe-2020', 'ccp-1', [carte, lecture])).toEqual([]);
	});
});
