import { describe, expect, it } from 'vitest';
import { enLettres } from '../../src/domaine/date.ts';
import { idBlocDe, idComplet, idRelatif } from '../../src/domaine/identifiant.ts';
import { enDecimal } from '../../src/domaine/nombre.ts';
import { competences, parId } from '../../src/domaine/referentiel.ts';
import { enumerer } from '../../src/domaine/texte/phrase.ts';
import {
	compter,
	motsDuTitre,
	nomBloc,
	nomDepuis,
	nomPaire,
	nomVersion,
	numeroter,
	paireComparee,
	parAge,
	titreVersion,
	type Version,
} from '../../src/domaine/version.ts';
import { versions } from './exports/exemple.ts';

const [ancienne] = versions;

describe('une version', () => {
	it('est nommée par son sigle et son année, un bloc par son type et son rang', () => {
		expect(nomVersion(ancienne)).toBe('ABC 2001');
		expect(ancienne.blocs.map(nomBloc)).toEqual(['CCP 1', 'CCP 2', 'CCS 1']);
	});
	it('est nommée par ses mots où aucun document ne donne de sigle, une seule fois, et par son année à côté d’une autre', () => {
		const relieur = {
			sigle: 'RELIEUR-ATLAS',
			sigleDeNotreFait: true,
			usuel: 'Relieur d’atlas',
			annee: '2018',
		} as const;
		expect(nomVersion(relieur)).toBe('Relieur d’atlas 2018');
		expect(titreVersion(relieur)).toBe('Relieur d’atlas 2018');
		expect(motsDuTitre(relieur)).toBeUndefined();
		expect(nomDepuis({ ...relieur, annee: '2023' }, relieur)).toBe('version de 2023');
		expect(nomDepuis({ ...relieur, usuel: 'Relieur' }, relieur)).toBe('Relieur 2018');
		expect(nomDepuis({ ...ancienne, annee: '2006' }, ancienne)).toBe('ABC 2006');
		expect(nomPaire(relieur, { ...relieur, annee: '2023' })).toBe('Relieur d’atlas, versions de 2018 et de 2023');
		expect(paireComparee(relieur, { ...relieur, annee: '2023' })).toMatch(/ comparées$/u);
		expect(paireComparee(relieur, ancienne)).toBe('Relieur d’atlas 2018 et ABC 2001 comparés');
		// Titles with the same words and year are told apart by their RNCP number; a version without date says so.
		expect(nomVersion({ ...relieur, sigle: 'RELIEUR-ATLAS-RNCP2' })).toBe('Relieur d’atlas (RNCP2) 2018');
		const nonDatee = { ...relieur, sigle: 'RNCP2999-AVANT', usuel: 'Fiche RNCP2999' };
		expect([nomVersion(nonDatee), motsDuTitre(nonDatee)]).toEqual(['RNCP2999, avant 2018', 'Fiche RNCP2999']);
		expect([titreVersion(ancienne), motsDuTitre(ancienne)]).toEqual([`ABC 2001, ${ancienne.usuel}`, ancienne.usuel]);
	});
	it('compte ses compétences, celles des CCS comprises', () => {
		expect(compter(ancienne)).toBe(5);
		expect(compter({ blocs: [] })).toBe(0);
	});
	it('numérote ses blocs par type, et ses compétences dans l’ordre imprimé', () => {
		const blocs = numeroter('abc-2001', [
			{ type: 'ccp', intitule: 'RECEVOIR', usuel: 'Recevoir', competences: ['Accueillir.', 'Orienter.'] },
			{ type: 'ccs', intitule: 'Traduire' },
			{ type: 'ccp', intitule: 'Classer', competences: [], source: 'page' },
		]);
		expect(blocs).toEqual([
			{
				...{ id: 'abc-2001/ccp-1', type: 'ccp', rang: 1, intitule: 'RECEVOIR', usuel: 'Recevoir' },
				competences: [
					{ id: 'abc-2001/ccp-1/c1', rang: 1, libelle: 'Accueillir.' },
					{ id: 'abc-2001/ccp-1/c2', rang: 2, libelle: 'Orienter.' },
				],
				certitude: 'officielle',
			},
			{
				...{ id: 'abc-2001/ccs-1', type: 'ccs', rang: 1, intitule: 'Traduire', usuel: 'Traduire', competences: [] },
				certitude: 'officielle',
			},
			{
				...{ id: 'abc-2001/ccp-2', type: 'ccp', rang: 2, intitule: 'Classer', usuel: 'Classer', competences: [] },
				source: 'page',
				certitude: 'secondaire',
			},
		]);
	});
	it('vient après ses aînées ; du même jour, dans l’ordre des identifiants', () => {
		const v = (id: string, debut?: string): Version => ({
			...ancienne,
			id,
			annee: id.slice(-4),
			debut: debut === undefined ? undefined : { valeur: debut, source: 'fiche' },
		});
		const rangees = [
			v('c-2003', '2003-05-01'),
			v('z-2003'),
			v('b-2001', '2001-02-03'),
			v('a-2003', '2003-05-01'),
			v('y-2009', '2002-01-01'),
			v('x-2002'),
		].sort(parAge);
		expect(rangees.map(({ id }) => id)).toEqual(['b-2001', 'x-2002', 'y-2009', 'z-2003', 'a-2003', 'c-2003']);
	});
});

describe('les identifiants d’un référentiel', () => {
	it('mènent de chaque compétence à son bloc, dans l’ordre du document', () => {
		expect(competences(ancienne).map(({ id }) => id)).toEqual([
			'abc-2001/ccp-1/c1',
			'abc-2001/ccp-1/c2',
			'abc-2001/ccp-1/c3',
			'abc-2001/ccp-2/c1',
			'abc-2001/ccs-1/c1',
		]);
		const situees = parId(ancienne);
		expect(situees.size).toBe(5);
		expect(situees.get('abc-2001/ccp-2/c1')).toEqual({
			competence: ancienne.blocs[1]?.competences[0],
			bloc: ancienne.blocs[1],
		});
		expect(idBlocDe('abc-2001/ccp-2/c1')).toBe('abc-2001/ccp-2');
	});
	it('s’écrivent sans la version dans un fichier de correspondances, et se retrouvent', () => {
		expect(idRelatif('abc-2001/ccp-2/c1')).toBe('ccp-2/c1');
		expect(idComplet('abc-2001', 'ccp-2/c1')).toBe('abc-2001/ccp-2/c1');
	});
});

describe('en français', () => {
	it.each([
		['2013-08-01', '1er août 2013'],
		['2013-08-11', '11 août 2013'],
		['2021-12-31', '31 décembre 2021'],
	])('le jour %s est le %s', (jour, dit) => {
		expect(enLettres(jour)).toBe(dit);
		expect(enLettres(jour)).toBe(dit);
	});
	it('un nombre a une virgule et deux décimales au plus', () => {
		expect([0.5, 0.876, 1].map(enDecimal)).toEqual(['0,5', '0,88', '1']);
	});
	it('une énumération a des virgules, puis « et »', () => {
		expect([[], ['TSGRI'], ['TSGRI', 'TSSI'], ['TSGRI', 'TSGERI', 'TSSI']].map(enumerer)).toEqual([
			'',
			'TSGRI',
			'TSGRI et TSSI',
			'TSGRI, TSGERI et TSSI',
		]);
	});
});
