import { describe, expect, it } from 'vitest';
import { indexer } from '../../../src/domaine/rapprochement/lexique.ts';
import {
	clePaire,
	type Lien,
	liensAffectes,
	liensIdentiques,
	liensJoints,
} from '../../../src/domaine/rapprochement/liens.ts';
import { comparerLibelles, type Matrice } from '../../../src/domaine/rapprochement/matrice.ts';
import { noeuds } from '../../../src/domaine/rapprochement/noeud.ts';
import { PARAMETRES, type Parametres } from '../../../src/domaine/rapprochement/parametres.ts';
import { peser } from '../../../src/domaine/rapprochement/poids.ts';
import { etiqueter } from '../../../src/domaine/rapprochement/similarite.ts';
import { termesDe } from '../../../src/domaine/rapprochement/termes.ts';
import type { Referentiel } from '../../../src/domaine/referentiel.ts';
import { referentiel } from './exemples.ts';
import { matrice } from './matrices.ts';

const comparer = (de: string[], vers: string[], reglees: string[] = []): Matrice =>
	comparerLibelles(
		referentiel('a-2000', ['Bloc', ...de]),
		referentiel('b-2010', ['Bloc', ...vers]),
		[],
		new Set(reglees),
		PARAMETRES,
	);

/** The links of a matrix, by the labels that they join. */
const dire = (m: Matrice, liens: readonly Lien[]): string[] =>
	liens.map(({ d, v }) => `${m.de.noeuds[d]?.libelle} > ${m.vers.noeuds[v]?.libelle}`).sort();

const paires = (liens: readonly Lien[]) => liens.map(({ d, v }) => `${d}>${v}`).sort();

describe('les libellés d’un côté', () => {
	const lire = (...blocs: string[][]) => noeuds(referentiel('a-2000', ...blocs), new Set(['a-2000/ccp-1/c2']));

	it('sont pris une fois chacun, avec toutes leurs compétences et tous leurs blocs', () => {
		const [souder] = lire(['Un', 'Souder'], ['Deux', 'Souder.']);
		expect(souder).toMatchObject({ ids: ['a-2000/ccp-1/c1', 'a-2000/ccp-2/c1'], libelle: 'Souder' });
		expect([...(souder?.blocs ?? [])]).toEqual([0, 1]);
	});

	it('viennent dans l’ordre de leurs lettres, et non du document', () => {
		expect(lire(['Un', 'Tondre', 'Plier', 'Élaguer', 'Souder']).map((n) => n.libelle)).toEqual([
			...['Élaguer', 'Plier', 'Souder', 'Tondre'],
		]);
	});

	it('restent deux quand un accent seul les distingue', () => {
		expect(lire(['Un', 'Pêcher', 'Tondre', 'Pécher']).map((n) => n.libelle)).toEqual(['Pêcher', 'Pécher', 'Tondre']);
	});

	it('demeurent sans rien à placer quand un éditeur a réglé leur compétence', () => {
		expect(lire(['Un', 'Souder', 'Plier']).map((n) => [n.libelle, n.ids])).toEqual([
			['Plier', []],
			['Souder', ['a-2000/ccp-1/c1']],
		]);
	});
});

