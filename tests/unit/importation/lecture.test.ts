import { describe, expect, it } from 'vitest';
import { lireCodes, lireDate, lireNiveau, sigleDesInitiales } from '../../../src/domaine/importation/champ.ts';
import { decoder } from '../../../src/domaine/importation/decoder.ts';
import { lireEtiquette } from '../../../src/domaine/importation/etiquette.ts';
import { contientHtml, lignesVues } from '../../../src/domaine/importation/html.ts';
import { lireLignes } from '../../../src/domaine/importation/ligne.ts';
import { appels, ouvreNote } from '../../../src/domaine/importation/note.ts';
import { reparer } from '../../../src/domaine/importation/reparation.ts';

const octets = (...valeurs: number[]) => Uint8Array.from(valeurs);

describe('les octets', () => {
	it.each([
		['UTF-8', octets(0xc3, 0xa9), 'é'],
		['Windows-1252', octets(0x92, 0xe9), '’é'],
		['UTF-8 et Windows-1252', octets(0xc3, 0xa9, 0xe9), 'éé'],
		['UTF-16', octets(0xff, 0xfe, 0xe9, 0x00), 'é'],
	])('%s', (encodage, entree, texte) => {
		expect(decoder(entree)).toEqual({ texte, encodage });
	});

	it('des zéros : pas un texte', () => {
		expect(() => decoder(octets(65, 0, 66))).toThrow(/binaire/u);
	});
});

describe('une ligne', () => {
	it.each([
		['  • Souder', '•', 'Souder', 2],
		['- o les résultats', '-o', 'les résultats', 0],
		['-d’une cellule', '-', 'd’une cellule', 0],
		['― structure', '―', 'structure', 0],
		['-5 °C', null, '-5 °C', 0],
		['o', null, 'o', 0],
		['\uf0b7\tSouder', '\uf0b7', 'Souder', 0],
		['un\u00a0mot\u00adcoupé', null, 'un motcoupé', 0],
	])('%j', (brute, puce, texte, retrait) => {
		expect(lireLignes([brute])[0]).toMatchObject({ puce, texte, retrait });
	});

	it('un titre en gras collé à ce qui suit est une ligne à lui', () => {
		expect(lireLignes(['**INFORMATIONS REQUISES**Intitulé :']).map((l) => l.texte)).toEqual([
			'INFORMATIONS REQUISES',
			'Intitulé :',
		]);
	});

	it('le HTML : des balises connues seulement', () => {
		expect(contientHtml('puissance < 70 kW et > 5')).toBe(false);
		expect(
			lignesVues('<p align="center">A<br/>B &lt; &eacute; &#233; &zz;</p>')
				.map((l) => l.trim())
				.filter(Boolean),
		).toEqual(['A', 'B < é é &zz;']);
	});
});

describe('les étiquettes d’une annexe', () => {
	it.each([
		['Intitulé :', 'intitule', true],
		['INTITULE', 'intitule', true],
		['Niveau V', 'niveau', false],
		['Code (s) NSF : 230 p.', 'nsf', false],
		['Code(s) ROME', 'rome', true],
		['Secteur(s) d’activité(s) ou type(s) d’emploi(s) accessible(s) par le titulaire du titre :', 'secteurs', true],
		['Secteurs d’activités et types d’emplois accessibles par le détenteur de ce titre', 'secteurs', true],
		['Réglementation d’activités :', 'reglementation', true],
		['A N N E X E', 'entete', true],
		[
			'Information requise pour l’inscription du titre professionnel au répertoire national des certifications professionnelles',
			'entete',
			true,
		],
	])('%s', (texte, etiquette, seule) => {
		expect(lireEtiquette(texte)).toEqual({ etiquette, seule });
	});

	it.each([
		'Niveau de langue attendu dans l’emploi',
		'Secteurs d’activités variés, dans des entreprises de toutes tailles.',
		'Codes et usages de la profession.',
		'Intituler un dossier.',
		'Réglementations et normes du bâtiment.',
	])('« %s » n’en est pas une', (texte) => {
		expect(lireEtiquette(texte)).toBeNull();
	});
});

