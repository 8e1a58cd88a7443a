import { describe, expect, it } from 'vitest';
import { type Index, indexer } from '../../../src/domaine/rapprochement/lexique.ts';
import { PARAMETRES, type Parametres } from '../../../src/domaine/rapprochement/parametres.ts';
import { peser } from '../../../src/domaine/rapprochement/poids.ts';
import {
	couverture,
	type Etiquette,
	etiqueter,
	recouvrement,
	sansObjetCommun,
	similarite,
	termesPartages,
} from '../../../src/domaine/rapprochement/similarite.ts';
import { termesDe } from '../../../src/domaine/rapprochement/termes.ts';
import type { Lexique } from '../../../src/schemas/lexique.ts';

const LEXIQUE: Lexique = [
	{ concept: 'poste', termes: ['poste de travail', 'ordinateur'] },
	{ concept: 'reseau', termes: ['réseau local', 'intranet'] },
	{ concept: 'vendre', termes: ['vendre', 'commercialiser'] },
	{ concept: 'vente-en-ligne', termes: ['vendre en ligne', 'boutique électronique'] },
];

/** Every term weighs one, so that what is shared can be counted by hand. */
const UNIS: Parametres = {
	...PARAMETRES,
	verbe: 1,
	verbeGenerique: 1,
	complement: 1,
	generique: 1,
	declin: 1,
	concept: 0.9,
	partiel: 0.6,
	petite: 1,
	grande: 0,
	autreAction: 0.5,
	opposition: 0.25,
};

const lire = (libelle: string, index: Index = indexer([...LEXIQUE])): Etiquette =>
	etiqueter(
		peser(termesDe(libelle, index), () => 1, UNIS),
		index,
	);

/** Both labels, read with one lexicon that no other test has used. */
const deux = (a: string, b: string): [Etiquette, Etiquette] => {
	const index = indexer([...LEXIQUE]);
	return [lire(a, index), lire(b, index)];
};

describe('une étiquette', () => {
	it('a chaque terme une fois, avec son plus grand poids, dans quelque ordre qu’il vienne', () => {
		const index = indexer([...LEXIQUE]);
		const termes = peser(termesDe('Souder une tôle', index), () => 1, UNIS);
		const lourds = termes.map((t) => ({ ...t, poids: 3 }));
		for (const suite of [
			[...termes, ...lourds],
			[...lourds, ...termes],
		]) {
			const lue = etiqueter(suite, index);
			expect(lue.termes.map((t) => [t.cle, t.poids])).toEqual([
				['soud', 3],
				['tol', 3],
			]);
			expect(lue.poids).toBe(6);
		}
	});

	it('garde la même de deux façons de dire une chose, dans quelque ordre qu’elles viennent', () => {
		const index = indexer([...LEXIQUE]);
		const termes = ['Ordinateur', 'Poste de travail'].flatMap((l) => peser(termesDe(l, index), () => 1, UNIS));
		const formes = [termes, [...termes].reverse()].map((suite) => etiqueter(suite, index).termes.map((t) => t.forme));
		expect(formes).toEqual([['Ordinateur'], ['Ordinateur']]);
	});

	it('garde la plus lourde de deux façons de dire une chose', () => {
		const index = indexer([...LEXIQUE]);
		const [ordinateur, poste] = ['Ordinateur', 'Poste de travail'].map((l) => peser(termesDe(l, index), () => 1, UNIS));
		const lourd = (poste ?? []).map((t) => ({ ...t, poids: 2 }));
		for (const suite of [
			[...lourd, ...(ordinateur ?? [])],
			[...(ordinateur ?? []), ...lourd],
		])
			expect(etiqueter(suite, index).termes).toMatchObject([{ forme: 'Poste de travail', poids: 2 }]);
	});

	it('connaît les mots de ses expressions et les concepts que ces mots disent seuls', () => {
		expect([...lire('Livrer un poste de travail').mots].sort()).toEqual(['livr', 'post', 'travail']);
		expect([...lire('Livrer un ordinateur').mots].sort()).toEqual(['=poste', 'livr', 'ordinateur']);
	});

	it('compte pour actions ses verbes, sauf ceux qui ne disent rien de ce que l’on fait', () => {
		expect(lire('Assurer et livrer une commande').actions).toEqual(['livr']);
		expect(lire('Une commande').actions).toEqual([]);
	});

	it('lit les genres d’action de ses verbes seuls, et non des choses qu’elle nomme', () => {
		expect(lire('Livrer une commande').genres.size).toBe(1);
		expect(lire('Dessiner un comptoir à livrer').genres).toEqual(lire('Dessiner un comptoir').genres);
	});
});

