import { describe, expect, it } from 'vitest';
import { lireReglages } from '../../src/reglages.ts';

describe('les réglages de publication', () => {
	it.each([
		[undefined, 'https://lignee.example'],
		['', 'https://lignee.example'],
		['https://exemple.fr', 'https://exemple.fr'],
		['https://exemple.fr/', 'https://exemple.fr'],
		[' HTTPS://Exemple.FR// ', 'https://exemple.fr'],
		['exemple.fr', 'https://exemple.fr'],
		['localhost:8080', 'https://localhost:8080'],
		['http://exemple.fr:8080/', 'http://exemple.fr:8080'],
		['https://référentiels.fr', 'https://xn--rfrentiels-b7ab.fr'],
	])('SITE_URL=%s donne %s', (SITE_URL, site) => {
		expect(lireReglages({ SITE_URL }).site).toBe(site);
	});
	it.each([
		[undefined, '/'],
		['/', '/'],
		['lignee', '/lignee'],
		['lignee/', '/lignee'],
		['/lignee/', '/lignee'],
		['//lignee//v2/', '/lignee/v2'],
		['./lignee', '/lignee'],
		['/~moi/lignee_2.0', '/~moi/lignee_2.0'],
	])('BASE_PATH=%s donne %s', (BASE_PATH, base) => {
		expect(lireReglages({ BASE_PATH }).base).toBe(base);
	});
	it.each([
		[undefined, false],
		['', false],
		['0', false],
		[' Oui ', true],
		['1', true],
	])('PEU_DE_FICHIERS=%s donne %s', (PEU_DE_FICHIERS, voulu) => {
		expect(lireReglages({ PEU_DE_FICHIERS }).peuDeFichiers).toBe(voulu);
	});
	it.each([
		[{ PEU_DE_FICHIERS: '20000' }, 'écrire PEU_DE_FICHIERS=1'],
		[{ SITE_URL: 'ftp://exemple.fr' }, 'écrire https://exemple.fr'],
		[{ SITE_URL: 'https://' }, 'écrire par exemple https://exemple.fr'],
		[{ SITE_URL: 'mon site' }, 'écrire par exemple https://exemple.fr'],
		[{ SITE_URL: 'https://exemple.fr/lignee/' }, 'écrire SITE_URL=https://exemple.fr BASE_PATH=/lignee'],
		[{ SITE_URL: 'https://exemple.fr/?x=1' }, 'écrire https://exemple.fr'],
		[{ SITE_URL: 'https://moi:secret@exemple.fr' }, 'écrire https://exemple.fr'],
		[{ BASE_PATH: 'https://exemple.fr/lignee' }, 'écrire BASE_PATH=/lignee'],
		[{ BASE_PATH: 'C:/Program Files/Git/lignee' }, 'écrire BASE_PATH=/lignee'],
		[{ BASE_PATH: '../lignee' }, 'écrire par exemple BASE_PATH=/lignee'],
		[{ BASE_PATH: '/lignée' }, 'écrire par exemple BASE_PATH=/lignee'],
		[{ BASE_PATH: '/a b' }, 'écrire par exemple BASE_PATH=/lignee'],
		[{ BASE_PATH: '/lignee?x=1' }, 'écrire par exemple BASE_PATH=/lignee'],
	])('%o est refusé, avec ce qu’il faut écrire', (reglages, remede) => {
		const [[nom, valeur] = []] = Object.entries(reglages);
		expect(() => lireReglages(reglages)).toThrow(`${nom}=${valeur} : `);
		expect(() => lireReglages(reglages)).toThrow(remede);
	});
});
