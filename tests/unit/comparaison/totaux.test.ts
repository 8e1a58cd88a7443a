import { describe, expect, it } from 'vitest';
import { bilans } from '../../../src/domaine/comparaison/totaux.ts';
import type { Referentiel } from '../../../src/domaine/referentiel.ts';

const version = (id: string, ...blocs: string[][]): Referentiel => ({
	id,
	sigle: 'A',
	blocs: blocs.map((libelles, b) => ({
		id: `${id}/ccp-${b + 1}`,
		type: 'ccp',
		rang: b + 1,
		intitule: 'Bloc',
		certitude: 'officielle',
		competences: libelles.map((libelle, c) => ({ id: `${id}/ccp-${b + 1}/c${c + 1}`, rang: c + 1, libelle })),
	})),
});
const entree = (nature: 'reformulee' | 'sans-suite' | 'nouvelle' | null, de: string[], vers: string[]) => ({
	nature,
	de,
	vers,
	deplacee: null,
	statut: 'relue' as const,
	score: null,
	motif: 'Un motif.',
	candidats: [],
});

describe('les totaux d’une comparaison', () => {
	const de = version('a-2010', ['Administrer.', 'Dépanner.', 'Conseiller.'], ['administrer', 'Rédiger.']);
	const vers = version('a-2020', ['Exploiter.', 'Réparer.', 'Automatiser.']);
	const comparaison = {
		competences: [
			entree('reformulee', ['a-2010/ccp-1/c1'], ['a-2020/ccp-1/c1']),
			entree('sans-suite', ['a-2010/ccp-1/c2'], []),
			entree('sans-suite', ['a-2010/ccp-1/c3'], []),
			entree('sans-suite', ['a-2010/ccp-2/c1'], []),
			entree(null, ['a-2010/ccp-2/c2'], []),
			entree('nouvelle', [], ['a-2020/ccp-1/c2']),
			entree('nouvelle', [], ['a-2020/ccp-1/c3']),
		],
		parentes: [
			{
				de: 'a-2010/ccp-1/c2',
				vers: 'a-2020/ccp-1/c2',
				portee: 'voisine' as const,
				statut: 'relue' as const,
				score: null,
				motif: 'Un motif.',
			},
		],
	};

	it('comptent des compétences, et un libellé imprimé dans deux blocs une seule fois', () => {
		expect(bilans(comparaison, de, vers).de).toEqual({
			libelles: 4,
			correspondante: 1,
			apparentee: 1,
			aVerifier: 1,
			seule: 1,
		});
	});

	it('ne disent pas absente une compétence qui a une parenté', () => {
		expect(bilans(comparaison, de, vers).vers).toMatchObject({ correspondante: 1, apparentee: 1, seule: 1 });
	});
});
