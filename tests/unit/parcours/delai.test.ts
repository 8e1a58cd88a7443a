import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/domaine/outils/dossier.ts';
import { comptees, delai } from '../../../src/domaine/parcours/delai.ts';
import { CINQ_ANS, dossier } from '../outils/dossiers.ts';

const deux = [['Un'], ['Deux']] as const;
const cinq = dossier('tssi-2013', deux, { regles: CINQ_ANS });
const un = { bloc: 'tssi-2013/ccp-1', obtenuLe: '2014-03-10' };
const plusTot = { bloc: 'tssi-2013/ccp-2', obtenuLe: '2013-09-02' };

describe('la durée pendant laquelle un CCP compte', () => {
	it('court du premier CCP daté et dit lequel', () => {
		expect(delai(cinq, [un, plusTot], '2018-09-02')).toEqual({
			version: 'tssi-2013',
			regime: 'duree',
			phrase: 'cinq ans, à partir du premier CCP',
			ans: 5,
			premier: plusTot,
			sansDate: [],
			echeance: { date: '2018-09-02', depassee: false },
		});
	});
	it('est dépassée au lendemain de son dernier jour, et pas avant', () => {
		const au = (jour: string) => delai(cinq, [plusTot], jour);
		expect(au('2018-09-02')).toMatchObject({ echeance: { depassee: false } });
		expect(au('2018-09-03')).toMatchObject({ echeance: { depassee: true } });
	});
	it('compte d’une année ou d’un mois par ses deux bouts', () => {
		const en = (obtenuLe: string) => delai(cinq, [{ bloc: 'tssi-2013/ccp-1', obtenuLe }], '2015-06-15');
		expect(en('2010')).toMatchObject({
			echeance: { auPlusTot: '2015-01-01', date: '2015-12-31', depassee: false },
		});
		expect(en('2010-05')).toMatchObject({
			echeance: { auPlusTot: '2015-05-01', date: '2015-05-31', depassee: true },
		});
		expect(
			delai(
				cinq,
				[
					{ ...un, obtenuLe: '2010' },
					{ ...plusTot, obtenuLe: '2010-05-12' },
				],
				'2015-06-15',
			),
		).toMatchObject({
			premier: { obtenuLe: '2010-05-12' },
			echeance: { auPlusTot: '2015-01-01', date: '2015-05-12', depassee: true },
		});
	});
	it('ne conclut rien sans date, et nomme les CCP sans date', () => {
		expect(delai(cinq, [{ bloc: 'tssi-2013/ccp-1' }], '2026-01-01')).toMatchObject({
			premier: undefined,
			echeance: undefined,
			sansDate: ['tssi-2013/ccp-1'],
		});
		expect(delai(cinq, [{ bloc: 'tssi-2013/ccp-1' }, plusTot], '2026-01-01')).toMatchObject({
			premier: plusTot,
			sansDate: ['tssi-2013/ccp-1'],
		});
	});
	it('n’est pas devinée où nos sources n’ont pas la règle', () => {
		expect(delai(dossier('tsgeri-2008', deux), [un], '2026-01-01')).toBeUndefined();
	});

	const validite: Dossier['regles'] = {
		validiteCcp: { regime: 'validite-du-titre', phrase: 'dans la limite de la validité', source: 'fiche' },
		revision: { valeur: 'un arrêté', phrase: 'en cas de révision', source: 'fiche' },
		cloture: { ans: 1, phrase: 'en cas de clôture', source: 'fiche' },
	};
	const fin = { valeur: '2023-09-01', source: 'fiche', note: 'fin de l’enregistrement' };
	const etat = (cle: Dossier['etat']['cle']) => ({ cle, aVerifier: false, suites: [], enVigueur: [] });

	it('suit la validité du titre, jusqu’à la veille de sa fin', () => {
		const titre = dossier('tssr-2018', deux, { regles: validite, fin, etat: etat('en-vigueur') });
		expect(delai(titre, [un], '2023-08-31')).toEqual({
			version: 'tssr-2018',
			regime: 'validite-du-titre',
			phrase: 'dans la limite de la validité',
			fin: { date: '2023-09-01', depassee: false, note: 'fin de l’enregistrement' },
			suite: undefined,
		});
		expect(delai(titre, [un], '2023-09-01')).toMatchObject({ fin: { depassee: true } });
	});
	it('d’une fin seulement constatée, ne dit rien d’avant ce jour, et ne compte pas d’années', () => {
		const constatee = { ...fin, auPlusTard: true as const };
		const titre = dossier('tssr-2018', deux, { regles: validite, fin: constatee, etat: etat('terminee') });
		expect(delai(titre, [un], '2023-08-31')).toMatchObject({ fin: undefined });
		expect(delai(titre, [un], '2023-09-01')).toMatchObject({
			fin: { depassee: true, auPlusTard: true },
			suite: { regle: 'cloture', echeance: undefined },
		});
	});
	it('renvoie à la révision où une succession officielle l’a faite', () => {
		const revise = dossier('tssr-2018', deux, { regles: validite, fin, etat: etat('remplacee') });
		expect(delai(revise, [un], '2024-01-01')).toMatchObject({
			suite: { regle: 'revision', phrase: 'en cas de révision' },
		});
		const muette = dossier('tssr-2018', deux, {
			regles: { validiteCcp: validite.validiteCcp },
			etat: etat('remplacee'),
		});
		expect(delai(muette, [un], '2024-01-01')).toMatchObject({ fin: undefined, suite: undefined });
	});
	it('renvoie à la révision ce qu’un texte remplace, même si sa remplaçante n’a pas commencé', () => {
		const suites = [{ version: 'tssr-2031', nature: 'officielle' as const }];
		const entre = dossier('tssr-2018', deux, { regles: validite, fin, etat: { ...etat('terminee'), suites } });
		expect(delai(entre, [un], '2025-01-01')).toMatchObject({ suite: { regle: 'revision' } });
		const parente = [{ version: 'tssr-2031', nature: 'editoriale' as const }];
		const clos = dossier('tssr-2018', deux, { regles: validite, fin, etat: { ...etat('terminee'), suites: parente } });
		expect(delai(clos, [un], '2025-01-01')).toMatchObject({ suite: { regle: 'cloture' } });
	});
	it('est à vérifier quand la règle ou la fin ne vient que d’une source secondaire', () => {
		const sources = {
			fiche: { intitule: 'Fiche', nature: 'officielle' as const },
			page: { intitule: 'Page', nature: 'secondaire' as const },
		};
		const avec = (faits: Partial<Dossier>) =>
			delai(dossier('tssr-2018', deux, { sources, ...faits }), [un], '2025-01-01');
		const deLaPage = {
			validiteCcp: { regime: 'validite-du-titre' as const, phrase: 'tant que le titre est valide', source: 'page' },
		};
		expect(avec({ regles: validite, fin })).not.toHaveProperty('aVerifier');
		expect(avec({ regles: validite, fin: { valeur: '2023-09-01', source: 'page' } })).toMatchObject({
			aVerifier: true,
		});
		expect(avec({ regles: deLaPage, fin })).toMatchObject({ aVerifier: true });
		// A rule in years runs from the day of a CCP, not from the end of the title.
		expect(avec({ regles: CINQ_ANS, fin: { valeur: '2023-09-01', source: 'page' } })).not.toHaveProperty('aVerifier');
	});
	it('donne le délai de la clôture où le titre est clos', () => {
		const clos = dossier('tssr-2018', deux, { regles: validite, fin, etat: etat('terminee') });
		expect(delai(clos, [un], '2024-09-01')).toMatchObject({
			suite: { regle: 'cloture', ans: 1, echeance: { date: '2024-09-01', depassee: false } },
		});
		expect(delai(clos, [un], '2024-09-02')).toMatchObject({ suite: { echeance: { depassee: true } } });
		const sansFin = dossier('tssr-2018', deux, { regles: validite, etat: etat('terminee') });
		expect(delai(sansFin, [un], '2024-09-02')).toMatchObject({ suite: { echeance: undefined } });
		const muette = dossier('tssr-2018', deux, {
			regles: { validiteCcp: validite.validiteCcp },
			etat: etat('terminee'),
		});
		expect(delai(muette, [un], '2024-01-01')).toMatchObject({ suite: undefined });
	});
	it('ne compte que des CCP, d’une version ou de toutes', () => {
		const tenus = [un, { bloc: 'tssr-2018/ccp-1' }, { bloc: 'tssr-2018/ccs-1' }];
		expect(comptees(tenus)).toEqual([un, { bloc: 'tssr-2018/ccp-1' }]);
		expect(comptees(tenus, 'tssr-2018')).toEqual([{ bloc: 'tssr-2018/ccp-1' }]);
	});
});
