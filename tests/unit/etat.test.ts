import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import {
	direEtat,
	type Etat,
	estEnVigueur,
	etatEnBref,
	etatEnCellule,
	etatEnClair,
	etatEnClause,
	etats,
	jourDesFaits,
	perimeDe,
	perimeDeLaPhrase,
} from '../../src/domaine/etat.ts';
import type { Version } from '../../src/domaine/version.ts';
import { versions as exemples, parId } from './exports/exemple.ts';

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

describe('l’état d’une version', () => {
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
			certitude: 'officielle',
			aVerifier: false,
			dateAVerifier: false,
			suites: [{ version: 'b-2010', nature: 'officielle' }],
			enVigueur: [],
		});
		expect(trouves.get('b-2010')).toEqual({
			cle: 'inconnu',
			aVerifier: false,
			etatAu: '2010-01-01',
			suites: [],
			enVigueur: [],
		});
	});
	it('est « en vigueur » dès son premier jour, pas la veille', () => {
		const v = [version('a-2000', '2000-01-01', '2010-06-01')];
		expect(etats(v, [], '1999-12-31').get('a-2000')).toMatchObject({ cle: 'a-venir', debut: '2000-01-01' });
		expect(etats(v, [], '2000-01-01').get('a-2000')).toMatchObject({ cle: 'en-vigueur', depuis: '2000-01-01' });
	});
	it('encore dans ses dates, est en vigueur à côté de celle qui lui succède', () => {
		const suite = [succession('a-2000', 'b-2010', 'officielle')];
		const deux = [version('a-2000', '2000-01-01', '2012-01-01'), version('b-2010', '2010-01-01', '2020-01-01')];
		expect(etats(deux, suite, '2011-12-31').get('a-2000')).toMatchObject({
			cle: 'en-vigueur',
			fin: '2012-01-01',
			enVigueur: [{ version: 'b-2010', nature: 'officielle' }],
		});
		expect(etats(deux, suite, '2012-01-01').get('a-2000')?.cle).toBe('remplacee');
		const sansDebut = [version('a-2000', undefined, '2012-01-01', 'page'), version('b-2010', '2010-01-01')];
		expect(etats(sansDebut, suite, '2011-01-01').get('a-2000')).toMatchObject({ cle: 'en-vigueur', aVerifier: true });
		expect(etats(sansDebut, suite, '2009-01-01').get('a-2000')?.cle).toBe('inconnu');
	});
	it('finie avant que la suivante commence, n’est plus en vigueur depuis sa propre fin', () => {
		const suite = [succession('a-2000', 'b-2010', 'officielle')];
		const de = (fin: string, source = 'texte', suivante = 'texte') =>
			etats(
				[version('a-2000', '2000-01-01', fin, source), version('b-2010', '2010-01-01', undefined, suivante)],
				suite,
				'2020-01-01',
			).get('a-2000');
		expect(de('2008-01-01')).toMatchObject({ cle: 'remplacee', depuis: '2008-01-01', finieAvant: true });
		expect(de('2008-01-01', 'page')).toMatchObject({ depuis: '2008-01-01', dateAVerifier: true });
		expect(de('2008-01-01', 'texte', 'page')).toMatchObject({ depuis: '2008-01-01', dateAVerifier: false });
		expect(de('2010-01-01', 'texte', 'page')).toMatchObject({ depuis: '2010-01-01', dateAVerifier: false });
	});
	it('restée en vigueur à côté de la suivante, ne l’est plus depuis sa propre fin, et ne l’était pas moins la veille', () => {
		const suite = [succession('a-2000', 'b-2010', 'officielle')];
		const deux = [version('a-2000', '2000-01-01', '2015-01-01'), version('b-2010', '2010-01-01')];
		const le = (jour: string) => etats(deux, suite, jour).get('a-2000');
		expect(le('2014-12-31')?.cle).toBe('en-vigueur');
		expect(le('2015-01-01')).toMatchObject({ cle: 'remplacee', depuis: '2015-01-01' });
		expect(le('2020-01-01')).toMatchObject({ cle: 'remplacee', depuis: '2015-01-01' });
		expect(le('2020-01-01')?.finieAvant).toBeUndefined();
	});
	it('dont une source constate la fin, a fini au plus tard ce jour-là ; avant ce constat, on n’en sait rien', () => {
		const v = version('a-2000', '2000-01-01', '2010-06-01');
		const constatee = { ...v, fin: { valeur: '2010-06-01', source: 'texte', auPlusTard: true as const } };
		expect(etats([constatee], [], '2010-06-01').get('a-2000')).toMatchObject({
			cle: 'terminee',
			depuis: '2010-06-01',
			auPlusTard: true,
		});
		expect(etats([constatee], [], '2010-05-31').get('a-2000')?.cle).toBe('inconnu');
		const suite = [succession('a-2000', 'b-2010', 'officielle')];
		const remplacee = (debut: string) =>
			etats([constatee, version('b-2010', debut)], suite, '2020-01-01').get('a-2000');
		expect(remplacee('2010-01-01')).toMatchObject({ cle: 'remplacee', depuis: '2010-01-01' });
		expect(remplacee('2010-01-01')?.auPlusTard).toBeUndefined();
		expect(remplacee('2012-01-01')).toMatchObject({ depuis: '2010-06-01', finieAvant: true, auPlusTard: true });
	});
	it('de plusieurs lignées, a pour jour celui des faits les plus anciens', () => {
		const au = (etatAu?: string) => ({ etat: { etatAu } });
		expect(jourDesFaits([au('2026-11-30'), au('2025-10-20'), au()])).toBe('2025-10-20');
		expect(jourDesFaits([au()])).toBeUndefined();
	});
	it('à venir, ne l’est que d’après ses sources', () => {
		const a = (source: string) =>
			etats([version('a-2000', '2000-01-01', '2010-01-01', source)], [], '1999-06-01').get('a-2000');
		expect(a('texte')).toMatchObject({ cle: 'a-venir', aVerifier: false });
		expect(a('page')).toMatchObject({ cle: 'a-venir', aVerifier: true });
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
		expect(etats(versions, deuxChemins, '2020-01-01').get('a-2000')?.enVigueur).toEqual([
			{ version: 'c-2015', nature: 'secondaire' },
		]);
		const forte = [succession('a-2000', 'c-2015', 'officielle'), ...deuxChemins.slice(1)];
		expect(etats(versions, forte, '2020-01-01').get('a-2000')?.enVigueur).toEqual([
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
		expect(etats(versions, chemin, '2020-01-01').get('a-2000')?.enVigueur).toEqual([
			{ version: 'c-2015', nature: 'editoriale' },
		]);
	});
});

