import { describe, expect, it } from 'vitest';
import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { comparerCriteres, criteresPropres } from '../../../src/domaine/comparaison/criteres.ts';
import type { Version } from '../../../src/domaine/version.ts';

const version = (id: string, fiches: Record<string, string[] | number>): Version =>
	({
		id,
		blocs: [],
		fiches: Object.entries(fiches).map(([competence, criteres], i) => ({
			competence,
			page: 10 + i,
			rubriques: [
				{
					genre: 'criteres',
					nombre: typeof criteres === 'number' ? criteres : criteres.length,
					page: 10 + i,
					texte: typeof criteres === 'number' ? [] : criteres,
				},
			],
			source: 'reac',
		})),
	}) as unknown as Version;

const lien = (de: string[], vers: string[], statut = 'relue') => ({ de, vers, statut, nature: 'reformulee' });
const comparaison = (...liens: ReturnType<typeof lien>[]) => ({ competences: liens }) as unknown as Comparaison;

describe('les critères de deux versions', () => {
	const de = version('lut-2013', { 'ccp-1/c1': ['Le son est juste', "L'âme est droite"], 'ccp-1/c2': 3 });
	const vers = version('lut-2018', { 'ccp-1/c1': ['L’âme est droite.', 'Le chevalet est ajusté'], 'ccp-1/c2': 4 });

	it('se comparent mot à mot, à la typographie près, là où les deux textes se montrent', () => {
		const [compares] = comparerCriteres(de, vers, comparaison(lien(['lut-2013/ccp-1/c1'], ['lut-2018/ccp-1/c1'])));
		expect(compares?.communs).toEqual(["L'âme est droite"]);
		expect(criteresPropres(compares?.de as never, compares?.communs ?? [])).toEqual(['Le son est juste']);
		expect(criteresPropres(compares?.vers as never, compares?.communs ?? [])).toEqual(['Le chevalet est ajusté']);
	});

	it('ne sont que comptés et placés quand un texte ne se reproduit pas', () => {
		const [compares] = comparerCriteres(de, vers, comparaison(lien(['lut-2013/ccp-1/c2'], ['lut-2018/ccp-1/c2'])));
		expect(compares).toMatchObject({ de: { nombre: 3, pages: [11] }, vers: { nombre: 4, pages: [11] } });
		expect(compares?.communs).toBeUndefined();
	});

	it('se taisent d’un lien à vérifier, d’une compétence seule, et d’une fiche que nul n’a relevée', () => {
		const muets = comparaison(
			lien(['lut-2013/ccp-1/c1'], ['lut-2018/ccp-1/c1'], 'a-verifier'),
			lien([], ['lut-2018/ccp-1/c1']),
			lien(['lut-2013/ccp-1/c1', 'lut-2013/ccp-1/c3'], ['lut-2018/ccp-1/c1']),
		);
		expect(comparerCriteres(de, vers, muets)).toEqual([]);
	});
});