describe('ce qu’un libellé dit d’un autre', () => {
	it('est tout ce que l’autre dit aussi, en part de son poids', () => {
		const [court, long] = deux('Souder une tôle', 'Souder une tôle et un tube');
		expect(couverture(court, long, UNIS)).toBe(1);
		expect(couverture(long, court, UNIS)).toBeCloseTo(2 / 3, 10);
	});

	it('compte un peu moins d’autres mots pour un même concept', () => {
		const [a, b] = deux('Un ordinateur', 'Un poste de travail');
		expect(couverture(a, b, UNIS)).toBeCloseTo(0.9, 10);
		expect(couverture(a, a, UNIS)).toBe(1);
	});

	it('compte d’une expression la part de ses mots que l’autre a', () => {
		const [a, b] = deux('Un poste de travail', 'Un travail');
		expect(couverture(a, b, UNIS)).toBeCloseTo(0.6 / 2, 10);
	});

	it('reconnaît un mot dans l’expression de l’autre', () => {
		const [a, b] = deux('Un travail', 'Un poste de travail');
		expect(couverture(a, b, UNIS)).toBeCloseTo(0.6, 10);
	});

	it('reconnaît un mot, sous son autre nom, dans l’expression de l’autre', () => {
		const [a, b] = deux('Commercialiser un tube', 'Vendre en ligne un tube');
		expect(couverture(a, b, UNIS)).toBeCloseTo((0.6 + 1) / 2, 10);
	});

	it('n’est rien quand il ne dit rien, ou rien de commun', () => {
		const [rien, tole] = deux('de la', 'Souder une tôle');
		expect(couverture(rien, tole, UNIS)).toBe(0);
		expect(couverture(tole, lire('Livrer un repas'), UNIS)).toBe(0);
	});

	it('se prend des deux côtés, la plus petite part et la plus grande chacune à sa puissance', () => {
		const [court, long] = deux('Souder une tôle', 'Souder une tôle et un tube');
		for (const [a, b] of [
			[court, long],
			[long, court],
		] as const) {
			expect(recouvrement(a, b, UNIS)).toBeCloseTo(2 / 3, 10);
			expect(recouvrement(a, b, { ...UNIS, petite: 0, grande: 1 })).toBe(1);
			expect(recouvrement(a, b, { ...UNIS, petite: 2, grande: 1 })).toBeCloseTo(4 / 9, 10);
		}
	});
});