describe('le score de deux libellés', () => {
	const scoreDe = (m: Matrice) => m.scores[0]?.[0] ?? 0;

	it('perd sa part quand leurs blocs se répondent moins bien que ne répond à l’un d’eux un autre bloc', () => {
		const ancien = referentiel('a-2000', ['Métal', 'Souder une tôle', 'Plier un tube'], ['Cuisine', 'Cuire un repas']);
		const nouveau = referentiel('b-2010', ['Cuisine', 'Souder une porte'], ['Métal', 'Plier un tube']);
		const score = (de: Referentiel, vers: Referentiel, contexte: number) => {
			const m = comparerLibelles(de, vers, [], new Set(), { ...PARAMETRES, contexte });
			const rang = (liste: Matrice['de']) => liste.noeuds.findIndex((n) => n.libelle.startsWith('Souder'));
			return m.scores[rang(m.de)]?.[rang(m.vers)] ?? 0;
		};
		// « Souder une porte » stands under « Cuisine », when « Métal » answers « Métal » far better.
		const sans = score(ancien, nouveau, 0);
		const avec = score(ancien, nouveau, 0.5);
		expect(avec).toBeLessThan(sans);
		expect(avec).toBeGreaterThan(sans / 2);
		expect(score(nouveau, ancien, 0.5)).toBe(avec);
		// The other bloc of one side alone is enough, whichever the side.
		const seul = referentiel('b-2010', ['Cuisine', 'Souder une porte']);
		const double = referentiel(
			'a-2000',
			['Métal', 'Souder une tôle', 'Plier un tube'],
			['Cuisine', 'Souder une grille'],
		);
		const rang = (liste: Matrice['de'], libelle: string) => liste.noeuds.findIndex((n) => n.libelle === libelle);
		for (const [de, vers] of [
			[double, seul],
			[seul, double],
		] as const) {
			const perte = (libelle: string) => {
				const [m, nu] = [0.5, 0].map((contexte) =>
					comparerLibelles(de, vers, [], new Set(), { ...PARAMETRES, contexte }),
				) as [Matrice, Matrice];
				const lire = ({ scores, de: d, vers: v }: Matrice) =>
					de === double
						? (scores[rang(d, libelle)]?.[rang(v, 'Souder une porte')] ?? 0)
						: (scores[rang(d, 'Souder une porte')]?.[rang(v, libelle)] ?? 0);
				return lire(nu) - lire(m);
			};
			expect(perte('Souder une tôle')).toBeGreaterThan(0);
			expect(perte('Souder une grille')).toBe(0);
		}
	});

	it('ne perd rien quand leurs blocs se répondent, ni entre deux versions d’un seul bloc', () => {
		const un = (contexte: number) =>
			scoreDe(
				comparerLibelles(
					referentiel('a-2000', ['Métal', 'Souder une tôle']),
					referentiel('b-2010', ['Jardin', 'Souder un tube']),
					[],
					new Set(),
					{ ...PARAMETRES, contexte },
				),
			);
		expect(un(0.5)).toBeGreaterThan(0);
		expect(un(0.5)).toBe(un(0));
	});

	it('suit le meilleur des blocs où le libellé est imprimé', () => {
		const score = (...blocs: string[][]) =>
			comparerLibelles(
				referentiel('a-2000', ...blocs),
				referentiel('b-2010', ['Métal', 'Souder une tôle fine', 'Plier un tube']),
				[],
				new Set(),
				PARAMETRES,
			);
		const m = score(['Cuisine', 'Souder une tôle'], ['Métal', 'Souder une tôle', 'Plier un tube']);
		const rang = m.de.noeuds.findIndex((n) => n.libelle === 'Souder une tôle');
		const v = m.vers.noeuds.findIndex((n) => n.libelle === 'Souder une tôle fine');
		const sansContexte = comparerLibelles(
			referentiel('a-2000', ['Cuisine', 'Souder une tôle'], ['Métal', 'Souder une tôle', 'Plier un tube']),
			referentiel('b-2010', ['Métal', 'Souder une tôle fine', 'Plier un tube']),
			[],
			new Set(),
			{ ...PARAMETRES, contexte: 0 },
		);
		expect(m.scores[rang]?.[v]).toBe(sansContexte.scores[rang]?.[v]);
	});

	it('a quatre décimales au plus', () => {
		const { scores } = comparer(
			['Souder une tôle fine', 'Tondre une pelouse'],
			['Souder une tôle épaisse', 'Tondre une haie vive'],
		);
		for (const score of scores.flat()) expect(score).toBe(Math.round(score * 10_000) / 10_000);
		expect(Math.max(...scores.flat())).toBeGreaterThan(0);
	});
});

describe('les libellés identiques', () => {
	it('se lient, et eux seuls', () => {
		const m = comparer(['Souder une tôle', 'Tondre'], ['Souder une tôle.', 'Tondre une haie']);
		expect(dire(m, liensIdentiques(m))).toEqual(['Souder une tôle > Souder une tôle.']);
		expect(liensIdentiques(m)).toMatchObject([{ score: 1, identique: true }]);
	});

	it('ne se lient pas quand l’un d’eux en vaut plusieurs, de quelque côté que ce soit', () => {
		const aller = comparer(['PECHER'], ['Pêcher', 'Pécher']);
		expect(liensIdentiques(aller)).toEqual([]);
		const retour = comparer(['Pêcher', 'Pécher'], ['PECHER']);
		expect(liensIdentiques(retour)).toEqual([]);
	});

	it('ne se lient pas quand un éditeur a réglé l’un ou l’autre', () => {
		for (const regle of ['a-2000/ccp-1/c1', 'b-2010/ccp-1/c1'])
			expect(liensIdentiques(comparer(['Souder', 'Tondre'], ['Souder', 'Plier'], [regle]))).toEqual([]);
	});

	it('ne comptent pas pour plusieurs un libellé qu’un éditeur a réglé', () => {
		const m = comparer(['Pêcher', 'Pécher'], ['PECHER'], ['a-2000/ccp-1/c2']);
		expect(dire(m, liensIdentiques(m))).toEqual(['Pêcher > PECHER']);
	});
});

