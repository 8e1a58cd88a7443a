import { describe, expect, it } from 'vitest';
import type { Entree, Parente } from '../../../src/domaine/comparaison/comparaison.ts';
import { compterCourants, dessinerSankey, NOUVELLES, SANS_SUITE } from '../../../src/domaine/comparaison/sankey.ts';
import { numeroter } from '../../../src/domaine/version.ts';
import { entree, parente } from './entrees.ts';

const bloc = { type: 'ccp' as const, intitule: 'Un bloc', competences: ['Une.', 'Deux.'] };
const [de, vers] = [numeroter('a-2000', [bloc, bloc]), numeroter('a-2010', [bloc, bloc])];
const lien = (nature: Entree['nature'], a: string[], b: string[]) =>
	entree(
		nature,
		a.map((id) => `a-2000/${id}`),
		b.map((id) => `a-2010/${id}`),
	);
const parentes: Parente[] = [];
const competences = [
	lien('identique', ['ccp-1/c1'], ['ccp-1/c1']),
	lien('scindee', ['ccp-1/c2'], ['ccp-1/c2', 'ccp-2/c1']),
	lien('sans-suite', ['ccp-2/c1'], []),
	lien('nouvelle', [], ['ccp-2/c2']),
	lien(null, ['ccp-2/c2'], []),
];

const dessiner = (a: typeof de, b: typeof de, comparaison: Parameters<typeof compterCourants>[0], largeur?: number) =>
	dessinerSankey(a, b, compterCourants(comparaison), largeur);

