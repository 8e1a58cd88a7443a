import { describe, expect, it } from 'vitest';
import type { Entree } from '../../../src/domaine/comparaison/comparaison.ts';
import { parCompetence } from '../../../src/domaine/comparaison/parente.ts';
import { chemin } from '../../../src/domaine/lignee/chemin.ts';
import { filDe, type Suite } from '../../../src/domaine/lignee/fil.ts';

const entree = (nature: Entree['nature'], de: string[], vers: string[]): Entree => ({
	nature,
	de,
	vers,
	deplacee: null,
	statut: nature ? 'relue' : 'a-verifier',
	score: null,
	motif: null,
	candidats: [],
	observation: null,
});
const suite = (de: string, vers: string, competences: Entree[], parentes: [string, string][] = []): Suite => ({
	de: { id: de },
	vers: { id: vers },
	entrees: new Map(competences.flatMap((e) => [...e.de, ...e.vers].map((id) => [id, e]))),
	parentes: parCompetence(
		parentes.map(([d, v]) => ({
			de: d,
			vers: v,
			portee: 'voisine' as const,
			statut: 'relue' as const,
			score: null,
			motif: 'Une part.',
		})),
	),
});
const suites = [
	suite('a', 'b', [entree('scindee', ['a/1'], ['b/1', 'b/2']), entree(null, ['a/2'], ['b/3'])]),
	suite('b', 'c', [entree('reformulee', ['b/1'], ['c/1']), entree('sans-suite', ['b/2'], [])], [['b/2', 'c/2']]),
	suite('c', 'd', [entree('identique', ['c/2'], ['d/2']), entree('reformulee', ['c/1'], ['d/1'])]),
];
const versionDe = (competence: string) => competence.split('/')[0] ?? '';
const suitesDe = (version: string) => suites.filter(({ de, vers }) => de.id === version || vers.id === version);
const fil = (id: string) =>
	filDe(id, suitesDe, (version) => 'abcd'.indexOf(version), versionDe).etapes.map(
		({ version, suivies, apparentees }) => [version, suivies, apparentees],
	);

describe('le fil d’une compétence', () => {
	it('suit les correspondances de version en version, et s’arrête à la première parenté', () => {
		expect(fil('a/1')).toEqual([
			['a', ['a/1'], []],
			['b', ['b/1', 'b/2'], []],
			['c', ['c/1'], ['c/2']],
			['d', ['d/1'], []],
		]);
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
	it('passe par les successions, et n’existe pas entre voisines', () => {
		expect(chemin(successions, 'a', 'c')?.map(({ vers }) => vers)).toEqual(['b', 'c']);
		expect(chemin(successions, 'a', 'x')).toBeUndefined();
		expect(chemin(successions, 'c', 'a')).toBeUndefined();
	});
});