describe('la clé d’une paire', () => {
	it('est la même des deux côtés', () => {
		const [de, vers] = [matrice([1, 1], [1, 1]), matrice([1, 1], [1, 1])];
		const retourne = { ...vers, de: de.vers, vers: de.de };
		expect(clePaire(de, 0, 1)).toBe(clePaire(retourne, 1, 0));
		expect(clePaire(de, 0, 1)).not.toBe(clePaire(de, 1, 0));
		expect(clePaire(de, 0, 1)).not.toBe(clePaire(de, 0, 0));
	});

	it('ne se confond pas avec celle d’une autre, dont les libellés mis bout à bout sont les mêmes', () => {
		const m = matrice([1, 1], [1, 1]);
		const nommer = (noeud: unknown, cle: string) => Object.assign(noeud as { cle: string }, { cle });
		for (const [i, cle] of ['a', 'ab'].entries()) nommer(m.de.noeuds[i], cle);
		for (const [i, cle] of ['bc', 'c'].entries()) nommer(m.vers.noeuds[i], cle);
		expect(clePaire(m, 0, 0)).not.toBe(clePaire(m, 1, 1));
	});
});

describe('les meilleurs liens', () => {
	const P = { ...PARAMETRES, puissance: 1 };

	it('font ensemble le plus grand total, chacun avec son score', () => {
		const liens = liensAffectes(matrice([0.9, 0.8], [0.8, 0.1]), [], 0, P);
		expect(paires(liens)).toEqual(['0>1', '1>0']);
		expect(liens.map((l) => [l.score, l.identique])).toEqual([
			[0.8, false],
			[0.8, false],
		]);
	});

	it('préfèrent une paire nette à deux douteuses quand la puissance est grande', () => {
		expect(paires(liensAffectes(matrice([0.9, 0.8], [0.8, 0.1]), [], 0.2, { ...P, puissance: 10 }))).toEqual(['0>0']);
	});

	it('ne vont pas sous le seuil, et y sont encore', () => {
		expect(paires(liensAffectes(matrice([0.5, 0], [0, 0.4]), [], 0.5, P))).toEqual(['0>0']);
	});

	it('laissent les libellés déjà liés, et ceux qu’un éditeur a réglés', () => {
		const m = matrice([0.9, 0.8, 0.7], [0.65, 0.5, 0.4], [0.3, 0.2, 0.1]);
		const pris = [{ d: 0, v: 1, score: 1, identique: true }];
		expect(paires(liensAffectes(m, pris, 0.01, P))).toEqual(['1>0', '2>2']);
		(m.de.noeuds[1] as { ids: string[] }).ids = [];
		(m.vers.noeuds[0] as { ids: string[] }).ids = [];
		expect(paires(liensAffectes(m, pris, 0.01, P))).toEqual(['2>2']);
	});
});

