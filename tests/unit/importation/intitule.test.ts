import { describe, expect, it } from 'vitest';
import type { Prose } from '../../../src/importation/element.ts';
import { intituleDAnnexe, intituleDeFiche } from '../../../src/importation/intitule.ts';

const prose = (...textes: string[]): Prose[] =>
	textes.map((texte, i) => ({ sorte: 'paragraphe', texte, lignes: [i + 1] }));

describe('l’intitulé d’une fiche', () => {
	it.each([
		['Le titre professionnel de : Luthier niveau IV (code NSF)', 'Luthier'],
		['Le titre professionnel de Luthier, niveau V', 'Luthier'],
		['Le titre professionnel d’archetier de niveau 3', 'archetier'],
		["Le  titre professionnel d'archetier  niveau 3", 'archetier'],
		['Le titre professionnel : Luthier de niveau III', 'Luthier'],
		['LE TITRE PROFESSIONNEL DE LUTHIER NIVEAU IV', 'LUTHIER'],
		['Le titre professionnel: Luthier niveau IV', 'Luthier'],
		['Le titre professionnel de: Luthier niveau IV', 'Luthier'],
		['Le titre professionnel de luthier niveau IV et d’archetier niveau V', 'luthier'],
	])('de « %s »', (texte, intitule) => {
		expect(intituleDeFiche(prose('Avant.', texte, 'Après.'))).toBe(intitule);
	});

	it.each([
		'Ce titre professionnel de luthier niveau IV',
		'Il remplace le titre professionnel de luthier niveau IV',
		'Le titre professionnel de luthier',
		'Le titre professionnel de luthier niveaux IV',
		'Le titre professionnel de luthier niveau IVe',
		'Le titre professionnel de luthier niveau haut',
	])('n’est pas dans « %s »', (texte) => {
		expect(intituleDeFiche(prose(texte, 'Luthier'))).toBeUndefined();
	});

	it('est sinon la ligne sous le nom du ministère, écrit en capitales', () => {
		expect(intituleDeFiche(prose('Fiche', 'TITRE PROFESSIONNEL DU MINISTERE', 'Luthier2', 'Autre'))).toBe('Luthier');
		expect(intituleDeFiche([...prose('TITRE PROFESSIONNEL'), { sorte: 'blocs' }, ...prose('Luthier')])).toBe('Luthier');
		expect(intituleDeFiche(prose('Titre professionnel du ministère', 'Luthier'))).toBeUndefined();
		expect(intituleDeFiche(prose('TITRE PROFESSIONNEL du ministère du travail', 'Luthier'))).toBeUndefined();
		expect(intituleDeFiche(prose('LE TITRE PROFESSIONNEL', 'Luthier'))).toBeUndefined();
		expect(intituleDeFiche(prose('Luthier', 'TITRE PROFESSIONNEL'))).toBeUndefined();
		expect(intituleDeFiche(prose('Luthier', 'Autre'))).toBeUndefined();
	});
});

describe('l’intitulé d’une annexe', () => {
	it.each([
		[['Intitulé : luthier.'], 'luthier'],
		[['Intitulé', 'Luthier'], 'Luthier'],
		[['INTITULÉS :', 'Luthier .'], 'Luthier'],
		[['Intitule : titre professionnel de luthier'], 'luthier'],
		[['Intitulé :', 'Titre de professionnel : luthier'], 'luthier'],
		[['Intitulé :', 'Le titre professionnel du luthier'], 'luthier'],
		[['Intitulé :', 'Titre professionnel de la lutherie'], 'lutherie'],
		[['Intitulé :', "Titre professionnel d'archetier"], 'archetier'],
		[['Intitulé :', 'Titre professionnel luthier'], 'luthier'],
		[['Intitulé :', '« Luthier »'], 'Luthier'],
		[['Intitulé :', 'Titre professionnel “Luthier”.'], 'Luthier'],
		[['Intitulé :', 'Luthier « d’art » et archetier'], 'Luthier « d’art » et archetier'],
		[['Intitulé :', 'Desservant'], 'Desservant'],
		[['Intitulé :', 'Agent du S.A.V'], 'Agent du S.A.V'],
		[['Intitulé :', 'Luthier « d’art »'], 'Luthier « d’art »'],
		[['Intitulé :', '« Luthier » d’art'], '« Luthier » d’art'],
		[['Ancien intitulé : archetier', 'Intitulé : luthier'], 'luthier'],
		[['Vu.', 'Titre professionnel : luthier', 'Titre professionnel : archetier'], 'luthier'],
		[['Titre professionnel d’archetier'], 'archetier'],
		[['Titre professionnel: archetier'], 'archetier'],
		[['Intitulé :luthier'], 'luthier'],
	])('%j', (textes, intitule) => {
		expect(intituleDAnnexe(prose(...textes))).toEqual({ intitule });
	});

	it('suit son sigle, de deux à huit capitales, quand la ligne d’après est un titre professionnel', () => {
		const lire = (sigle: string, suite: string) => intituleDAnnexe(prose(`Intitulé : ${sigle}.`, suite));
		expect(lire('LU', 'Titre professionnel : luthier')).toEqual({ intitule: 'luthier', sigle: 'LU' });
		expect(lire('ABCDEFGH', 'Titre professionnel de luthier')).toEqual({ intitule: 'luthier', sigle: 'ABCDEFGH' });
		expect(lire('ABCDEFGHI', 'Titre professionnel de luthier')).toEqual({ intitule: 'ABCDEFGHI' });
		expect(lire('L', 'Titre professionnel de luthier')).toEqual({ intitule: 'L' });
		expect(lire('LU', 'Niveau : V.')).toEqual({ intitule: 'LU' });
		expect(lire('LU du bois', 'Titre professionnel de luthier')).toEqual({ intitule: 'LU du bois' });
	});

	it('manque où rien ne le donne', () => {
		for (const textes of [
			[],
			['Intitulé :'],
			['Intituler'],
			['Un titre professionnel : luthier'],
			['Titre professionnel'],
		])
			expect(intituleDAnnexe(prose(...textes)), textes.join()).toEqual({});
	});
});
