import { describe, expect, it } from 'vitest';
import { etats } from '../../../src/domaine/lignee/etat.ts';
import { lireCatalogue } from '../../../src/loaders/catalogue.ts';

const sources = {
	texte: { intitule: 'Arrêté', nature: 'officielle' as const },
	page: { intitule: 'Page', nature: 'secondaire' as const },
};
const version = (id: string, debut?: string, fin?: string, source = 'texte') => ({
	id,
	sources,
	debut: debut ? { valeur: debut, source } : undefined,
	fin: fin ? { valeur: fin, source } : undefined,
});
const succession = (de: string, vers: string, nature: 'officielle' | 'secondaire' | 'editoriale') => ({
	de,
	vers,
	nature,
	motif: 'Un motif.',
});

describe('le statut d’une version', () => {
	it('n’est « remplacée » que par une succession officielle déjà commencée', () => {
		const versions = [version('a-2000', '2000-01-01'), version('b-2010', '2010-01-01')];
		const cle = (nature: 'officielle' | 'editoriale', jour: string) =>
			etats(versions, [succession('a-2000', 'b-2010', nature)], jour).get('a-2000')?.cle;
		expect(cle('officielle', '2020-01-01')).toBe('remplacee');
		expect(cle('officielle', '2009-12-31')).not.toBe('remplacee');
		expect(cle('editoriale', '2020-01-01')).not.toBe('remplacee');
	});
	it('est « remplacée » le jour même où l’autre commence, et dit par quoi', () => {
		const versions = [version('a-2000', '2000-01-01'), version('b-2010', '2010-01-01')];
		const trouves = etats(versions, [succession('a-2000', 'b-2010', 'officielle')], '2010-01-01');
		expect(trouves.get('a-2000')).toEqual({
			cle: 'remplacee',
			depuis: '2010-01-01',
			etatAu: '2010-01-01',
			aVerifier: false,
			dateAVerifier: false,
			suites: [{ version: 'b-2010', nature: 'officielle' }],
			aujourdhui: [],
		});
		expect(trouves.get('b-2010')).toEqual({
			cle: 'inconnu',
			aVerifier: false,
			etatAu: '2010-01-01',
			suites: [],
			aujourdhui: [],
		});
	});
	it('est « en vigueur » dès son premier jour, pas la veille', () => {
		const v = [version('a-2000', '2000-01-01', '2010-06-01')];
		expect(etats(v, [], '1999-12-31').get('a-2000')?.cle).toBe('inconnu');
		expect(etats(v, [], '2000-01-01').get('a-2000')).toMatchObject({ cle: 'en-vigueur', depuis: '2000-01-01' });
	});
	it('est sûr dès qu’une source qui n’est pas secondaire le dit', () => {
		const aVerifier = (source: string | string[]) => {
			const v = { ...version('a-2000', '2000-01-01', '2030-01-01'), debut: { valeur: '2000-01-01', source } };
			return etats([v], [], '2020-01-01').get('a-2000')?.aVerifier;
		};
		expect(aVerifier('texte')).toBe(false);
		expect(aVerifier(['page', 'texte'])).toBe(false);
		expect(aVerifier(['page', 'page'])).toBe(true);
	});
	it('est « terminée » le jour où elle cesse, pas la veille', () => {
		const v = [version('a-2000', '2000-01-01', '2010-06-01')];
		expect(etats(v, [], '2010-05-31').get('a-2000')?.cle).toBe('en-vigueur');
		expect(etats(v, [], '2010-06-01').get('a-2000')).toMatchObject({ cle: 'terminee', depuis: '2010-06-01' });
	});
	it('sans fin connue ni remplaçante, n’est pas présumée en vigueur', () => {
		expect(etats([version('a-2000', '2000-01-01')], [], '2020-01-01').get('a-2000')?.cle).toBe('inconnu');
	});
	it('dit quand il ne repose que sur une source secondaire', () => {
		expect(
			etats([version('a-2000', '2000-01-01', '2030-01-01', 'page')], [], '2020-01-01').get('a-2000'),
		).toMatchObject({
			cle: 'en-vigueur',
			aVerifier: true,
		});
	});
	it('remplacée pour sûr à une date d’une source secondaire, dit que la date est à vérifier', () => {
		const versions = [version('a-2000', '2000-01-01'), version('b-2010', '2010-01-01', undefined, 'page')];
		expect(etats(versions, [succession('a-2000', 'b-2010', 'officielle')], '2020-01-01').get('a-2000')).toMatchObject({
			cle: 'remplacee',
			depuis: '2010-01-01',
			aVerifier: false,
			dateAVerifier: true,
		});
	});
	it('de deux remplaçantes, garde le jour de la première ; une qui n’est pas connue, ou pas datée, ne remplace rien', () => {
		const versions = [
			version('a-2000', '2000-01-01'),
			version('c-2015', '2015-01-01'),
			version('b-2010', '2010-01-01'),
			version('d-2012'),
		];
		const vers = (...ids: string[]) =>
			etats(
				versions,
				ids.map((id) => succession('a-2000', id, 'officielle')),
				'2020-01-01',
			).get('a-2000');
		expect(vers('c-2015', 'b-2010')?.depuis).toBe('2010-01-01');
		expect(vers('d-2012', 'z-2018')?.cle).toBe('inconnu');
	});
	it('par deux chemins, garde la nature la plus forte, et ne tourne pas sur une boucle', () => {
		const versions = [
			version('a-2000', '2000-01-01'),
			version('b-2010', '2010-01-01'),
			version('c-2015', '2015-01-01', '2030-01-01'),
		];
		const deuxChemins = [
			succession('a-2000', 'c-2015', 'editoriale'),
			succession('a-2000', 'b-2010', 'secondaire'),
			succession('b-2010', 'c-2015', 'secondaire'),
			succession('c-2015', 'b-2010', 'editoriale'),
		];
		expect(etats(versions, deuxChemins, '2020-01-01').get('a-2000')?.aujourdhui).toEqual([
			{ version: 'c-2015', nature: 'secondaire' },
		]);
		const forte = [succession('a-2000', 'c-2015', 'officielle'), ...deuxChemins.slice(1)];
		expect(etats(versions, forte, '2020-01-01').get('a-2000')?.aujourdhui).toEqual([
			{ version: 'c-2015', nature: 'officielle' },
		]);
	});
	it('nomme ce qui est en vigueur au bout du chemin, avec la nature la plus faible du chemin', () => {
		const versions = [
			version('a-2000', '2000-01-01'),
			version('b-2010', '2010-01-01'),
			version('c-2015', '2015-01-01', '2030-01-01'),
		];
		const chemin = [succession('a-2000', 'b-2010', 'officielle'), succession('b-2010', 'c-2015', 'editoriale')];
		expect(etats(versions, chemin, '2020-01-01').get('a-2000')?.aujourdhui).toEqual([
			{ version: 'c-2015', nature: 'editoriale' },
		]);
	});
});

describe('sur le catalogue réel', () => {
	const versions = new Map(lireCatalogue('content').versions.map((v) => [v.id, v]));
	it('aucune des quatre versions détenues n’est en vigueur', () => {
		const detenues = [...versions.values()].filter((v) => v.detenue);
		expect(detenues.map((v) => [v.id, v.etat.cle, v.etat.depuis])).toEqual([
			['tsgri-2003', 'remplacee', '2008-12-18'],
			['tsgeri-2008', 'remplacee', '2013-02-19'],
			['tssi-2013', 'terminee', '2018-08-01'],
			['tssr-2018', 'remplacee', '2023-09-01'],
		]);
	});
	it('rien ne dit officiellement que TSSR suit TSGERI, TSSI ou TSRIT', () => {
		for (const id of ['tsgeri-2013', 'tssi-2013', 'tsrit-2003'])
			expect(versions.get(id)?.etat.suites).toEqual([{ version: 'tssr-2018', nature: 'editoriale' }]);
	});
});