describe('le statut en une proposition, au jour du lecteur', () => {
	const etat = { cle: 'en-vigueur', etatAu: '2026-11-21', fin: '2031-09-01', aVerifier: true } as Etat;
	const aVenir = { cle: 'a-venir', etatAu: '2026-11-21', debut: '2027-01-01', aVerifier: false } as Etat;
	it('n’est en vigueur que jusqu’à sa fin', () => {
		expect(estEnVigueur({ etat }, '2031-08-31')).toBe(true);
		expect(estEnVigueur({ etat }, '2031-09-01')).toBe(false);
		expect(estEnVigueur({ etat: aVenir }, '2030-01-01')).toBe(false);
	});
	it.each([
		['en vigueur au 21 novembre 2026 (source secondaire, à vérifier)', '2031-08-31', etat],
		['qui n’est plus en vigueur depuis le 1er septembre 2031 (source secondaire, à vérifier)', '2031-09-01', etat],
		['qui n’est plus en vigueur', '2027-01-01', { ...etat, cle: 'terminee', aVerifier: false } as Etat],
		['qui n’est pas encore en vigueur au 21 novembre 2026', '2026-12-31', aVenir],
		['qui devait entrer en vigueur le 1er janvier 2027', '2027-01-01', aVenir],
		['dont nous ne savons pas s’il est en vigueur', '2027-01-01', { ...etat, cle: 'inconnu' } as Etat],
	])('« %s » le %s', (attendu, jour, dit) => {
		expect(etatEnClause({ etat: dit }, jour)).toBe(attendu);
	});
});

