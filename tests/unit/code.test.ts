import { describe, expect, it } from 'vitest';
import { lireCode } from '../../src/domaine/code.ts';

describe('un code officiel se lit dans toute écriture usuelle', () => {
	it.each([
		['RNCP37682', 'RNCP', 'RNCP37682'],
		['RNCP 37682', 'RNCP', 'RNCP37682'],
		['rncp n° 37682', 'RNCP', 'RNCP37682'],
		['RNCP-37682', 'RNCP', 'RNCP37682'],
		['  37682 ', 'RNCP', 'RNCP37682'],
		['RNCP\u00A0:\u202F1262', 'RNCP', 'RNCP1262'],
		['rncp37682bc01', 'bloc', 'RNCP37682BC01'],
		['RNCP37682 BC 1', 'bloc', 'RNCP37682BC01'],
		['37682-BC02', 'bloc', 'RNCP37682BC02'],
		['TP-01351', 'TP', 'TP-01351'],
		['tp 1351', 'TP', 'TP-01351'],
		['SOCF0311961A', 'NOR', 'SOCF0311961A'],
		['NOR : socf 0311961 a', 'NOR', 'SOCF0311961A'],
	])('%s', (texte, type, valeur) => {
		expect(lireCode(texte)).toMatchObject({ type, valeur });
	});

	it.each([
		['TP-01351 m02', '02'],
		['TP01351 M2', '02'],
		['TP 01351 millésime 03', '03'],
		['TP-01351', undefined],
	])('%s avec son millésime', (texte, millesime) => {
		expect(lireCode(texte)).toEqual({ type: 'TP', valeur: 'TP-01351', millesime });
	});

	it.each([
		'',
		'TSSR',
		'TSSR 2018',
		'12',
		'TP',
		'RNCP',
		'Technicien supérieur systèmes et réseaux',
		'01/09/2026',
		'BC01',
		'1234567',
	])('« %s » n’est pas un code', (texte) => {
		expect(lireCode(texte)).toBeUndefined();
	});
});