describe('les champs', () => {
	it('un sigle fait des initiales des mots pleins', () => {
		expect(sigleDesInitiales('TECHNICIEN(NE) SUPERIEUR(E) DE SUPPORT EN INFORMATIQUE')).toBe('TSSI');
		expect(sigleDesInitiales('agent (e) d’entretien du bâtiment')).toBe('AEB');
		expect(sigleDesInitiales('Électricien d’équipement')).toBe('EE');
	});

	it('une date qui existe', () => {
		expect(lireDate('le 1er août 2008')).toBe('2008-08-01');
		expect(lireDate('18 DÉCEMBRE 2008')).toBe('2008-12-18');
		expect(lireDate('31 février 2008')).toBeUndefined();
	});

	it('un niveau, jamais celui d’une langue ou d’un interlocuteur', () => {
		expect(lireNiveau(['le niveau B1 en anglais', 'techniciens de premier niveau', 'Niveau : IV.'])).toBe('IV');
		expect(lireNiveau(['le niveau B1 en anglais'])).toBeUndefined();
	});

	it('des codes de chaque forme', () => {
		expect(
			lireCodes('code TP 00495, RNCP31115, RNCP31115BC01, NOR: SOCF0311961A, millésime 01').map((c) => c.valeur),
		).toEqual(['TP-00495', 'RNCP31115', 'millesime', 'SOCF0311961A'].map((v) => (v === 'millesime' ? '01' : v)));
	});
});

describe('les notes', () => {
	it.each([
		['2 Le  système', '2'],
		['¹ce titre a été créé', '1'],
		['(1) Au sens de', '1'],
		['* Au sens de', '*'],
	])('%s ouvre une note', (texte, marque) => {
		expect(ouvreNote(texte)?.marque).toBe(marque);
	});

	it.each(['1 – Pour un candidat', '1. Souder', '12 mois', '3D'])('%s n’en ouvre pas', (texte) => {
		expect(ouvreNote(texte)).toBeNull();
	});

	it('un appel est collé à un mot, jamais à un code', () => {
		const marques = new Set(['1', '2']);
		const de = (texte: string) => appels(texte, marques).map((a) => a.marque);
		expect(de('SUPERIEUR(E) DE RESSOURCES1 niveau III')).toEqual(['1']);
		expect(de('EN INFORMATIQUE 1 niveau III')).toEqual(['1']);
		expect(de('SPECIALISATION (CCS) 2')).toEqual(['2']);
		expect(de('le niveau B1 et A2, I1401, CCP 1, 1 an')).toEqual([]);
		expect(de('note3 et (3)')).toEqual([]);
	});
});

describe('les réparations', () => {
	const mots = 'candidat candidat réaliser';
	it('un mot coupé que le document a entier deux fois', () => {
		expect(reparer([mots, 'le cand idat']).lignes[1]).toBe('le candidat');
		expect(reparer(['le cand idat']).reparations).toEqual([]);
	});

	it('un mot coupé en fin de ligne que le document a entier', () => {
		expect(reparer([mots, 'il faut réa-', 'liser le']).lignes.slice(1)).toEqual(['il faut réaliser', ' le']);
		expect(reparer(['une plate-', 'forme']).reparations).toEqual([]);
	});

	it('un guillemet ouvrant, quand sa place est sûre ; sinon un doute', () => {
		expect(reparer(['la production  cœur de métier » vaut']).lignes).toEqual(['la production « cœur de métier » vaut']);
		const douteux = reparer(['la production cœur de métier » vaut']);
		expect(douteux.reparations).toEqual([]);
		expect(douteux.doutes).toHaveLength(1);
	});

	it('un lien perd son adresse, un exposant de LaTeX ses accolades', () => {
		expect(reparer(['voir [la fiche](https://exemple.fr/a), le 1^{er} août']).lignes).toEqual([
			'voir la fiche, le 1er août',
		]);
	});
});
