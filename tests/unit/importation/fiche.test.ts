import { describe, expect, it } from 'vitest';
import { lireFiche } from '../../../src/importation/fiche.ts';
import { lireLignes } from '../../../src/importation/ligne.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { Refus } from '../../../src/importation/refus.ts';

/** A fiche of an invented title, in the form used by the ministry. */
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
			sigle: 'LUTHIER-ATELIER',
			niveau: 'IV',
			nsf: ['234 v'],
			rome: [{ valeur: 'B1501', libelle: 'Facture instrumentale' }],
			remarques: [],
		});
	});
});

describe('où finissent les blocs d’une fiche', () => {
	const apres = (...suite: string[]) => {
		const lignes = lireLignes(['CCP – Régler', '• Tailler l’âme', ...suite]);
		const { blocs, elements } = lireFiche(lignes);
		return {
			competences: blocs.flatMap((b) => b.competences.map((c) => c.libelle)),
			prose: elements.flatMap((e) => ('texte' in e ? [[e.sorte === 'titre' ? e.rang : e.sorte, e.texte]] : [])),
		};
	};

	it.each([
		['MODALITES D’OBTENTION', 2],
		['PARCHEMIN DU TITRE', 2],
		['Modalités d’obtention du titre professionnel', 2],
		['1 – Pour un candidat', 3],
		['Code du titre : TP-00495', 'paragraphe'],
		['Millésime 01 du titre', 'paragraphe'],
		['¹ Au sens de la loi', 'note'],
	] as const)('à « %s »', (ligne, sorte) => {
		const lue = apres(ligne);
		expect(lue.competences).toEqual(['Tailler l’âme']);
		expect(lue.prose[0]?.[0]).toBe(sorte);
	});

	it.each([
		'• MODALITES D’OBTENTION',
		'• Modalités d’obtention',
		'• 1 – Pour un candidat',
		'• Code du titre : TP-00495',
	])('et non à un item : « %s »', (ligne) => {
		expect(apres(ligne)).toEqual({ competences: ['Tailler l’âme', ligne.slice(2)], prose: [] });
	});

	it('et reprennent après de la prose à un CCP ou à un CCS, non à une « activité »', () => {
		const suite = ['MODALITES D’OBTENTION DU TITRE', '', 'Le jury est souverain.', ''];
		expect(apres(...suite, 'CCS – Restaurer', '• Dater un instrument').competences).toEqual([
			...['Tailler l’âme', 'Dater un instrument'],
		]);
		expect(apres(...suite, 'Activité 2 : Restaurer', '• Dater un instrument').competences).toEqual(['Tailler l’âme']);
	});

	it('et ce qui les suit a ses titres, ses étiquettes et ses notes', () => {
		expect(
			apres(
				'MODALITES D’OBTENTION DU TITRE',
				'',
				'1 – Pour un candidat',
				'Il est évalué.',
				'',
				'Sigle : LA',
				'Le jury est souverain.',
				'',
				'### Le jury',
				'Il siège.',
				'',
				'## La session',
				'Elle dure.',
				'',
				'2 Au sens de la loi.',
				'- arrêté',
			).prose,
		).toEqual([
			[2, 'MODALITES D’OBTENTION DU TITRE'],
			[3, '1 – Pour un candidat'],
			['paragraphe', 'Il est évalué.'],
			['paragraphe', 'Sigle : LA'],
			['paragraphe', 'Le jury est souverain.'],
			[3, 'Le jury'],
			['paragraphe', 'Il siège.'],
			[2, 'La session'],
			['paragraphe', 'Elle dure.'],
			['note', 'Au sens de la loi.'],
			['item-note', 'arrêté'],
		]);
	});
});