describe('un libellé resté seul', () => {
	const UNIS: Parametres = {
		...PARAMETRES,
		...{ verbe: 1, verbeGenerique: 1, complement: 1, generique: 1, declin: 1, concept: 1, partiel: 0 },
		...{ petite: 1, grande: 0, jonctionGain: 0.3, jonctionCouverture: 0.5 },
	};
	/** Labels with the scores of each pair; every term weighs one. */
	const lire = (de: string[], vers: string[], scores: number[][]): Matrice => {
		const index = indexer([]);
		const cote = (libelles: string[]) => ({
			noeuds: libelles.map((libelle) => ({ ids: [libelle], libelle, cle: libelle, blocs: new Set([0]) })),
			etiquettes: libelles.map((libelle) =>
				etiqueter(
					peser(termesDe(libelle, index), () => 1, UNIS),
					index,
				),
			),
		});
		return { de: cote(de), vers: cote(vers), scores };
	};
	const lier = (d: number, v: number): Lien => ({ d, v, score: 0.6, identique: false });
	const TOUT = 'Souder, plier et peindre';
	/** The joins of both ways round, which mirror each other. */
	const joindre = (de: string[], vers: string[], scores: number[][], affectes: Lien[], p = UNIS, pris: Lien[] = []) => {
		const aller = liensJoints(lire(de, vers, scores), affectes, pris, 0.5, p);
		const renverser = (l: Lien) => ({ ...l, d: l.v, v: l.d });
		const transposes = vers.map((_, v) => de.map((_, d) => scores[d]?.[v] ?? 0));
		const retour = liensJoints(lire(vers, de, transposes), affectes.map(renverser), pris.map(renverser), 0.5, p);
		expect(paires(retour.map(renverser))).toEqual(paires(aller));
		return aller;
	};

	it('se joint à un lien qu’il complète', () => {
		const [joint, ...autres] = joindre(['Souder', 'Plier'], [TOUT], [[0.6], [0.5]], [lier(0, 0)]);
		expect(joint).toMatchObject({ d: 1, v: 0, score: 0.5, identique: false });
		expect(autres).toEqual([]);
	});

	it('ne s’y joint pas sous le seuil', () => {
		expect(joindre(['Souder', 'Plier'], [TOUT], [[0.6], [0.49]], [lier(0, 0)])).toEqual([]);
	});

	it('ne s’y joint pas quand il ne dit rien que le premier ne dise déjà', () => {
		expect(joindre(['Souder et plier', 'Plier'], [TOUT], [[0.6], [0.5]], [lier(0, 0)])).toEqual([]);
	});

	it('ne s’y joint pas quand il y gagne moins que ce qu’il faut, et s’y joint dès qu’il gagne autant', () => {
		const gain = (jonctionGain: number) =>
			paires(
				joindre(['Souder', 'Plier'], ['Souder, plier, peindre et tondre'], [[0.6], [0.5]], [lier(0, 0)], {
					...UNIS,
					jonctionGain,
				}),
			);
		expect(gain(0.25)).toEqual(['1>0']);
		expect(gain(0.26)).toEqual([]);
	});

	it('ne s’y joint pas quand il dit surtout autre chose, et s’y joint quand il en dit assez', () => {
		const couvert = (libelle: string) => paires(joindre(['Souder', libelle], [TOUT], [[0.6], [0.5]], [lier(0, 0)]));
		expect(couvert('Plier et tondre')).toEqual(['1>0']);
		expect(couvert('Plier, tondre et cuire')).toEqual([]);
	});

	it('ne s’y joint pas quand il est déjà lié, ou réglé par un éditeur', () => {
		const pris = [{ d: 1, v: 1, score: 1, identique: true }];
		const scores = [
			[0.6, 0],
			[0.5, 1],
		];
		expect(joindre(['Souder', 'Plier'], [TOUT, 'Plier'], scores, [lier(0, 0)], UNIS, pris)).toEqual([]);
		const m = lire(['Souder', 'Plier'], [TOUT], [[0.6], [0.5]]);
		(m.de.noeuds[1] as { ids: string[] }).ids = [];
		expect(liensJoints(m, [lier(0, 0)], [], 0.5, UNIS)).toEqual([]);
	});

	it('ne se joint qu’au lien dont il est le plus près', () => {
		const [de, vers] = [
			['Souder', 'Tondre', 'Plier'],
			['Souder et plier', 'Tondre et plier'],
		];
		const joints = (a: number, b: number) =>
			paires(
				joindre(
					de,
					vers,
					[
						[0.6, 0],
						[0, 0.6],
						[a, b],
					],
					[lier(0, 0), lier(1, 1)],
				),
			);
		expect(joints(0.6, 0.7)).toEqual(['2>1']);
		expect(joints(0.7, 0.6)).toEqual(['2>0']);
		// A tie goes by the letters of the labels, whatever the order of the links.
		expect(joints(0.6, 0.6)).toEqual(['2>0']);
		expect(
			paires(
				liensJoints(
					lire(de, vers, [
						[0.6, 0],
						[0, 0.6],
						[0.6, 0.6],
					]),
					[lier(1, 1), lier(0, 0)],
					[],
					0.5,
					UNIS,
				),
			),
		).toEqual(['2>0']);
	});

	it('se joint à un lien où d’autres, du même côté, se joignent aussi', () => {
		const joints = joindre(['Souder', 'Plier', 'Peindre'], [TOUT], [[0.6], [0.5], [0.7]], [lier(0, 0)]);
		expect(paires(joints)).toEqual(['1>0', '2>0']);
	});

	it('n’ouvre un lien que d’un côté, celui du meilleur score, pour ne pas faire de chaîne', () => {
		const [de, vers] = [
			['Souder et plier', 'Peindre'],
			['Souder et peindre', 'Plier'],
		];
		const joints = (a: number, b: number) =>
			paires(
				joindre(
					de,
					vers,
					[
						[0.6, b],
						[a, 0],
					],
					[lier(0, 0)],
				),
			);
		expect(joints(0.7, 0.6)).toEqual(['1>0']);
		expect(joints(0.6, 0.7)).toEqual(['0>1']);
		// « Peindre » and « Souder et peindre » come before « Plier » and « Souder et plier ».
		expect(joints(0.6, 0.6)).toEqual(['1>0']);
	});

	it('n’empêche pas d’en joindre un autre à un autre lien, de l’autre côté', () => {
		const joints = joindre(
			['Souder', 'Plier', 'Tondre et cuire'],
			['Souder et plier', 'Tondre', 'Cuire'],
			[
				[0.6, 0, 0],
				[0.9, 0, 0],
				[0, 0.6, 0.5],
			],
			[lier(0, 0), lier(2, 1)],
		);
		expect(paires(joints)).toEqual(['1>0', '2>2']);
	});
});
