import { describe, expect, it } from 'vitest';
import { genresDe } from '../../../src/domaine/rapprochement/actions.ts';
import { cleDe, type Index, indexer } from '../../../src/domaine/rapprochement/lexique.ts';
import { exclusifs, sOpposent } from '../../../src/domaine/rapprochement/oppositions.ts';
import type { Lexique } from '../../../src/schemas/lexique.ts';

const LEXIQUE: Lexique = [
	{ concept: 'tiers', termes: ['client', 'acheteur'] },
	{ concept: 'confier', termes: ['livrer', 'remettre'] },
];

const opposes = (a: readonly string[], b: readonly string[], index: Index = indexer([...LEXIQUE])): boolean => {
	const lire = (mots: readonly string[]) =>
		exclusifs(
			mots.map((mot) => {
				const concept = index.concepts.get(cleDe(mot));
				return concept ? `=${concept}` : cleDe(mot);
			}),
			index,
		);
	const [x, y] = [lire(a), lire(b)];
	expect(sOpposent(y, x)).toBe(sOpposent(x, y));
	return sOpposent(x, y);
};

describe('deux libellés s’opposent', () => {
	it('quand chacun dit un mot qui exclut celui de l’autre, à deux ou à plusieurs', () => {
		expect(opposes(['interne'], ['externe'])).toBe(true);
		expect(opposes(['tuile'], ['ardoise'])).toBe(true);
		expect(opposes(['tuile'], ['zinc'])).toBe(true);
		expect(opposes(['entrée'], ['dessert'])).toBe(true);
	});

	it('sous un autre nom que le lexique leur donne', () => {
		expect(opposes(['fournisseur'], ['acheteur'])).toBe(true);
		expect(opposes(['client'], ['acheteur'])).toBe(false);
	});

	it('par un mot qui s’oppose à un autre dans chaque famille où il est', () => {
		expect(opposes(['installer'], ['maintenir'])).toBe(true);
		expect(opposes(['installer'], ['dépanner'])).toBe(true);
		expect(opposes(['maintenir'], ['dépanner'])).toBe(false);
	});

	it('et non quand l’un des deux dit les deux mots, ni quand ils disent le même', () => {
		expect(opposes(['interne', 'externe'], ['externe'])).toBe(false);
		expect(opposes(['interne', 'externe'], ['interne', 'externe'])).toBe(false);
		expect(opposes(['interne'], ['interne'])).toBe(false);
	});

	it('et non par des mots qui n’excluent rien, ou rien de ce que l’autre dit', () => {
		expect(opposes([], ['interne'])).toBe(false);
		expect(opposes(['tôle'], ['interne'])).toBe(false);
		expect(opposes(['achat'], ['interne'])).toBe(false);
	});

	it('même s’ils partagent par ailleurs un mot qui en exclut d’autres', () => {
		expect(opposes(['interne', 'achat'], ['interne', 'vente'])).toBe(true);
	});
});

describe('les genres d’action', () => {
	const genres = (...verbes: string[]) => {
		const index = indexer([...LEXIQUE]);
		return genresDe(
			verbes.map((verbe) => {
				const concept = index.concepts.get(cleDe(verbe));
				return concept ? `=${concept}` : cleDe(verbe);
			}),
			index,
		);
	};
	const communs = (a: string, b: string) => [...genres(a)].filter((genre) => genres(b).has(genre)).length;

	it('réunissent les verbes d’une même sorte, et eux seuls', () => {
		expect(communs('souder', 'couper')).toBe(1);
		expect(communs('souder', 'câbler')).toBe(0);
		expect(communs('animer', 'former')).toBe(1);
	});

	it('sont plusieurs pour un verbe de plusieurs sortes', () => {
		expect(genres('ranger').size).toBe(2);
		expect(communs('ranger', 'charger')).toBe(1);
		expect(communs('ranger', 'désinfecter')).toBe(1);
		expect(communs('charger', 'désinfecter')).toBe(0);
	});

	it('s’étendent aux mots que le lexique met pour un verbe', () => {
		expect(communs('remettre', 'charger')).toBe(1);
	});

	it('s’ajoutent d’un verbe à l’autre, et manquent à un verbe qui n’en a pas', () => {
		expect(genres('souder', 'charger').size).toBe(2);
		expect(genres('flâner').size).toBe(0);
	});
});