describe('la prose après les blocs d’une fiche', () => {
	const apres = (...suite: string[]) => {
		const lue = lireFiche(
			lireLignes(['CCP – Régler', '• Tailler', 'PARCHEMIN DU TITRE', 'Le jury siège.', '', ...suite]),
		);
		return {
			prose: lue.elements
				.slice(lue.elements.findIndex((e) => 'texte' in e && e.texte === 'Le jury siège.') + 1)
				.flatMap((e) => ('texte' in e ? [[e.sorte, e.texte]] : [])),
			restes: lue.restes.map((r) => r.texte),
			blocs: lue.blocs.length,
		};
	};

	it.each(['2 Le système', '1 – Pour un candidat', 'CONDITIONS GENERALES', 'Modalités d’obtention'])(
		'un item reste un item, quoi qu’il dise : « %s »',
		(texte) => {
			expect(apres(`• ${texte}`).prose).toEqual([['item', texte]]);
		},
	);

	it('un mot seul en capitales n’est pas un titre ; une phrase qui parle des modalités non plus', () => {
		expect(apres('PARIS')).toMatchObject({ prose: [], restes: ['PARIS'] });
		expect(apres('PARIS NORD').prose).toEqual([['titre', 'PARIS NORD']]);
		expect(apres('Voir les modalités d’obtention.').prose).toEqual([['paragraphe', 'Voir les modalités d’obtention.']]);
	});

	it('une activité qui nomme un CCS n’y ouvre pas de bloc', () => {
		expect(apres('Activité 2 : Restaurer (CCS)').blocs).toBe(1);
	});

	it('une compétence qui parle des modalités reste dans son bloc', () => {
		const { blocs } = lireFiche(lireLignes(['CCP – Régler', '• Tailler', '', 'Présenter les modalités d’obtention']));
		expect(blocs[0]?.competences.map((c) => c.libelle)).toEqual(['Tailler', 'Présenter les modalités d’obtention']);
	});
});

describe('avant les blocs d’une fiche', () => {
	const avant = (...lignes: string[]) => {
		const { elements, restes } = lireFiche(lireLignes([...lignes, '', 'CCP – Régler', '• Tailler l’âme']));
		return { prose: elements.flatMap((e) => ('texte' in e ? [e.texte] : [])), restes: restes.map((r) => r.texte) };
	};

	it('une étiquette et une ligne en capitales sont à part de ce qui les suit', () => {
		expect(avant('Le luthier règle les', 'Information source DGEFP', 'Instruments').prose).toEqual([
			...['Le luthier règle les', 'Information source DGEFP'],
		]);
		expect(avant('Il travaille en', '', 'ATELIER DE LUTHERIE', 'GUITARE').prose).toHaveLength(2);
		expect(avant('Il va :', '', '• TRAVAIL EN', 'ATELIER').prose).toEqual(['Il va :', 'TRAVAIL EN ATELIER']);
		expect(avant('TRAVAIL EN', 'ATELIER DE LUTHERIE').prose).toEqual(['TRAVAIL EN ATELIER DE LUTHERIE']);
	});

	it('un mot ou deux, seuls, sont mis à part et non perdus ; une étiquette, une phrase, un item restent', () => {
		expect(avant('Le luthier règle.', '', 'xq zt')).toEqual({ prose: ['Le luthier règle.'], restes: ['xq zt'] });
		expect(avant('Le luthier règle.', '', 'xq')).toMatchObject({ restes: ['xq'] });
		expect(avant('Le luthier règle.', '', 'xq', 'zt').restes).toEqual([]);
		for (const reste of ['xq zt wp', 'Il règle.', 'Il règle :', '- xq zt', 'Sigle : LA', 'Millésime 01'])
			expect(avant('Le luthier règle.', '', reste).restes, reste).toEqual([]);
	});

	it('l’intitulé du titre n’est pas un lambeau, quelles que soient ses capitales', () => {
		const lue = avant('TITRE PROFESSIONNEL DU MINISTERE', '', 'Luthier', '', 'LUTHIER');
		expect(lue).toEqual({ prose: ['TITRE PROFESSIONNEL DU MINISTERE', 'Luthier', 'LUTHIER'], restes: [] });
	});
});

describe('l’intitulé d’une fiche', () => {
	it('est aussi la ligne qui lui ajoute son sigle', () => {
		const texte = fiche('CCP – Fabriquer\n\nChoisir les bois').replace('\nLuthier en atelier\n', '\nLuthier (LUT)\n');
		const { intitule, sigle, restes } = lireDocument(texte.replace('de Luthier en atelier1', 'de Luthier'));
		expect({ intitule, sigle, restes }).toEqual({ intitule: 'Luthier', sigle: 'LUT', restes: [] });
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
