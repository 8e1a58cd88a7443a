import { describe, expect, it } from 'vitest';
import { adresse, sousChemin } from '../../src/domaine/adresse.ts';

describe('l’adresse', () => {
	it('de chaque page suit des identifiants du catalogue, et finit par une barre', () => {
		expect(adresse.titre('abc-2001/ccp-1/c3')).toBe('/titres/abc-2001/ccp-1/c3/');
		expect(adresse.document('abc-2001')).toBe('/titres/abc-2001/document/');
		expect(adresse.lignee('exemple')).toBe('/lignees/exemple/');
		expect(adresse.comparaison('abc-2001', 'abd-2010')).toBe('/comparer/abc-2001/abd-2010/');
		expect(adresse.comparaisonTexte('abc-2001', 'abd-2010')).toBe('/comparer/abc-2001/abd-2010/texte/');
		expect(adresse.guide('vae')).toBe('/guides/vae/');
		expect(adresse.pageTerme('ccp')).toBe('/glossaire/ccp/');
	});
	it('d’un fichier, d’une image ou d’un terme parmi les autres n’en prend pas', () => {
		expect(adresse.fluxLignee('exemple')).toBe('/lignees/exemple/flux.xml');
		expect(adresse.imageTitre('abc-2001')).toBe('/images/titres/abc-2001.png');
		expect(adresse.imageComparaison('abc-2001', 'abd-2010')).toBe('/images/comparer/abc-2001/abd-2010.png');
		expect(adresse.terme('ccp')).toBe('/glossaire/#ccp');
	});
	it.each([
		['/', '/titres/'],
		['/lignee', '/lignee/titres/'],
		['/lignee/', '/lignee/titres/'],
		['/a/b/', '/a/b/titres/'],
	])('publiée sous « %s », commence par lui', (base, attendue) => {
		expect(sousChemin(base, '/titres/')).toBe(attendue);
	});
});
