import { describe, expect, it } from 'vitest';
import { cleDe, indexer } from '../../../src/domaine/rapprochement/lexique.ts';
import { termesDe } from '../../../src/domaine/rapprochement/termes.ts';
import type { Lexique } from '../../../src/schemas/lexique.ts';
import { lexique } from './exemples.ts';

const petit: Lexique = [
	{ concept: 'poste', termes: ['poste de travail', 'ordinateur'] },
	{ concept: 'travail-posté', termes: ['travail posté', 'trois-huit'] },
	{ concept: 'installer', termes: ['installer', 'mettre en place'] },
];
const lire = (libelle: string) =>
	termesDe(libelle, indexer(petit)).map((t) => `${t.cle}:${t.role}${t.generique ? '~' : ''}`);

describe('les termes d’un libellé', () => {
	it('sont l’expression la plus longue du lexique, articles et pluriel mis à part', () => {
		expect(lire('Installer les postes de travail')).toEqual(['=installer:verbe', '=poste:objet']);
	});

	it('reconnaissent un verbe dit en plusieurs mots', () => {
		expect(lire('Mettre en place un ordinateur')).toEqual(['=installer:verbe', '=poste:objet']);
	});

	it('sont chacun une fois, dans leur rôle le plus fort', () => {
		expect(lire('Coffrer, puis poser un coffrage')).toEqual(['coffr:objet', 'pos:verbe']);
	});

	it('mettent à part les circonstances et les parenthèses', () => {
		expect(lire('Gérer les stocks (palettes) en respectant les délais')).toEqual([
			...['ger:verbe~', 'stock:objet', 'palet:complement', 'del:complement'],
		]);
	});

	it('rendent le verbe au nom d’action qui suit un verbe faible', () => {
		expect(lire('Réaliser le nettoyage des sanitaires')).toEqual(['realis:verbe~', 'nettoi:verbe', 'sanitair:objet']);
		expect(lire('Réaliser une application')).toEqual(['realis:verbe~', 'application:objet']);
	});

	it('reprennent un verbe après une circonstance', () => {
		expect(lire('À partir d’un plan, tracer un ouvrage')).toEqual(['plan:complement', 'trac:verbe', 'ouvrag:objet']);
	});

	it('sont absents d’un libellé sans mot plein', () => {
		expect(lire('de la')).toEqual([]);
		expect(lire('…')).toEqual([]);
	});
});

describe('le lexique du catalogue', () => {
	it('ne met aucune expression dans deux concepts', () => {
		const concepts = new Map<string, Set<string>>();
		for (const { concept, termes } of lexique)
			for (const terme of termes) concepts.set(cleDe(terme), (concepts.get(cleDe(terme)) ?? new Set()).add(concept));
		expect([...concepts].filter(([, noms]) => noms.size > 1)).toEqual([]);
	});

	it('n’a que des expressions qui se distinguent, deux au moins par concept', () => {
		for (const { concept, termes } of lexique) {
			const cles = termes.map(cleDe);
			expect(cles, concept).toEqual([...new Set(cles)]);
			expect(
				cles.every((cle) => cle !== ''),
				concept,
			).toBe(true);
		}
	});

	it('nomme chaque concept une fois', () => {
		const noms = lexique.map((e) => e.concept);
		expect(noms).toEqual([...new Set(noms)]);
	});
});
