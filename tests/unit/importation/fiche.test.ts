import { describe, expect, it } from 'vitest';
import { lireDocument } from '../../../src/domaine/importation/lire.ts';
import { Refus } from '../../../src/domaine/importation/refus.ts';

/** A fiche of an invented title, in the form of those of the ministry. */
const fiche = (
	blocs: string,
	fin = '',
): string => `Emploi métier de rattachement suivant la nomenclature du ROME : B1501 - Facture instrumentale

TITRE PROFESSIONNEL DU MINISTERE DU TRAVAIL

Luthier en atelier

Le titre professionnel de Luthier en atelier1 niveau IV (code NSF : 234 v) se compose de deux activités types, chaque activité
type comportant les compétences nécessaires à sa réalisation.

Le luthier en atelier fabrique, règle et répare les instruments à
cordes. Il conseille les musiciens.

${blocs}

MODALITES D’OBTENTION DU TITRE PROFESSIONNEL2

1 – Pour un candidat issu d’un parcours continu de formation
Le candidat est évalué par un jury sur la base des éléments suivants :

o une mise en situation professionnelle ;
o un entretien final avec le jury.

${fin}2 Le système de certification est régi par les textes suivants :
- arrêté du 22 décembre 2015
`;

const lus = (texte: string) =>
	lireDocument(texte).blocs.map((b) => [b.type, b.intitule, b.competences.map((c) => c.libelle)]);
const ATTENDUS = [
	['ccp', 'Fabriquer les tables et les fonds d’un instrument', ['Choisir les bois', 'Poser les filets sur la table']],
	['ccs', 'Restaurer', ['Dater un instrument']],
];

describe('les blocs d’une fiche', () => {
	it.each([
		['à puces', ['• ', '• ']],
		['à tirets', ['- ', '– ']],
		['à glyphes de Word', ['\uf0b7 ', '\uf0d8 ']],
		['à retrait, sans puce', [' ', ' ']],
		['sans rien', ['', '']],
	])('%s', (_, [a, b]) => {
		const blocs = `CCP – Fabriquer les tables et les fonds\nd’un instrument\n\n${a}Choisir les bois\n${b}Poser les filets\nsur la table\n\nCCS – Restaurer\n\n${a}Dater un instrument`;
		expect(lus(fiche(blocs))).toEqual(ATTENDUS);
	});

	it.each([
		'CCP 1 – ',
		'CCP1 : ',
		'CCP n°1 - ',
		'■ CCP - ',
		'**CCP – ',
		'## CCP – ',
		'Certificat de compétences professionnelles n° 1 : ',
	])('« %s »', (marque) => {
		expect(lus(fiche(`${marque}Régler\n\n• Tailler l’âme\n• Poser le chevalet`))).toEqual([
			['ccp', 'Régler', ['Tailler l’âme', 'Poser le chevalet']],
		]);
	});

	it('deux compétences imprimées sur une ligne, l’intitulé en capitales sur trois', () => {
		expect(lus(fiche('CCP – FABRIQUER\n\nLES TABLES\nET LES FONDS\n• Choisir les bois • Poser les filets'))).toEqual([
			['ccp', 'FABRIQUER LES TABLES ET LES FONDS', ['Choisir les bois', 'Poser les filets']],
		]);
	});

	it('un pied de page entre deux compétences est laissé de côté, et dit', () => {
		const lue = lireDocument(
			fiche('CCP – Régler\n• Tailler l’âme\nTP-01234 – millésime 02 – page 1/2\n• Poser le chevalet'),
		);
		expect(lue.blocs[0]?.competences).toHaveLength(2);
		expect(lue.entetes.map((e) => e.texte)).toEqual(['TP-01234 – millésime 02 – page 1/2']);
		expect(lue.codes).toEqual([
			{ type: 'TP', valeur: 'TP-01234' },
			{ type: 'millesime', valeur: '02' },
		]);
	});

	it('un bloc sans compétence est refusé, avec sa ligne', () => {
		expect(() => lireDocument(fiche('CCP – Régler\n\nCCP – Vernir\n• Poncer'))).toThrow(
			/ligne 13 : le bloc « Régler » n’a aucune compétence/u,
		);
	});
});

describe('la prose d’une fiche', () => {
	it('les notes : celle qui est définie, celle qui ne l’est pas', () => {
		const { elements } = lireDocument(fiche('CCP – Régler\n• Tailler l’âme'));
		expect(elements.at(-2)).toMatchObject({ sorte: 'note', marque: '2' });
		expect(elements.at(-1)).toMatchObject({ sorte: 'item-note', texte: 'arrêté du 22 décembre 2015' });
	});

	it('un lambeau sans place va aux lignes non rangées', () => {
		expect(lireDocument(fiche('CCP – Régler\n• Tailler l’âme', 'xq zt\n\n')).restes).toEqual([
			{ ligne: 24, texte: 'xq zt' },
		]);
	});

	it('les champs', () => {
		expect(lireDocument(fiche('CCP – Régler\n• Tailler l’âme'))).toMatchObject({
			genre: 'fiche',
			intitule: 'Luthier en atelier',
			sigle: 'LA',
			niveau: 'IV',
			nsf: ['234 v'],
			rome: [{ valeur: 'B1501', libelle: 'Facture instrumentale' }],
		});
	});
});

describe('ce qui n’est pas lu', () => {
	it.each([
		['', /document vide/u],
		['  \n\f\n---\n', /document vide/u],
		['Une lettre.\n\nBien à vous.', /d’aucun genre connu/u],
	])('%j', (texte, motif) => {
		expect(() => lireDocument(texte)).toThrow(motif);
		expect(() => lireDocument(texte)).toThrow(Refus);
	});
});
