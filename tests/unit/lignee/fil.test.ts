import { describe, expect, it } from 'vitest';
import type { ComparaisonIndexee } from '../../../src/domaine/comparaison/comparaison.ts';
import { atteindre, chemin } from '../../../src/domaine/lignee/chemin.ts';
import { dessinerFil, filDe } from '../../../src/domaine/lignee/fil.ts';
import type { NatureSuccession } from '../../../src/schemas/lignee.ts';
import { comparee, entree, parente } from '../comparaison/entrees.ts';

const suites = [
	comparee('a', 'b', [entree('scindee', ['a/1'], ['b/1', 'b/2']), entree(null, ['a/2'], ['b/3'])]),
	comparee(
		'b',
		'c',
		[entree('reformulee', ['b/1'], ['c/1']), entree('sans-suite', ['b/2'], [])],
		[parente('b/2', 'c/2')],
	),
	comparee('c', 'd', [entree('identique', ['c/2'], ['d/2']), entree('reformulee', ['c/1'], ['d/1'])]),
];
const versionDe = (competence: string) => competence.split('/')[0] ?? '';
const suitesDe = (parmi: readonly ComparaisonIndexee[]) => (version: string) =>
	parmi.filter(({ de, vers }) => de.id === version || vers.id === version);
const suivre = (id: string, parmi = suites) => filDe(id, suitesDe(parmi), (v) => 'abcd'.indexOf(v), versionDe);
const fil = (id: string) =>
	suivre(id).etapes.map(({ version, suivies, apparentees }) => [version, suivies, apparentees]);

describe('le fil d’une compétence', () => {
	it('suit les correspondances de version en version, et s’arrête à la première parenté', () => {
		expect(fil('a/1')).toEqual([
			['a', ['a/1'], []],
			['b', ['b/1', 'b/2'], []],
			['c', ['c/1'], ['c/2']],
			['d', ['d/1'], []],
		]);
	});
	it('dit où il s’arrête, et si quelqu’un l’affirme ; une parenté n’est pas un arrêt', () => {
		const arrets = (id: string) =>
			suivre(id).arrets.map(({ competence, sens, version, entree }) => [competence, sens, version, entree.nature]);
		expect(arrets('a/1')).toEqual([]);
		expect(arrets('a/2')).toEqual([['a/2', 'vers', 'b', null]]);
		expect(arrets('b/2')).toEqual([]);
		expect(suivre('b/2', [comparee('b', 'c', [entree('sans-suite', ['b/2'], [])])]).arrets).toMatchObject([
			{ competence: 'b/2', sens: 'vers', version: 'c', entree: { nature: 'sans-suite' } },
		]);
	});
	it('se dessine de haut en bas dans l’ordre des ans, chaque boîte à part, chaque pas d’une boîte à une autre', () => {
		const an: Record<string, number> = { a: 2003, b: 2008, c: 2008, d: 2026 };
		const dessin = dessinerFil(suivre('a/1'), (version) => an[version] ?? 0);
		const y = dessin.lignes.map((l) => l.y);
		expect(y).toEqual([...y].sort((m, n) => m - n));
		expect((y[3] ?? 0) - (y[2] ?? 0)).toBeGreaterThan((y[1] ?? 0) - (y[0] ?? 0));
		expect(new Set(dessin.noeuds.map((n) => `${n.x} ${n.y}`)).size).toBe(6);
		expect(dessin.noeuds.every((n) => n.x > 0 && n.x < dessin.largeur && n.y < dessin.hauteur)).toBe(true);
		expect(dessin.traits).toHaveLength(suivre('a/1').pas.length);
	});
	it('dessine un arrêt à côté de la flèche d’une autre version, jamais sur elle', () => {
		const dessin = dessinerFil(
			suivre('c/1', [
				comparee('a', 'c', [entree('reformulee', ['a/1'], ['c/1'])]),
				comparee('b', 'c', [entree('nouvelle', [], ['c/1'])]),
			]),
			() => 2003,
		);
		const ici = dessin.noeuds.find(({ id }) => id === 'c/1');
		const [, x] = dessin.arrets[0]?.trait.match(/^M(\d+) /) ?? [];
		expect(dessin.traits[0]?.pointe).toContain(String(ici?.x));
		expect(Number(x) - Number(ici?.x)).toBeGreaterThan(10);
	});
	it('remonte vers les versions anciennes sans redescendre ailleurs', () => {
		expect(fil('d/2')).toEqual([
			['b', [], ['b/2']],
			['c', ['c/2'], []],
			['d', ['d/2'], []],
		]);
	});
	it('ne suit pas ce qui reste à vérifier', () => expect(fil('a/2')).toEqual([['a', ['a/2'], []]]));
});

describe('le chemin d’une version à une autre', () => {
	const succession = (de: string, vers: string) => ({ de, vers, nature: 'officielle' as const });
	const successions = [succession('a', 'b'), succession('b', 'c'), succession('x', 'c')];
	const partant = (id: string) => successions.filter(({ de }) => de === id);
	it('passe par les successions, et n’existe pas entre voisines', () => {
		expect(chemin(partant, 'a', 'c')?.map(({ vers }) => vers)).toEqual(['b', 'c']);
		expect(chemin(partant, 'a', 'x')).toBeUndefined();
		expect(chemin(partant, 'c', 'a')).toBeUndefined();
	});
	it('est le plus sûr, quand plusieurs y mènent : ce qu’un texte dit par étapes ne passe pas pour une parenté', () => {
		const fourche: { de: string; vers: string; nature: NatureSuccession }[] = [
			{ de: 'a', vers: 'c', nature: 'editoriale' },
			{ de: 'a', vers: 'z', nature: 'secondaire' },
			{ de: 'z', vers: 'c', nature: 'officielle' },
			...successions,
		];
		const suivre = (parmi: typeof fourche) =>
			chemin((id) => parmi.filter(({ de }) => de === id), 'a', 'c')?.map(({ vers }) => vers);
		expect(suivre(fourche)).toEqual(['b', 'c']);
		expect(suivre(fourche.filter(({ vers }) => vers !== 'b'))).toEqual(['z', 'c']);
		expect(suivre(fourche.slice(0, 1))).toEqual(['c']);
	});
	it('mène d’étape en étape à tout ce qui s’atteint, le départ compris, même inconnu', () => {
		const suivantes = (id: string) => successions.filter(({ de }) => de === id).map(({ vers }) => vers);
		expect([...atteindre(['a'], suivantes)]).toEqual(['a', 'b', 'c']);
		expect([...atteindre(['c', 'inconnue'], suivantes)]).toEqual(['c', 'inconnue']);
	});
});