describe('le flux des compétences', () => {
	it('compte de bloc à bloc ce qui est affirmé, et rien d’autre', () => {
		const genre = 'correspondance';
		expect(compterCourants({ competences, parentes })).toEqual([
			{ de: 'a-2000/ccp-1', vers: 'a-2010/ccp-1', genre, poids: 2 },
			{ de: 'a-2000/ccp-1', vers: 'a-2010/ccp-2', genre, poids: 1 },
			{ de: 'a-2000/ccp-2', vers: SANS_SUITE, genre, poids: 1 },
			{ de: NOUVELLES, vers: 'a-2010/ccp-2', genre, poids: 1 },
		]);
	});
	it('ne compte pas ce qu’un calcul propose avec ce qui est relu', () => {
		const proposee = { ...lien('identique', ['ccp-1/c3'], ['ccp-1/c3']), statut: 'proposee' as const };
		expect(compterCourants({ competences: [...competences, proposee], parentes }).slice(-1)).toEqual([
			{ de: 'a-2000/ccp-1', vers: 'a-2010/ccp-1', genre: 'proposee', poids: 1 },
		]);
	});
	it('tient une parenté à part, et ne dit pas sans rien de proche ce qui en a une', () => {
		const courants = compterCourants({ competences, parentes: [parente('a-2000/ccp-2/c1', 'a-2010/ccp-2/c2')] });
		expect(courants.slice(2)).toEqual([{ de: 'a-2000/ccp-2', vers: 'a-2010/ccp-2', genre: 'parente', poids: 1 }]);
	});
	it.each([600, 328])('tient dans %i unités de large, chaque bloc de son côté', (largeur) => {
		const flux = dessiner(de, vers, { competences, parentes }, largeur);
		for (const b of flux?.boites ?? []) {
			expect(b.x).toBe(b.cote === 'de' ? 0 : largeur - b.largeur);
			expect(b.y + b.hauteur).toBeLessThanOrEqual(flux?.hauteur ?? 0);
		}
		expect(flux?.courants.map((c) => c.poids).sort()).toEqual([1, 1, 1, 2]);
		for (const c of flux?.courants ?? []) expect(c.trace).not.toMatch(/NaN|\d\.\d{2}/);
	});
	it('range de haut en bas, de chaque côté, les blocs dans leur ordre', () => {
		const flux = dessiner(de, vers, { competences: [...competences].reverse(), parentes });
		const cote = (c: 'de' | 'vers') =>
			flux?.boites
				.filter(({ cote }) => cote === c)
				.sort((a, b) => a.y - b.y)
				.map(({ id, nom }) => [id, nom]);
		expect(cote('de')).toEqual([
			['a-2000/ccp-1', 'CCP 1'],
			['a-2000/ccp-2', 'CCP 2'],
		]);
		expect(cote('vers')).toEqual([
			['a-2010/ccp-1', 'CCP 1'],
			['a-2010/ccp-2', 'CCP 2'],
		]);
	});
	it('ne montre que ce d’où vient, ou où va, une compétence', () => {
		const flux = dessiner(de, vers, { competences: competences.slice(0, 1), parentes });
		expect(flux?.boites.map(({ id }) => id)).toEqual(['a-2000/ccp-1', 'a-2010/ccp-1']);
	});
	it('coupe à sa boîte ce qui n’a rien de proche, sous ce qui continue, sans rien rejoindre', () => {
		const seules = [...competences, lien('sans-suite', ['ccp-1/c2'], [])];
		const flux = dessiner(de, vers, { competences: seules, parentes }, 500);
		const coupes = flux?.courants.filter((c) => c.vers === SANS_SUITE || c.de === NOUVELLES) ?? [];
		expect(coupes).toHaveLength(3);
		for (const c of coupes) {
			const fin = c.vers === SANS_SUITE;
			const b = flux?.boites.find(({ id }) => id === (fin ? c.de : c.vers));
			const [, x, y, long] = /^M([\d.]+),([\d.]+)h([\d.]+)$/.exec(c.trace)?.map(Number) ?? [];
			if (!b || x === undefined || y === undefined || long === undefined) throw new Error(c.trace);
			expect(fin ? x : x + long).toBeCloseTo(fin ? b.x + b.largeur : b.x, 1);
			expect(long).toBeLessThan(250);
			expect(y + c.epaisseur / 2).toBeCloseTo(b.y + b.hauteur, 0);
		}
		// One of the links of the first bloc has no successor: its ribbon takes a quarter of the height of the bloc.
		const fin = coupes.find((c) => c.de === 'a-2000/ccp-1');
		const boite = flux?.boites.find(({ id }) => id === 'a-2000/ccp-1');
		expect((fin?.epaisseur ?? 0) * 4).toBeCloseTo(boite?.hauteur ?? 0, 0);
	});
	it('mène chaque courant du bord d’une boîte à celui d’une autre, épais comme le nombre de ses compétences', () => {
		const flux = dessiner(de, vers, { competences: competences.slice(0, 2), parentes });
		const boite = (id: string) => flux?.boites.find((b) => b.id === id);
		for (const c of flux?.courants ?? []) {
			const [, x0, y0, x1, y1] = /^M([\d.]+),([\d.]+)C.*?([\d.]+),([\d.]+)$/.exec(c.trace)?.map(Number) ?? [];
			const [avant, apres] = [boite(c.de), boite(c.vers)];
			if (!avant || !apres) throw new Error(`${c.de} ou ${c.vers} : pas de boîte`);
			expect(x0).toBeCloseTo(avant.x + avant.largeur, 1);
			expect(x1).toBeCloseTo(apres.x, 1);
			for (const [y, b] of [
				[y0, avant],
				[y1, apres],
			] as const) {
				expect(y).toBeGreaterThan(b.y);
				expect(y).toBeLessThan(b.y + b.hauteur);
			}
		}
		const [deux, une] = flux?.courants ?? [];
		expect(deux?.epaisseur).toBeCloseTo(2 * (une?.epaisseur ?? 0), 0);
	});
	it('grandit avec les blocs, dont chacun garde la place de son nom, et avec les compétences', () => {
		const dix = numeroter('a-2010', Array(10).fill(bloc));
		const unParBloc = dix.map((b) => lien('scindee', ['ccp-1/c1'], [`${b.id.replace('a-2010/', '')}/c1`]));
		const large = dessiner(de, dix, { competences: unParBloc, parentes });
		const hauts = large?.boites.filter(({ cote }) => cote === 'vers').map(({ y }) => y) ?? [];
		expect(hauts).toHaveLength(10);
		for (const [i, y] of hauts.entries()) if (i) expect(y - (hauts[i - 1] as number)).toBeGreaterThan(40);
		const cent = dessiner(de, vers, { competences: Array(100).fill(competences[0]), parentes });
		expect(cent?.boites[0]?.hauteur).toBeGreaterThan(800);
		expect(dessiner(de, vers, { competences, parentes })?.hauteur).toBeLessThan(200);
	});
	it('ne se dessine pas quand rien ne joint deux blocs', () => {
		for (const seule of competences.slice(2))
			expect(dessiner(de, vers, { competences: [seule], parentes })).toBeUndefined();
	});
});