describe('la ressemblance de deux libellés', () => {
	const ressemblance = (a: string, b: string) => {
		const [x, y] = deux(a, b);
		expect(similarite(x, y, UNIS)).toBe(similarite(y, x, UNIS));
		return similarite(x, y, UNIS);
	};

	it('perd sa part quand les actions n’ont rien de commun', () => {
		expect(ressemblance('Souder une tôle', 'Livrer une tôle')).toBeCloseTo(0.5 * 0.5, 10);
	});

	it('ne perd rien quand les actions sont d’un même genre', () => {
		expect(ressemblance('Souder une tôle', 'Couper une tôle')).toBeCloseTo(0.5, 10);
	});

	it('ne perd rien quand l’un des deux nomme l’action de l’autre parmi ses choses', () => {
		expect(ressemblance('Vendre une tôle', 'Dessiner une tôle à vendre')).toBeCloseTo(2 / 3, 10);
	});

	it('ne perd rien quand une seule de leurs actions est la même, ou du même genre', () => {
		expect(ressemblance('Souder et danser une tôle', 'Souder et livrer une tôle')).toBeCloseTo(2 / 3, 10);
		expect(ressemblance('Vendre et danser une tôle', 'Dessiner une tôle à vendre')).toBeCloseTo(2 / 3, 10);
		expect(ressemblance('Souder et livrer une tôle', 'Couper une tôle')).toBeCloseTo(1 / 3, 10);
	});

	it('ne perd rien quand l’un des deux ne nomme pas son action', () => {
		expect(ressemblance('Une tôle', 'Souder une tôle')).toBeCloseTo(0.5, 10);
		expect(ressemblance('Assurer une tôle', 'Souder une tôle')).toBeCloseTo(0.5, 10);
	});

	it('perd sa part quand l’un dit le contraire de l’autre', () => {
		expect(ressemblance('Peindre un mur intérieur', 'Peindre un mur extérieur')).toBeCloseTo((2 / 3) * 0.25, 10);
	});

	it('ne perd rien quand l’un des deux dit une chose et son contraire', () => {
		const score = ressemblance('Peindre un mur intérieur', 'Peindre un mur intérieur ou extérieur');
		expect(score).toBeCloseTo(3 / 4, 10);
	});

	it('est nulle sans rien de commun', () => expect(ressemblance('Souder une tôle', 'Livrer un repas')).toBe(0));
});

describe('deux libellés sans objet commun', () => {
	const sans = (a: string, b: string) => {
		const [x, y] = deux(a, b);
		expect(sansObjetCommun(x, y)).toBe(sansObjetCommun(y, x));
		return sansObjetCommun(x, y);
	};

	it('ne partagent que leur action ou les mots de tous les référentiels', () => {
		expect(sans('Souder une tôle', 'Souder un tube')).toBe(true);
		expect(sans('Transmettre une information', 'Transmettre une information à un maçon')).toBe(true);
	});

	it('en ont un dès qu’ils partagent une chose, une expression ou un mot d’une expression', () => {
		expect(sans('Souder une tôle', 'Livrer une tôle')).toBe(false);
		expect(sans('Livrer un ordinateur', 'Réparer un poste de travail')).toBe(false);
		expect(sans('Livrer un réseau local', 'Réparer un réseau')).toBe(false);
		expect(sans('Livrer un poste de travail', 'Réparer un travail')).toBe(false);
	});

	it('ne se disent pas tels quand aucun ne dit de quoi il parle', () => {
		expect(sans('Transmettre une information', 'Transmettre une information')).toBe(false);
	});
});

describe('les termes que deux libellés partagent', () => {
	it('viennent le plus lourd d’abord, puis par leur forme, chacun écrit comme il est imprimé', () => {
		const index = indexer([...LEXIQUE]);
		const poids: Record<string, number> = { soud: 0.5, tub: 2, tol: 2 };
		const peses = (libelle: string, fois: number) =>
			etiqueter(
				peser(termesDe(libelle, index), (cle) => (poids[cle] ?? 1) * fois, UNIS),
				index,
			);
		const partages = termesPartages(
			peses('Souder une tôle pliée et un tube', 1),
			peses('SOUDER les tubes, les tôles', 3),
		);
		expect(partages).toEqual([
			{ de: 'tube', vers: 'tubes', poids: 4, concept: null },
			{ de: 'tôle', vers: 'tôles', poids: 4, concept: null },
			{ de: 'Souder', vers: 'SOUDER', poids: 1, concept: null },
		]);
	});

	it('nomment le concept quand les mots ne sont pas les mêmes, et seulement alors', () => {
		const concepts = (a: string, b: string) => termesPartages(...deux(a, b)).map((t) => t.concept);
		expect(concepts('Un ordinateur', 'Un poste de travail')).toEqual(['poste']);
		expect(concepts('Un poste de travail', 'Des postes de travail')).toEqual([null]);
	});
});