const [ancienne, , connue] = exemples;
const avec = (etat: Partial<Etat>, autres: Partial<Version> = {}): Version => ({
	...ancienne,
	...autres,
	etat: { cle: 'inconnu', aVerifier: false, suites: [], enVigueur: [], ...etat },
});
/** Replaces no-break spaces, since only the words are tested here. */
const dire = (...args: Parameters<typeof etatEnClair>) => etatEnClair(...args).replace(/[\u00A0\u202F]/gu, ' ');

describe('l’état en phrases', () => {
	it('sous un titre qui dit déjà « en vigueur », ne dit que les dates et leur certitude', () => {
		const v = avec({ cle: 'en-vigueur', depuis: '2026-09-01', fin: '2031-09-01', aVerifier: true });
		expect(dire(v, parId, { bref: true, sousTitre: true })).toBe(
			'Depuis le 1er septembre 2026 et jusqu’au 31 août 2031, d’après une source secondaire, à vérifier.',
		);
		expect(dire(v, parId, { bref: true })).toContain('est en vigueur');
	});
	it('terminée : pourquoi, quand, et qu’aucun texte ne désigne de successeur', () => {
		const fin = { valeur: '2010-05-06', source: 'fiche', note: 'fin de l’enregistrement' };
		expect(dire(avec({ cle: 'terminee', depuis: '2010-05-06' }, { fin }), parId)).toBe(
			'Cette version n’est plus en vigueur depuis le 6 mai 2010 (fin de l’enregistrement). Aucun texte officiel trouvé dans nos sources ne désigne de successeur.',
		);
		const suites = [{ version: 'abd-2010', nature: 'officielle' as const }];
		expect(dire(avec({ cle: 'terminee', suites }), parId)).toBe('Cette version n’est plus en vigueur.');
		const sans = [{ version: 'abd-2010', nature: 'editoriale' as const }];
		expect(dire(avec({ cle: 'terminee', suites: sans }), parId)).toMatch(
			/Aucun texte officiel trouvé .* ABD 2010 : parenté éditoriale, sans texte officiel trouvé\.$/u,
		);
		const etatAu = '2026-04-01';
		const enVigueur = avec({ cle: 'terminee', suites: sans, enVigueur: sans, etatAu });
		expect(dire(enVigueur, parId, { bref: true })).toMatch(
			/ne désigne de successeur\. En vigueur au 1er avril 2026 : ABD 2010 \(parenté éditoriale[^.]*\)\.$/u,
		);
		expect(dire(enVigueur, parId, { sousTitre: true })).toContain('ABD 2010 : parenté éditoriale');
	});

	it('remplacée : par quoi ; un successeur hors du catalogue est nommé par son identifiant', () => {
		const suites = [{ version: 'abz-2030', nature: 'officielle' as const }];
		const v = avec({ cle: 'remplacee', depuis: '2030-01-01', suites });
		expect(dire(v, parId)).toBe(
			'Cette version n’est plus en vigueur depuis le 1er janvier 2030 : elle est remplacée par abz-2030.',
		);
		expect(etatEnBref(v, parId)).toBe('remplacé par abz-2030');
	});

	it('n’est remplacée ni par ce qui n’a pas commencé, ni par ce que rien ne date', () => {
		const { debut: _, ...nonDatee } = connue;
		const versions = new Map<string, Version>([
			...parId,
			[
				'abf-2031',
				{ ...connue, id: 'abf-2031', sigle: 'ABF', annee: '2031', debut: { valeur: '2031-01-01', source: 'page' } },
			],
			['abg-2012', { ...nonDatee, id: 'abg-2012', sigle: 'ABG', annee: '2012' }],
		]);
		const suites = ['abf-2031', 'abg-2012', 'abd-2010'].map((id) => ({ version: id, nature: 'officielle' as const }));
		const v = avec({ cle: 'remplacee', depuis: '2010-05-06', etatAu: '2026-04-01', suites });
		expect(etatEnBref(v, versions)).toBe('remplacé par l’ABD 2010');
		expect(dire(v, versions)).toBe(
			'Cette version n’est plus en vigueur depuis le 6 mai 2010 : elle est remplacée par l’ABD 2010. Faits réunis au 1er avril 2026.',
		);
		const lejour = { ...v, etat: { ...v.etat, etatAu: '2031-01-01' } };
		expect(dire(lejour, versions)).toContain('remplacée par l’ABF 2031 et par l’ABD 2010.');
		expect(etatEnBref(lejour, versions)).toBe('remplacé par l’ABF 2031 et l’ABD 2010');
	});

	it('la date d’une source secondaire n’est dite nulle part sans sa réserve', () => {
		const suites = [{ version: 'abd-2010', nature: 'officielle' as const }];
		const v = avec({ cle: 'remplacee', depuis: '2010-05-06', dateAVerifier: true, suites });
		expect(dire(v, parId)).toContain('depuis le 6 mai 2010 (date d’une source secondaire, à vérifier)');
		expect(etatEnCellule(v).precision).toBe('depuis le 6 mai 2010, date d’après une source secondaire, à vérifier');
	});

	it('à venir : quand elle doit commencer, avec sa réserve ; celle qu’elle suivra l’annonce', () => {
		const etat = { cle: 'a-venir', debut: '2027-01-01', etatAu: '2026-04-01', aVerifier: true } as const;
		const v = avec(etat, { id: 'abx-2027', sigle: 'ABX', annee: '2027' });
		expect(dire(v, parId)).toBe(
			'Cette version n’est pas encore en vigueur au 1er avril 2026 : elle doit commencer le 1er janvier 2027, d’après une source secondaire, à vérifier. Faits réunis au 1er avril 2026.',
		);
		expect(etatEnBref(v, parId)).toBe('pas encore en vigueur au 1er avril 2026, à vérifier');
		expect(etatEnCellule(v)).toMatchObject({
			texte: 'Pas encore en vigueur au 1er avril 2026',
			precision: 'à partir du 1er janvier 2027, d’après une source secondaire, à vérifier',
		});
		const versions = new Map<string, Version>([...parId, [v.id, v]]);
		const suites = [{ version: 'abx-2027', nature: 'officielle' as const }];
		expect(dire({ ...connue, etat: { ...connue.etat, suites } }, versions)).toContain(
			'À partir du 1er janvier 2027 : ABX 2027 (succession officielle ; date d’après une source secondaire, à vérifier).',
		);
		const finie = avec({ cle: 'terminee', suites: [{ version: 'abx-2027', nature: 'secondaire' }], enVigueur: [] });
		expect(dire(finie, versions).match(/ABX 2027/gu)).toHaveLength(1);
		expect(perimeDe(v)).toMatchObject({
			le: '2027-01-01',
			dit: expect.stringMatching(/devait entrer en vigueur le 1er\sjanvier\s2027.*à\svérifier au RNCP\.$/u),
		});
	});

	it('finie avant que la suivante commence, ne date pas son remplacement de sa fin', () => {
		const suites = [{ version: 'abd-2010', nature: 'officielle' as const }];
		const v = avec({ cle: 'remplacee', depuis: '2008-01-01', finieAvant: true, suites });
		expect(dire(v, parId)).toBe(
			'Cette version n’est plus en vigueur depuis le 1er janvier 2008 ; elle est remplacée par l’ABD 2010.',
		);
		expect(etatEnCellule(v).precision).toBe('n’est plus en vigueur depuis le 1er janvier 2008');
	});

	it('finie au plus tard un jour, le dit partout', () => {
		const v = avec({ cle: 'terminee', depuis: '2026-03-01', auPlusTard: true, etatAu: '2026-04-01' });
		expect(dire(v, parId)).toMatch(/^Cette version n’est plus en vigueur depuis le 1er mars 2026 au plus tard[ .]/);
		expect(etatEnCellule(v).precision).toMatch(/^depuis le 1er mars 2026 au plus tard/);
	});

	it('passé la fin d’une version, une phrase ne se périme que si elle la dit en vigueur', () => {
		const perimees = (v: Version) => direEtat(v, parId).map((phrase) => perimeDeLaPhrase(v, parId, phrase)?.le);
		expect(perimees(connue)).toEqual([connue.etat.fin, undefined]);
		const suite = { version: connue.id, nature: 'officielle' as const };
		const v = avec({
			cle: 'remplacee',
			depuis: '2020-05-06',
			etatAu: '2026-04-01',
			suites: [suite],
			enVigueur: [suite],
		});
		expect(perimees(v)).toEqual([undefined, connue.etat.fin, undefined]);
	});

	it('en vigueur : au jour des faits, depuis quand, jusqu’à quand, et qui le dit', () => {
		expect(dire(connue, parId)).toBe(
			'Cette version est en vigueur au 1er avril 2026, depuis le 6 mai 2020 et jusqu’au 5 mai 2030, d’après une source secondaire, à vérifier. Faits réunis au 1er avril 2026.',
		);
		expect(etatEnBref(connue, parId)).toBe('en vigueur au 1er avril 2026, à vérifier');
		expect(dire(connue, parId, { sujet: 'ABE 2020', bref: true })).toMatch(
			/^L’ABE 2020 est en vigueur .* à vérifier\.$/u,
		);
	});

	it('en vigueur n’est pas plus sûr que la moins sûre de ses deux dates', () => {
		const v = { ...version('a-2000', '2000-01-01'), fin: { valeur: '2030-01-01', source: 'page' } };
		expect(etats([v], [], '2020-01-01').get('a-2000')).toMatchObject({ certitude: 'secondaire', aVerifier: true });
	});

	it('nommée, est au masculin d’un titre à toutes ses phrases', () => {
		const sujet = 'ABC 2001';
		const suites = [{ version: 'abd-2010', nature: 'officielle' as const }];
		expect(dire(avec({ cle: 'remplacee', depuis: '2010-05-06', suites }), parId, { sujet })).toBe(
			'L’ABC 2001 n’est plus en vigueur depuis le 6 mai 2010 : il est remplacé par l’ABD 2010.',
		);
		expect(
			dire(avec({ cle: 'a-venir', debut: '2027-01-01', etatAu: '2026-04-01' }), parId, { sujet, bref: true }),
		).toBe('L’ABC 2001 n’est pas encore en vigueur au 1er avril 2026 : il doit commencer le 1er janvier 2027.');
		expect(dire(avec({ cle: 'a-venir', etatAu: '2026-04-01' }), parId, { sujet, bref: true })).toBe(
			'L’ABC 2001 n’est pas encore en vigueur au 1er avril 2026.',
		);
		expect(dire(avec({}), parId, { sujet })).toBe(
			'Nous ne savons pas si l’ABC 2001 est en vigueur : aucune de nos sources ne le dit.',
		);
		expect(etatEnBref(avec({}), parId)).toBe('état inconnu');
	});

	it('d’état inconnu, ne nomme ce qui est en vigueur que dans sa forme entière', () => {
		const v = avec({ etatAu: '2026-04-01', enVigueur: [{ version: connue.id, nature: 'editoriale' }] });
		expect(dire(v, parId)).toContain('En vigueur au 1er avril 2026 : ABE 2020');
		expect(dire(v, parId, { bref: true })).not.toContain('ABE 2020');
	});

	it('passé son dernier jour, n’est plus dite en vigueur, avec le jour des faits et leur réserve', () => {
		expect(perimeDe(connue)).toEqual({
			le: '2030-05-06',
			dit: expect.stringMatching(
				/^L’ABE\s2020 n’est plus en vigueur depuis le 6\smai\s2030, d’après des faits réunis au 1er\savril\s2026 \(source secondaire\)\s: à\svérifier au RNCP\.$/u,
			),
		});
		expect(perimeDe(avec({ cle: 'terminee', depuis: '2010-05-06', fin: '2010-05-06' }))).toBeUndefined();
	});

	it('inconnue, le dit', () => {
		expect(dire(avec({}), parId)).toBe(
			'Nous ne savons pas si cette version est en vigueur : aucune de nos sources ne le dit.',
		);
	});

	it('une parenté vers une version que seule une source secondaire dit en vigueur garde les deux réserves', () => {
		expect(connue.etat.aVerifier).toBe(true);
		const vers = (nature: 'editoriale' | 'secondaire') =>
			dire(avec({ etatAu: '2026-04-01', enVigueur: [{ version: connue.id, nature }] }), parId);
		expect(vers('editoriale')).toMatch(
			/En vigueur au 1er avril 2026 : ABE 2020 \([^)]+ ; en vigueur, d’après une source secondaire, à vérifier\)/u,
		);
		expect(vers('secondaire')).not.toMatch(/ ; en vigueur,/u);
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
