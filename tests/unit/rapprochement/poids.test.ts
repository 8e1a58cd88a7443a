import { describe, expect, it } from 'vitest';
import { indexer } from '../../../src/domaine/rapprochement/lexique.ts';
import { PARAMETRES, type Parametres } from '../../../src/domaine/rapprochement/parametres.ts';
import { entre, parente } from '../../../src/domaine/rapprochement/parente.ts';
import { peser, rarete } from '../../../src/domaine/rapprochement/poids.ts';
import { termesDe } from '../../../src/domaine/rapprochement/termes.ts';
import { matrice } from './matrices.ts';

const P: Parametres = {
	...PARAMETRES,
	plancherRarete: 0.25,
	verbe: 0.6,
	verbeGenerique: 0.2,
	complement: 0.3,
	generique: 0.5,
	declin: 0.8,
};

const lire = (...libelles: string[]) => {
	const index = indexer([]);
	return libelles.map((libelle) => termesDe(libelle, index));
};

describe('la rareté d’un terme', () => {
	it('est la moindre quand tous les libellés d’une version le disent', () => {
		const rare = rarete(lire('Souder une tôle', 'Plier une tôle'), lire('Livrer un repas'), P);
		expect(rare('tol')).toBeCloseTo(0.25, 10);
		expect(rare('repas')).toBeCloseTo(0.25, 10);
	});

	it('croît quand moins de libellés le disent', () => {
		const rare = rarete(lire('Souder une tôle', 'Plier une tôle', 'Plier un tube', 'Livrer'), lire('Tondre'), P);
		expect(rare('pli')).toBeCloseTo(0.25 + Math.log(2), 10);
		expect(rare('soud')).toBeCloseTo(0.25 + Math.log(4), 10);
	});

	it('se mesure dans la version qui le dit le plus, quel que soit le côté', () => {
		const souvent = lire('Souder une tôle', 'Plier une tôle');
		const rarement = lire('Livrer une tôle', 'Livrer un repas', 'Tondre', 'Peindre');
		expect(rarete(souvent, rarement, P)('tol')).toBeCloseTo(0.25, 10);
		expect(rarete(rarement, souvent, P)('tol')).toBeCloseTo(0.25, 10);
	});

	it('n’enlève rien à un terme qu’aucun libellé ne dit, comme un mot du titre d’un bloc', () => {
		expect(rarete(lire('Souder'), lire('Souder'), P)('chantier')).toBeCloseTo(0.25, 10);
	});
});

describe('le poids d’un terme', () => {
	const poids = (libelle: string) =>
		peser(lire(libelle)[0] ?? [], () => 10, P).map((t) => [t.forme, Math.round(t.poids * 1000) / 1000]);

	it('est moindre pour un verbe, et moindre encore pour un verbe qui ne dit rien de ce que l’on fait', () => {
		expect(poids('Souder une tôle')).toEqual([
			['Souder', 6],
			['tôle', 10],
		]);
		expect(poids('Assurer une livraison')[0]).toEqual(['Assurer', 2]);
	});

	it('décroît d’une chose à la suivante', () => {
		expect(poids('Souder une tôle, un tube et un rail')).toEqual([
			['Souder', 6],
			['tôle', 10],
			['tube', 8],
			['rail', 6.4],
		]);
	});

	it('est moindre pour une circonstance, qui ne fait pas décroître les choses', () => {
		expect(poids('Souder (acier) une tôle avec un robot')).toEqual([
			['Souder', 6],
			['acier', 3],
			['tôle', 10],
			['robot', 3],
		]);
	});

	it('est moindre pour un mot de tous les référentiels, dans une chose comme dans une circonstance', () => {
		expect(poids('Souder un élément avec un outil')).toEqual([
			['Souder', 6],
			['élément', 5],
			['outil', 1.5],
		]);
	});

	it('suit la rareté du terme', () => {
		const rares: Record<string, number> = { soud: 1, tol: 3 };
		const peses = peser(lire('Souder une tôle')[0] ?? [], (cle) => rares[cle] ?? 0, P);
		expect(peses.map((t) => t.poids)).toEqual([0.6, 3]);
	});
});

describe('la parenté de deux versions', () => {
	const lien = (d: number, v: number, score: number) => ({ d, v, score, identique: false });

	it('est la moyenne des liens sur la plus courte des deux, quel que soit son côté', () => {
		const liens = [lien(0, 0, 0.5), lien(1, 2, 0.25)];
		expect(parente(matrice([0, 0, 0], [0, 0, 0]), liens)).toBeCloseTo(0.375, 10);
		expect(parente(matrice([0, 0], [0, 0], [0, 0]), liens)).toBeCloseTo(0.375, 10);
	});

	it('est entière entre une version et elle-même, nulle sans lien ou sans libellé', () => {
		expect(parente(matrice([1, 0], [0, 1]), [lien(0, 0, 1), lien(1, 1, 1)])).toBe(1);
		expect(parente(matrice([0]), [])).toBe(0);
		expect(parente(matrice(), [])).toBe(0);
	});

	it('mène un seuil de sa valeur lointaine à sa valeur proche', () => {
		expect(entre(0.2, 0.6, 0)).toBeCloseTo(0.6, 10);
		expect(entre(0.2, 0.6, 1)).toBeCloseTo(0.2, 10);
		expect(entre(0.2, 0.6, 0.25)).toBeCloseTo(0.5, 10);
	});
});
