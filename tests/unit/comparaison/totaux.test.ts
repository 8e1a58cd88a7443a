import { describe, expect, it } from 'vitest';
import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { direSort, totaux } from '../../../src/domaine/comparaison/totaux.ts';
import { entree, parente } from './entrees.ts';

const comparaison: Comparaison = {
	de: 'a-2000',
	vers: 'b-2010',
	blocs: [],
	competences: [
		entree('fusionnee', ['a1', 'a2'], ['b1']),
		entree('sans-suite', ['a3'], []),
		entree('sans-suite', ['a4'], []),
		entree(null, ['a5'], [], { candidats: [{ de: 'a5', vers: 'b1', score: 0.3 }] }),
		entree(null, ['a6'], []),
		entree('nouvelle', [], ['b2']),
	],
	parentes: [parente('a3', 'b2'), parente('a1', 'b2')],
};
const dire = (cote: 'de' | 'vers', sienne: string, autre: string) =>
	direSort(totaux(comparaison)[cote], sienne, autre)
		.map(({ texte }) => texte)
		.join('')
		.replaceAll('\u00A0', ' ');

describe('les totaux d’une comparaison', () => {
	it('comptent chaque compétence une fois : une parenté n’ajoute rien à une correspondance', () => {
		expect(totaux(comparaison).de).toEqual({
			total: 6,
			correspondent: 2,
			proposees: 0,
			apparentees: 1,
			sansRien: 1,
			aVerifier: 1,
			sansProche: 1,
		});
	});

	it('ne disent pas sans libellé proche une compétence dont la ligne en nomme un', () => {
		const observee = (proche: string | null) =>
			totaux({ ...comparaison, competences: [entree(null, ['a6'], [], { observation: { proche, relieeA: [] } })] }).de;
		expect(observee('b1')).toMatchObject({ aVerifier: 1, sansProche: 0 });
		expect(observee(null)).toMatchObject({ aVerifier: 0, sansProche: 1 });
	});

	it('ne disent d’aucune qu’elle correspond ou s’apparente si personne ne l’affirme', () => {
		const competences = [
			entree(null, ['a1'], ['b1'], { score: 0.6 }),
			entree('reformulee', ['a2'], ['b2'], { statut: 'proposee', score: 0.99 }),
			entree(null, ['a3'], []),
			entree(null, [], ['b3']),
		];
		const supposee = parente('a3', 'b3', { statut: 'a-verifier', motif: null, score: 0.2 });
		const dits = totaux({ ...comparaison, competences, parentes: [supposee] });
		const cote = { total: 3, correspondent: 0, proposees: 1, apparentees: 0, sansRien: 0, aVerifier: 2, sansProche: 0 };
		expect(dits).toMatchObject({ de: cote, vers: cote, parentes: 0 });
		expect(dits.parStatut).toEqual({ relue: 0, proposee: 1, 'a-verifier': 3 });
	});

	it('comptent du côté récent ce qui vient de l’ancien, et ce qui n’en vient pas', () => {
		expect(totaux(comparaison).vers).toMatchObject({ total: 2, correspondent: 1, apparentees: 1, sansRien: 0 });
		expect(totaux({ ...comparaison, parentes: [] }).vers).toMatchObject({ correspondent: 1, sansRien: 1 });
		expect(totaux(comparaison).parentes).toBe(2);
	});

	it('se disent en une phrase, ce qui correspond d’abord', () => {
		expect(dire('de', 'AB 2000', 'AB 2010')).toBe(
			'Des 6 compétences de l’AB 2000, 2 ont une correspondance dans l’AB 2010, 1 y est seulement apparentée, 1 n’y a rien de proche, 1 reste à vérifier, 1 n’y a aucun libellé proche, d’après un calcul.',
		);
	});

	const sort = { total: 2, correspondent: 0, proposees: 0, apparentees: 0, sansRien: 0, aVerifier: 0, sansProche: 0 };
	const direUn = (un: Partial<typeof sort>) =>
		direSort({ ...sort, ...un }, 'AB 2000', 'AB 2010')
			.map(({ texte }) => texte)
			.join('')
			.replaceAll('\u00A0', ' ');
	it('disent qu’aucune ne correspond, plutôt que de se taire', () => {
		expect(direUn({ apparentees: 2 })).toBe(
			'Des 2 compétences de l’AB 2000, aucune n’a de correspondance dans l’AB 2010, 2 y sont seulement apparentées.',
		);
	});
	it('n’affirment pas qu’aucune ne correspond, quand personne n’en a jugé', () => {
		expect(direUn({ aVerifier: 1, sansProche: 1 })).toBe(
			'Des 2 compétences de l’AB 2000, aucune n’a de correspondance relue dans l’AB 2010, 1 reste à vérifier, 1 n’y a aucun libellé proche, d’après un calcul.',
		);
		expect(direUn({ total: 1, aVerifier: 1 })).toBe(
			'La seule compétence de l’AB 2000 n’a pas de correspondance relue dans l’AB 2010, reste à vérifier.',
		);
	});
	it('ne comptent pas ce qu’un calcul propose avec ce qui est relu', () => {
		const proposee = { ...comparaison, competences: [entree('identique', ['a1'], ['b1'], { statut: 'proposee' })] };
		expect(totaux(proposee).de).toMatchObject({ correspondent: 0, proposees: 1 });
		expect(direUn({ proposees: 1, aVerifier: 1 })).toBe(
			'Des 2 compétences de l’AB 2000, 1 a une correspondance proposée par un calcul dans l’AB 2010, 1 reste à vérifier.',
		);
	});
	it('d’une version d’une seule compétence, ne la comptent pas', () => {
		const une = { total: 1 };
		expect(direUn({ ...une, correspondent: 1 })).toBe(
			'La seule compétence de l’AB 2000 a une correspondance dans l’AB 2010.',
		);
		expect(direUn({ ...une, apparentees: 1 })).toBe(
			'La seule compétence de l’AB 2000 n’a pas de correspondance dans l’AB 2010, y est seulement apparentée.',
		);
	});
});
