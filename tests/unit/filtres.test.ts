import { describe, expect, it } from 'vitest';
import { SANS_LIGNEE } from '../../src/domaine/etat.ts';
import { attributs, choix, retenue } from '../../src/domaine/filtres.ts';

const fait = <T>(valeur: T) => ({ valeur, source: 's' });
const etat = (cle: 'en-vigueur' | 'remplacee') => ({ ...SANS_LIGNEE, cle });
const ancienne = { niveau: fait('III' as const), nsf: [fait('326 u')], rome: [fait('32311')], etat: etat('remplacee') };
const recente = {
	niveau: fait('5' as const),
	nsf: [fait('326'), fait('201')],
	rome: [fait('M1801'), fait('I1401')],
	etat: etat('en-vigueur'),
};
const nue = { nsf: [], rome: [], etat: etat('en-vigueur') };

describe('critères d’un index', () => {
	it('rangent ensemble un niveau de 1969 et celui de 2019, une spécialité et sa fonction', () => {
		expect(attributs([ancienne, recente])).toEqual({
			'data-niveau': '5',
			'data-nsf': '326 201',
			'data-rome': 'ancien M I',
			'data-etat': 'remplacee en-vigueur',
		});
	});
	it('disent inconnu ce qu’aucune source ne donne', () => {
		expect(attributs([nue])).toMatchObject({ 'data-niveau': 'inconnu', 'data-nsf': 'inconnu', 'data-rome': 'inconnu' });
	});
	it('n’offrent que ce que le catalogue a, l’inconnu en dernier, et rien là où tout est pareil', () => {
		const listes = Object.fromEntries(choix([recente, nue]).map(({ critere, options }) => [critere, options]));
		expect(Object.keys(listes)).toEqual(['niveau', 'nsf', 'rome']);
		expect(listes.niveau?.map(({ nom }) => nom)).toEqual(['5 (III avant 2019)', 'Inconnu de nos sources']);
		expect(listes.rome?.map(({ valeur }) => valeur)).toEqual(['I', 'M', 'inconnu']);
	});
	it('gardent une rangée qui répond à tous à la fois', () => {
		const dit = { niveau: '5', rome: 'M I', etat: 'en-vigueur' };
		expect(retenue(dit, 'technicien reseaux', { rome: 'I', etat: '' }, ['reseau'])).toBe(true);
		expect(retenue(dit, 'technicien reseaux', { rome: 'I', niveau: '4' }, [])).toBe(false);
		expect(retenue(dit, 'technicien reseaux', {}, ['soudeur'])).toBe(false);
		// Values match whole words: « 3 » does not match « 326 ».
		expect(retenue({ nsf: '326' }, '', { nsf: '3' }, [])).toBe(false);
	});
});
