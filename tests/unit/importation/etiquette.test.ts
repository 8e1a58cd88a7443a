import { describe, expect, it } from 'vitest';
import { lireEtiquette, valeurDEtiquette } from '../../../src/importation/etiquette.ts';

describe('une étiquette en tête de ligne', () => {
	it.each([
		['Intitulé', 'intitule'],
		['Intitulés . :', 'intitule'],
		['Niveau', 'niveau'],
		['Annexe II', 'entete'],
		['Secteurs d’activité. ', 'secteurs'],
		['BASES LÉGALES ET RÉGLEMENTAIRES', 'bases'],
	])('est seule sur la sienne : « %s »', (texte, etiquette) => {
		expect(lireEtiquette(texte)).toEqual({ etiquette, seule: true });
	});

	it.each([
		['Intitulé : luthier', 'intitule'],
		['Intitulé: luthier', 'intitule'],
		['Niveau V', 'niveau'],
		['Cette certification est accessible à compter du 3 mars', 'acces'],
		['Code ROME 44132', 'rome'],
		['Code ROME (44132)', 'rome'],
		['Code ROME K-1302', 'rome'],
		['Code NSF b 12', 'nsf'],
		['Liens avec d’autres certifications : néant', 'liens'],
	])('est suivie de sa valeur : « %s »', (texte, etiquette) => {
		expect(lireEtiquette(texte)).toEqual({ etiquette, seule: false });
	});

	it.each([
		'Intitulera',
		'Intitulé d’un dossier',
		'Niveau de vie',
		'Code ROME du métier',
		'Code ROME, 44132',
		'Secteurs d’activité 12',
		'Résumé du métier …',
		'Annexe IIa',
		'Article 1er',
		'Un intitulé :',
	])('n’est pas dans « %s »', (texte) => {
		expect(lireEtiquette(texte)).toBeNull();
	});
});

describe('la valeur d’une étiquette', () => {
	it('est ce qui suit ses deux-points, tel qu’imprimé', () => {
		expect(valeurDEtiquette('Intitulé du titre\u00a0: Luthier : l’art')).toEqual({
			titre: 'Intitulé du titre\u00a0:',
			valeur: 'Luthier : l’art',
		});
		expect(valeurDEtiquette('Niveau :V')).toEqual({ titre: 'Niveau :', valeur: 'V' });
	});

	it.each(['Niveau :', 'Niveau : ', ': V', 'Niveau V : fin', 'Il règle : tout', 'Niveau'])(
		'n’est pas dans « %s »',
		(texte) => {
			expect(valeurDEtiquette(texte)).toBeNull();
		},
	);
});
