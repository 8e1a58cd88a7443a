import { describe, expect, it } from 'vitest';
import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { publierCase } from '../../../src/domaine/exports/case.ts';
import { publierCsvComparaison } from '../../../src/domaine/exports/csv-comparaison.ts';
import { publierSkos } from '../../../src/domaine/exports/skos.ts';
import { parente } from '../comparaison/entrees.ts';
import { parId, RACINE, comparaison as sansParente, relations as sansParentes, versions } from './exemple.ts';

const [ancienne, recente] = versions;
const comparaison: Comparaison = {
	...sansParente,
	lecture: { par: 'rédaction', le: '2026-11-20' },
	parentes: [parente('abc-2001/ccp-1/c3', 'abd-2010/ccp-2/c1', { portee: 'incluse', motif: 'Une part commune.' })],
};
const relations = (id: string) => ({
	...sansParentes(id),
	comparaisons: [{ de: ancienne, vers: recente, comparaison }],
});
const avec = (portee: Comparaison['parentes'][number]['portee']) => ({
	...relations('abc-2001'),
	comparaisons: [
		{
			de: ancienne,
			vers: recente,
			comparaison: { ...comparaison, parentes: comparaison.parentes.map((p) => ({ ...p, portee })) },
		},
	],
});

describe('une parenté, publiée', () => {
	it.each([
		['incluse', 'broadMatch'],
		['contenue', 'narrowMatch'],
		['voisine', 'relatedMatch'],
	] as const)('« %s » est, de l’ancienne à la récente, un %s de SKOS', (portee, match) => {
		const graphe = publierSkos(ancienne, avec(portee), parId, RACINE)['@graph'];
		const iri = (id: string) => `${RACINE}/titres/${id}/`;
		const concept = graphe.find((n) => n['@id'] === iri('abc-2001/ccp-1/c3'));
		expect(concept?.[match]).toEqual([iri('abd-2010/ccp-2/c1')]);
		const association = graphe.find((n) => n.portee);
		expect(association).toMatchObject({
			sourceConcept: [iri('abc-2001/ccp-1/c3')],
			targetConcept: [iri('abd-2010/ccp-2/c1')],
			portee,
			statut: 'relue',
			match: `skos:${match}`,
			editorialNote: 'Une part commune.',
		});
	});

	it('n’est jamais une équivalence de SKOS ; une scission ne dit pas ses parties proches du tout', () => {
		const graphe = publierSkos(ancienne, relations('abc-2001'), parId, RACINE)['@graph'];
		const concept = (id: string) => graphe.find((n) => n['@id'] === `${RACINE}/titres/${id}/`);
		expect(concept('abc-2001/ccp-1/c3')).not.toHaveProperty('exactMatch');
		expect(concept('abc-2001/ccp-1/c3')).not.toHaveProperty('closeMatch');
		expect(concept('abc-2001/ccp-1/c1')?.exactMatch).toEqual([`${RACINE}/titres/abd-2010/ccp-1/c1/`]);
		expect(concept('abc-2001/ccp-1/c2')).not.toHaveProperty('closeMatch');
	});

	it('est dans CASE une relation qui dit sa portée, et rien de plus', () => {
		const { CFAssociations } = publierCase(ancienne, relations('abc-2001'), parId, RACINE);
		const dites = CFAssociations.filter(({ notes }) => notes?.startsWith('parenté'));
		expect(dites.map(({ associationType, notes }) => [associationType, notes])).toEqual([
			[
				'isRelatedTo',
				'parenté : incluse (la compétence récente demande cela et davantage) ; statut : relue (Relue) ; vers l’ABD 2010 : abc-2001/ccp-1/c3 → abd-2010/ccp-2/c1 ; motif : Une part commune.',
			],
		]);
	});

	it('a sa ligne dans le CSV, de chaque côté, à part de l’entrée de la compétence', () => {
		const csv = publierCsvComparaison(comparaison, ancienne, recente, '2026-11-21').replace('\ufeff', '');
		const [entete = [], ...lignes] = csv
			.trim()
			.split('\r\n')
			.map((ligne) => ligne.slice(1, -1).split('";"'));
		const objets = lignes.map((ligne) => Object.fromEntries(entete.map((nom, i) => [nom, ligne[i]])));
		const de = (id: string) => objets.filter((o) => o.competence === id).map((o) => [o.lien, o.portee, o.autres]);
		expect(de('abc-2001/ccp-1/c3')).toEqual([
			['aucun', '', ''],
			['parente', 'incluse', 'abd-2010/ccp-2/c1'],
		]);
		expect(de('abd-2010/ccp-2/c1')).toEqual([
			['aucun', '', ''],
			['parente', 'incluse', 'abc-2001/ccp-1/c3'],
		]);
		const dits = new Set(objets.map((o) => [o.statut === 'relue', o.relecteur, o.relue_le, o.etat_au].join(' ')));
		expect(dits).toEqual(new Set(['true rédaction 2026-11-20 2026-11-21', 'false   2026-11-21']));
		expect(de('abc-2001/ccp-1/c2')).toEqual([['correspondance', '', 'abd-2010/ccp-1/c2 abd-2010/ccp-1/c3']]);
	});

	it('dans un groupe, le CSV dit déplacée la seule compétence qui a changé de bloc', () => {
		const groupe: Comparaison = {
			...sansParente,
			blocs: [
				{ de: ['abc-2001/ccp-1'], vers: ['abd-2010/ccp-2'], statut: 'officielle', source: 'Arrêté' },
				{ de: ['abc-2001/ccp-2'], vers: ['abd-2010/ccp-1'], statut: 'officielle', source: 'Arrêté' },
			],
			competences: [
				{
					nature: 'fusionnee',
					de: ['abc-2001/ccp-1/c1', 'abc-2001/ccp-2/c1'],
					vers: ['abd-2010/ccp-1/c1'],
					deplacee: true,
					statut: 'relue',
					score: null,
					motif: 'Réunies.',
					candidats: [],
				},
			],
		};
		const [entete = [], ...lignes] = publierCsvComparaison(groupe, ancienne, recente, null)
			.replace('\ufeff', '')
			.trim()
			.split('\r\n')
			.map((ligne) => ligne.slice(1, -1).split('";"'));
		const dites = lignes.map((l) => [l[entete.indexOf('competence')], l[entete.indexOf('deplacee')]]);
		expect(Object.fromEntries(dites)).toEqual({
			'abc-2001/ccp-1/c1': 'oui',
			'abc-2001/ccp-2/c1': 'non',
			'abd-2010/ccp-1/c1': 'non',
		});
	});

	it('n’ôte rien à ce qu’un calcul observe d’une compétence seule : le CSV dit la plus proche, et si elle est prise', () => {
		const seule = (observation: Comparaison['competences'][number]['observation']): Comparaison => ({
			...sansParente,
			competences: [
				{
					nature: null,
					de: ['abc-2001/ccp-1/c3'],
					vers: [],
					deplacee: null,
					statut: 'a-verifier',
					score: null,
					motif: null,
					candidats: [],
					observation,
				},
			],
		});
		const fin = (c: Comparaison) =>
			publierCsvComparaison(c, ancienne, recente, null).trim().split('\r\n').at(-1)?.split(';').slice(-3, -1);
		expect(fin(seule({ proche: null, relieeA: [] }))).toEqual(['"aucun"', '""']);
		expect(fin(seule({ proche: 'abd-2010/ccp-1/c1', relieeA: ['abc-2001/ccp-1/c1'] }))).toEqual([
			'"abd-2010/ccp-1/c1"',
			'"abc-2001/ccp-1/c1"',
		]);
		expect(fin(seule(undefined))).toEqual(['""', '""']);
	});
});
