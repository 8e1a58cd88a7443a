import { describe, expect, it } from 'vitest';
import { lireAnnexe } from '../../../src/importation/annexe.ts';
import { lireLignes } from '../../../src/importation/ligne.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { annexe, blocsDe } from './annexes.ts';

const TABLES = {
	type: 'ccp',
	intitule: "Fabriquer les tables et les fonds d'un instrument à cordes frottées",
	competences: ['Choisir et débiter les bois.', "Voûter une table à l'aide de gabarits.", 'Poser les filets.'],
};
const REGLAGE = {
	type: 'ccp',
	intitule: 'Régler un instrument',
	competences: ["Tailler et ajuster l'âme et le chevalet.", 'Régler la hauteur des cordes.'],
};

describe('les activités d’une annexe', () => {
	it('numérotées, l’intitulé coupé en deux alinéas', () => {
		const lus = blocsDe(
			annexe(`1. Fabriquer les tables et les fonds

d'un instrument à cordes frottées

Choisir et débiter les bois.

Voûter une table à l'aide de gabarits.

Poser les filets.

2. Régler un instrument

Tailler et ajuster l'âme et le chevalet.

Régler la hauteur des cordes.
`),
		);
		expect(lus).toEqual([TABLES, REGLAGE]);
	});

	it.each([
		['1 - ', '2 - '],
		['1) ', '2) '],
		['1.- ', '2.- '],
		['I. ', 'II. '],
		['1\\. ', '2\\. '],
		['### 1. ', '### 2. '],
		['Activité 1 : ', 'Activité 2 : '],
		['Activité-type 1 - ', 'Activité-type 2 - '],
		['CCP 1 - ', 'CCP 2 - '],
		['CCP 1. – ', 'CCP 2. – '],
		['CCP n° 1 : ', 'CCP n° 2 : '],
		['BC01 - ', 'BC02 - '],
		['Bloc de compétences n° 1 : ', 'Bloc de compétences n° 2 : '],
		['Certificat de compétences professionnelles n° 1 : ', 'Certificat de compétences professionnelles n° 2 : '],
	])('marquées « %s »', (un, deux) => {
		const lus = blocsDe(
			annexe(
				`${un}${TABLES.intitule}\n\n${TABLES.competences.join('\n\n')}\n\n${deux}${REGLAGE.intitule}\n\n${REGLAGE.competences.join('\n\n')}\n`,
			),
		);
		expect(lus).toEqual([TABLES, REGLAGE]);
	});

	it.each([
		['en gras avec leur numéro', '**1. ', '**2. ', '**'],
		['en gras sans numéro', '**', '**', '**'],
		['en titre Markdown sans numéro', '### ', '### ', ''],
	])('%s', (_, un, deux, fin) => {
		const lus = blocsDe(
			annexe(
				`${un}${TABLES.intitule}${fin}\n\n${TABLES.competences.join('\n\n')}\n\n${deux}${REGLAGE.intitule}${fin}\n\n${REGLAGE.competences.join('\n\n')}\n`,
			),
		);
		expect(lus).toEqual([TABLES, REGLAGE]);
	});

	it('en capitales, sur deux lignes, les compétences à puces et sans point', () => {
		const lus = blocsDe(
			annexe(`1. FABRIQUER LES TABLES ET LES FONDS

D'UN INSTRUMENT À CORDES FROTTÉES

• Choisir et débiter les bois

• Poser les filets

2. RÉGLER UN INSTRUMENT

• Tailler l'âme
`),
		);
		expect(lus).toEqual([
			{
				type: 'ccp',
				intitule: "FABRIQUER LES TABLES ET LES FONDS D'UN INSTRUMENT À CORDES FROTTÉES",
				competences: ['Choisir et débiter les bois', 'Poser les filets'],
			},
			{ type: 'ccp', intitule: 'RÉGLER UN INSTRUMENT', competences: ["Tailler l'âme"] },
		]);
	});

	it('sans ligne vide et repliées à quatre-vingts colonnes, comme dans un texte brut', () => {
		const lus = blocsDe(
			annexe(`1. Fabriquer les tables et les fonds d'un instrument à cordes
frottées
Choisir et débiter les bois en tenant compte du fil, de l'humidité et de la
destination de chaque pièce.
Poser les filets.
2. Régler un instrument
Tailler l'âme.
`),
		);
		expect(lus).toEqual([
			{
				type: 'ccp',
				intitule: "Fabriquer les tables et les fonds d'un instrument à cordes frottées",
				competences: [
					"Choisir et débiter les bois en tenant compte du fil, de l'humidité et de la destination de chaque pièce.",
					'Poser les filets.',
				],
			},
			{ type: 'ccp', intitule: 'Régler un instrument', competences: ["Tailler l'âme."] },
		]);
	});

	it('l’intitulé fini par un point, comme les compétences', () => {
		const lus = blocsDe(
			annexe('1. Régler un instrument.\n\nTailler l’âme.\n\nPoser le chevalet.\n\n2. Vernir.\n\nPréparer les fonds.\n'),
		);
		expect(lus.map((b) => [b.intitule, b.competences.length])).toEqual([
			['Régler un instrument.', 2],
			['Vernir.', 1],
		]);
	});

	it('les compétences en « ; » et en minuscules, à puces ou non', () => {
		const attendu = ['tailler l’âme ;', 'poser le chevalet ;', 'régler la hauteur des cordes.'];
		expect(blocsDe(annexe(`1. Régler un instrument\n\n- ${attendu.join('\n\n- ')}\n`))[0]?.competences).toEqual(
			attendu,
		);
		expect(blocsDe(annexe(`1. Régler un instrument :\n\n${attendu.join('\n\n')}\n`))[0]?.competences).toEqual(attendu);
	});

	it('les compétences numérotées sous des CCP nommés', () => {
		const lus = blocsDe(
			annexe(
				'CCP 1 – Régler un instrument\n\n1. Tailler l’âme.\n\n2. Poser le chevalet.\n\nCCP 2 – Vernir\n\n1. Préparer les fonds.\n',
			),
		);
		expect(lus).toEqual([
			{ type: 'ccp', intitule: 'Régler un instrument', competences: ['Tailler l’âme.', 'Poser le chevalet.'] },
			{ type: 'ccp', intitule: 'Vernir', competences: ['Préparer les fonds.'] },
		]);
	});

	it('des sous-points après deux-points restent dans leur compétence', () => {
		const lus = blocsDe(
			annexe(`1. Régler un instrument

Ajuster les pièces mobiles :

- le chevalet ;

- l'âme.

Régler la hauteur des cordes.
`),
		);
		expect(lus[0]?.competences).toEqual([
			"Ajuster les pièces mobiles : le chevalet ; l'âme.",
			'Régler la hauteur des cordes.',
		]);
	});

	it.each(['Compétences :', 'Le (la) titulaire du titre est capable de :', 'Être capable de :'])(
		'« %s » annonce, et n’est pas une compétence',
		(annonce) => {
			const lue = blocsDe(
				annexe(`1. Régler un instrument :\n\n${annonce}\n\n- tailler l’âme ;\n\n- poser le chevalet.\n`),
			);
			expect(lue).toEqual([
				{ type: 'ccp', intitule: 'Régler un instrument', competences: ['tailler l’âme ;', 'poser le chevalet.'] },
			]);
		},
	);

	it('en tableau Markdown, une cellule pour l’activité, une par compétence', () => {
		const lus = blocsDe(
			annexe(
				'| Activités | Compétences |\n| --- | --- |\n| 1. Régler un instrument | Tailler l’âme. |\n| | Poser le chevalet. |\n',
			),
		);
		expect(lus).toEqual([
			{ type: 'ccp', intitule: 'Régler un instrument', competences: ['Tailler l’âme.', 'Poser le chevalet.'] },
		]);
	});

	it('des deux-points mis pour un point n’avalent pas les compétences qui suivent', () => {
		const texte = annexe(
			'1. Régler un instrument\n\nAssister les musiciens :\n\nTailler l’âme.\n\nPoser le chevalet.\n',
		);
		expect(blocsDe(texte)[0]?.competences).toEqual([
			'Assister les musiciens :',
			'Tailler l’âme.',
			'Poser le chevalet.',
		]);
		expect(lireDocument(texte).doutes).toHaveLength(1);
	});

	it('les appels de note quittent les libellés, la note reste', () => {
		const texte = `${annexe('1. Régler un instrument (1)\n\nTailler l’âme ¹.\n\nPoser le chevalet*.\n')}\n(1) Au sens de l’arrêté du 9 mars 2006.\n`;
		expect(blocsDe(texte)).toEqual([
			{ type: 'ccp', intitule: 'Régler un instrument', competences: ['Tailler l’âme.', 'Poser le chevalet.'] },
		]);
		const lue = lireDocument(texte);
		expect(lue.reparations).toHaveLength(3);
		expect(lue.elements.at(-1)).toMatchObject({ sorte: 'note', texte: 'Au sens de l’arrêté du 9 mars 2006.' });
	});
});

describe('les certificats complémentaires de spécialisation', () => {
	it('nommés après des CCP numérotés', () => {
		const lus = blocsDe(
			annexe(
				'1. Régler un instrument\n\nTailler l’âme.\n\nCCS : Restaurer un instrument ancien\n\nDater un instrument.\n',
			),
		);
		expect(lus.map((b) => [b.type, b.intitule])).toEqual([
			['ccp', 'Régler un instrument'],
			['ccs', 'Restaurer un instrument ancien'],
		]);
	});

	it('numérotés à nouveau sous leur propre titre, suivis d’une liste qui n’est pas à eux', () => {
		const texte = annexe(`1. Régler un instrument

Tailler l'âme.

Certificats complémentaires de spécialisation

1. Restaurer un instrument

ancien

Dater un instrument.

2. Archeter

Remécher un archet.

Liste des titres autorisant l'accès

aux certificats complémentaires de spécialisation

Luthier (titre de rattachement).
`);
		expect(blocsDe(texte)).toEqual([
			{ type: 'ccp', intitule: 'Régler un instrument', competences: ["Tailler l'âme."] },
			{ type: 'ccs', intitule: 'Restaurer un instrument ancien', competences: ['Dater un instrument.'] },
			{ type: 'ccs', intitule: 'Archeter', competences: ['Remécher un archet.'] },
		]);
		const { elements } = lireDocument(texte);
		const apres = elements.slice(elements.findIndex((e) => e.sorte === 'blocs'));
		expect(apres.map((e) => ('texte' in e ? e.texte : ''))).toContain('Luthier (titre de rattachement).');
	});
});

describe('ce qui entoure les blocs', () => {
	it('les options entre les blocs deviennent des remarques', () => {
		const lue = lireDocument(
			annexe(
				'Certificats de compétences professionnelles\n\ncommuns aux deux options\n\n1. Régler un instrument\n\nTailler l’âme.\n\nOption guitare\n\n1. Fretter\n\nPoser les frettes.\n',
			),
		);
		expect(lue.blocs.map((b) => b.intitule)).toEqual(['Régler un instrument', 'Fretter']);
		expect(lue.remarques).toEqual(['« Option guitare » : ce que le document imprime avant le bloc 2']);
	});

	it('les compétences transversales restent une section de prose', () => {
		const lue = lireDocument(
			annexe(
				'1. Régler un instrument\n\nTailler l’âme.\n\nCompétences transversales de l’emploi\n\n(le cas échéant)\n\nTravailler en équipe.\n',
			),
		);
		expect(lue.blocs[0]?.competences).toHaveLength(1);
		expect(lue.elements).toContainEqual(
			expect.objectContaining({ sorte: 'titre', texte: 'Compétences transversales de l’emploi (le cas échéant)' }),
		);
	});

	it('sans section des secteurs, le code ROME ferme la liste', () => {
		const texte = annexe('1. Régler un instrument\n\nTailler l’âme.\n').replace(/Secteurs[\s\S]*lutherie\.\n/u, '');
		expect(blocsDe(texte)[0]?.competences).toEqual(['Tailler l’âme.']);
	});

	it.each([
		'Capacités attestées et descriptif des composantes de la certification :',
		'**Capacités attestées et descriptif des composantes de la certification**',
		'Compétences attestées et descriptif\n\ndes composantes de la certification',
		'Activités et compétences attestées par la certification',
		'Activités types et descriptif\n\ndes composantes de la certification',
		'Descriptif des composantes de la certification\n\net capacités attestées',
		'Ce que le titre atteste',
	])('« %s »', (titre) => {
		expect(blocsDe(annexe('1. Régler un instrument\n\nTailler l’âme.\n', titre))).toHaveLength(1);
	});

	it('en HTML, comme Légifrance en laisse', () => {
		const lue = lireDocument(`# Article Annexe

<ul>
<li>
<p align="center">COMPOSANTES DE LA CERTIFICATION ET INFORMATIONS REQUISES POUR L'INSCRIPTION DU TITRE PROFESSIONNEL AU RÉPERTOIRE NATIONAL DES CERTIFICATIONS PROFESSIONNELLES </p>
<p align="left">
<br/>Intitulé : <br/>Titre professionnel d'archetier. <br/>Niveau : V. <br/>Domaine d'activité (code NSF) : 234 v. </p>
<p align="center">
<br/>Résumé du référentiel d'emploi </p>
<p align="left">
<br/>L'archetier fabrique des archets de plus de 50 g &amp; de moins de 70 g. </p>
<p align="center">
<br/>Descriptif des composantes de la certification <br/>et capacités attestées </p>
<p align="left">
<br/>Le titre est composé des deux certificats suivants : </p>
<p align="center">
<br/>1. Façonner une baguette <br/>de pernambouc </p>
<p align="left">
<br/>Choisir un bois de densité < à 1,2. <br/>Cambrer une baguette. </p>
<p align="center">
<br/>2. Mécher </p>
<p align="left">
<br/>Poser une mèche. <br/>Autorité responsable de la certification : <br/>Ministère chargé de l'emploi. </p>
</li>
</ul>
`);
		expect(lue.blocs.map((b) => [b.intitule, b.competences.map((c) => c.libelle)])).toEqual([
			['Façonner une baguette de pernambouc', ['Choisir un bois de densité < à 1,2.', 'Cambrer une baguette.']],
			['Mécher', ['Poser une mèche.']],
		]);
		expect(lue).toMatchObject({ intitule: 'archetier', niveau: 'V', nsf: ['234 v'], restes: [] });
	});
});

describe('un titre d’une seule activité, sans intitulé marqué', () => {
	it('la première ligne est l’intitulé si elle annonce les mots des autres', () => {
		const lus = blocsDe(
			annexe(`Conduire en sécurité un chariot automoteur de catégorie 3 ou 5 pour charger, déplacer et stocker des marchandises.

Choisir le chariot automoteur et l'équipement adaptés.

Déplacer des marchandises avec un chariot de catégorie 3 ou 5.

Stocker en hauteur et en sécurité.

Charger un véhicule, conduire et signaler les anomalies.
`),
		);
		expect(lus[0]?.intitule).toMatch(/^Conduire en sécurité/u);
		expect(lus[0]?.competences).toHaveLength(4);
	});

	it('sinon l’intitulé du titre en tient lieu, et le doute est dit', () => {
		const texte = annexe(
			'Assurer les contrôles avant, pendant et après le trajet.\n\nAtteler une remorque.\n\nLivrer la marchandise.\n',
		);
		expect(blocsDe(texte)).toEqual([
			{
				type: 'ccp',
				intitule: 'luthier(ère) en atelier',
				competences: [
					'Assurer les contrôles avant, pendant et après le trajet.',
					'Atteler une remorque.',
					'Livrer la marchandise.',
				],
			},
		]);
		expect(lireDocument(texte).doutes[0]?.motif).toMatch(/aucun intitulé de bloc/u);
	});

	it('des intitulés sans numéro se reconnaissent à leur absence de point', () => {
		const lus = blocsDe(
			annexe(
				'Régler un instrument\n\nTailler l’âme.\n\nPoser le chevalet.\n\nVernir un instrument\n\nPréparer les fonds.\n\nPoncer.\n',
			),
		);
		expect(lus.map((b) => [b.intitule, b.competences.length])).toEqual([
			['Régler un instrument', 2],
			['Vernir un instrument', 2],
		]);
	});
});

describe('les champs d’une annexe', () => {
	const lire = (tete: string) =>
		lireDocument(
			annexe('1. Régler un instrument\n\nTailler l’âme.\n').replace(/Intitulé :[\s\S]*?234 v\.\n/u, `${tete}\n`),
		);

	it.each([
		['Intitulé : luthier (ère).\n\nNiveau : V.\n\nCode NSF : 234 v.', 'luthier (ère)', 'V', ['234 v']],
		[
			'Intitulé\n\nTitre professionnel de luthier.\n\nNiveau IV.\n\nCode NSF : 234v-lutherie.',
			'luthier',
			'IV',
			['234 v'],
		],
		[
			'Intitulé : titre professionnel : luthier.\n\nNiveau : 3 (cadre national).\n\nCodes NSF : 234 v, 133.',
			'luthier',
			'3',
			['234 v', '133'],
		],
		[
			'Intitulé :\n\nTitre professionnel " Luthier (ère) d’art "\n\nNiveau : IV.\n\nCode (s) NSF : 234 v (bois), 231 r.',
			'Luthier (ère) d’art',
			'IV',
			['234 v', '231 r'],
		],
		[
			'Intitulé : LUTH.\n\nTitre professionnel : luthier.\n\nNiveau : V.\n\nCode NSF : 234 v.',
			'luthier',
			'V',
			['234 v'],
		],
		[
			'Intitulé :\n\nTitre professionnel d’archetier.\n\nAncien intitulé : archetier monteur.\n\nNiveau :\n\nV.\n\nDomaine d’activité (code NSF) : 234 v.',
			'archetier',
			'V',
			['234 v'],
		],
	])('%s', (tete, intitule, niveau, nsf) => {
		expect(lire(tete)).toMatchObject({ intitule, niveau, nsf, restes: [] });
	});

	it.each([
		['Code ROME :\n\nB1501-Facture instrumentale.', [{ valeur: 'B1501', libelle: 'Facture instrumentale' }]],
		[
			'Codes ROME :\n\nD-1502 Vente ;\n\nB 1501 - Facture.',
			[
				{ valeur: 'D1502', libelle: 'Vente' },
				{ valeur: 'B1501', libelle: 'Facture' },
			],
		],
		[
			'Code (s) ROME :\n\nLuthier 11 112 ;\n\nArchetier 11 113.',
			[
				{ valeur: '11112', libelle: 'Luthier' },
				{ valeur: '11113', libelle: 'Archetier' },
			],
		],
		['Code(s) ROME\n\n44143 - Luthier/luthière.', [{ valeur: '44143', libelle: 'Luthier/luthière' }]],
		['Code ROME : 44143 : luthier.', [{ valeur: '44143', libelle: 'luthier' }]],
	])('%s', (rome, attendu) => {
		const texte = annexe('1. Régler un instrument\n\nTailler l’âme.\n').replace(
			/Code ROME :[\s\S]*?musique\.\n/u,
			`${rome}\n`,
		);
		expect(lireDocument(texte).rome).toEqual(attendu);
	});

	it.each([
		['Cette certification est accessible à compter du 1er août 2008.', '2008-08-01'],
		['La réglementation applicable à ce titre professionnel est mise en œuvre à compter du 5 juin 2014.', '2014-06-05'],
		[
			'Le titre est enregistré au répertoire national pour une durée de cinq ans à compter du 20 avril 2016.',
			'2016-04-20',
		],
	])('le premier jour, avec sa phrase : « %s »', (phrase, date) => {
		const texte = annexe('1. Régler un instrument\n\nTailler l’âme.\n').replace('Autorité', `${phrase}\n\nAutorité`);
		expect(lireDocument(texte).debut).toEqual({ date, note: phrase });
	});
});

describe('les étiquettes et les sections', () => {
	const lue = (...lignes: string[]) => {
		const { elements, restes, doutes, blocs } = lireAnnexe(lireLignes(lignes));
		return {
			prose: elements.flatMap((e) => ('texte' in e ? [[e.sorte === 'titre' ? e.rang : e.sorte, e.texte]] : [])),
			restes: restes.map((r) => [r.ligne, r.texte]),
			doutes: doutes.map((d) => d.motif),
			blocs: blocs.map((b) => b.intitule),
		};
	};

	it('un titre de section imprimé sur plusieurs lignes n’en fait qu’un', () => {
		expect(
			lue('Secteurs d’activités', 'ou types d’emploi', 'accessibles par le détenteur du titre', 'Ateliers de lutherie.')
				.prose,
		).toEqual([
			[2, 'Secteurs d’activités ou types d’emploi accessibles par le détenteur du titre'],
			['paragraphe', 'Ateliers de lutherie.'],
		]);
	});

	it('en capitales aussi ; deux titres qui se suivent restent deux', () => {
		expect(lue('SECTEURS D’ACTIVITÉS', 'OU TYPES D’EMPLOI', 'Ateliers.').prose[0]).toEqual([
			...[2, 'SECTEURS D’ACTIVITÉS OU TYPES D’EMPLOI'],
		]);
		expect(lue('Secteurs d’activités', 'Types d’emplois accessibles', 'Ateliers.').prose).toEqual([
			[2, 'Secteurs d’activités'],
			[2, 'Types d’emplois accessibles'],
			['paragraphe', 'Ateliers.'],
		]);
	});

	it('s’arrête à ses deux-points, et à ce qui n’est plus lui', () => {
		expect(lue('Code ROME', 'B1501 - Lutherie.').prose).toEqual([
			[2, 'Code ROME'],
			['paragraphe', 'B1501 - Lutherie.'],
		]);
		expect(lue('Secteurs d’activités :', 'ou types d’emploi').prose).toEqual([
			[2, 'Secteurs d’activités :'],
			['paragraphe', 'ou types d’emploi'],
		]);
		expect(lue('Code ROME', 'Autorité responsable', 'de la certification', 'Ministère.').prose).toEqual([
			[2, 'Code ROME'],
			[2, 'Autorité responsable de la certification'],
			['paragraphe', 'Ministère.'],
		]);
	});

	it('sa valeur sur la même ligne est un alinéa à elle ; celle d’un champ reste avec lui', () => {
		expect(lue('Résumé du référentiel d’emploi : le luthier règle.', 'Il vernit.').prose).toEqual([
			[2, 'Résumé du référentiel d’emploi :'],
			['paragraphe', 'le luthier règle. Il vernit.'],
		]);
		expect(lue('Niveau : IV.', 'Intitulé : luthier en atelier').prose).toEqual([
			['paragraphe', 'Niveau : IV.'],
			['paragraphe', 'Intitulé : luthier en atelier'],
		]);
		expect(lue('Intitulé : luthier en atelier', 'Niveau : IV').prose).toEqual([
			['paragraphe', 'Intitulé : luthier en atelier'],
			['paragraphe', 'Niveau : IV'],
		]);
		// The bold is that of a heading: the text after its colon is not the title of a bloc.
		expect(lue('Intitulé : luthier', '**Capacités attestées : Tailler.**', 'Poser.').blocs).toEqual(['luthier']);
	});

	it('l’en-tête de l’annexe en est un titre s’il a plus de trois mots', () => {
		expect(
			lue(
				'Annexe',
				'Article 1 annexe',
				'Informations requises pour l’inscription du titre professionnel',
				'Niveau : V.',
			).prose,
		).toEqual([
			['paragraphe', 'Annexe'],
			['paragraphe', 'Article 1 annexe'],
			[2, 'Informations requises pour l’inscription du titre professionnel'],
			['paragraphe', 'Niveau : V.'],
		]);
	});

	it('une note y est marquée d’une parenthèse, d’un exposant ou d’une étoile, jamais d’un chiffre nu ni d’une puce', () => {
		expect(
			lue('Niveau : V.', '', '2 Au sens.', '', '(1) Au sens.', '² Au sens.', '*Au sens.').prose.map(([sorte]) => sorte),
		).toEqual([...['paragraphe', 'paragraphe', 'note', 'note', 'note']]);
		for (const nu of ['2 Au sens (de la loi).', '2 Au sens*.'])
			expect(lue('Niveau : V.', '', nu).prose[1], nu).toEqual(['paragraphe', nu]);
		expect(lue('Niveau : V.', '- (1) Au sens.').prose[1]).toEqual(['item', '(1) Au sens.']);
	});

	it('avant la première étiquette, une ligne courte qui n’est pas de l’arrêté est mise à part', () => {
		const tete = (ligne: string) => lue(ligne, 'Niveau : V.').restes;
		expect(tete('xq zt')).toEqual([[1, 'xq zt']]);
		expect(lue('xq zt', 'Niveau : V.').prose).toEqual([['paragraphe', 'Niveau : V.']]);
		expect(tete('Copie du vu')).toHaveLength(1);
		expect(tete('un deux trois quatre cinq')).toHaveLength(1);
		for (const ligne of [
			'un deux trois quatre cinq six',
			'Fin.',
			'Arrêté du 9 mars',
			'Article 1',
			'Vu le code',
			'NOR SOCF',
			'Art. 2 bis',
			'La ministre',
		])
			expect(tete(ligne), ligne).toEqual([]);
		expect(lue('Niveau : V.', 'xq zt').restes).toEqual([]);
		expect(lue('Composé des unités suivantes :', '1. Choisir', '2. Régler', 'Niveau : V.').restes).toEqual([]);
		expect(lue('Composé de deux unités', '1. Choisir', 'Niveau : V.').restes).toHaveLength(2);
	});

	it('la section des activités finit à l’étiquette d’une autre, non à un niveau', () => {
		const section = (...fin: string[]) =>
			lue('Niveau : V.', 'Capacités attestées', '1. Régler', 'Tailler.', ...fin, '2. Vernir', 'Poncer.').blocs;
		expect(section('Secteurs d’activité :')).toEqual(['Régler']);
		expect(section('Code ROME : 44132')).toEqual(['Régler']);
		expect(section('Niveau : V.')).toEqual(['Régler', 'Vernir']);
		expect(section('Article 2')).toEqual(['Régler', 'Vernir']);
	});

	it('sans son titre, elle commence à la première activité après le résumé, et le doute est dit', () => {
		const motif = 'aucun titre « Capacités attestées… » : la liste des activités commence ici';
		for (const marque of ['1. Régler', '1.Régler', '1 – Régler', 'CCP 1 – Régler', '1° Régler']) {
			const { blocs, doutes } = lue('Niveau : V.', '1. Avant', 'Résumé du métier :', 'Il règle.', marque, 'Tailler.');
			expect([blocs, doutes], marque).toEqual([['Régler'], [motif]]);
		}
		for (const autre of ['1 luthier', '1. luthier', '2. Régler', '11. Régler', '• 1. Régler'])
			expect(lue('Niveau : V.', 'Résumé du métier :', 'Il règle.', autre, 'Tailler.'), autre).toMatchObject({
				blocs: [],
				doutes: [],
			});
		expect(lue('Niveau : V.', '1. Régler', 'Tailler.').blocs).toEqual([]);
		expect(lue('Résumé du métier :', 'Il règle.', '1. Régler', 'Tailler.').blocs).toEqual(['Régler']);
	});

	it('ce qui sépare deux blocs est dit avec le rang du suivant', () => {
		const { remarques } = lireAnnexe(
			lireLignes([
				'Niveau : V.',
				'Capacités attestées',
				'1. Régler',
				'Tailler.',
				'Option violon',
				'2. Vernir',
				'Poncer.',
			]),
		);
		expect(remarques).toEqual(['« Option violon » : ce que le document imprime avant le bloc 2']);
	});
});

describe('une annexe saisie à la main, quelle que soit la marque de ses blocs et de leurs compétences', () => {
	const BLOCS: readonly [string, readonly string[]][] = [
		['Fabriquer un instrument', ['Débiter le bois', 'Assembler la caisse', 'Vernir l’instrument']],
		['Régler un instrument', ['Poser les cordes', 'Ajuster le chevalet']],
	];
	/** The same two blocs, with titles and competences marked in one of the ways of typists. */
	const saisie = (titre: (n: number, t: string) => string, item: (n: number, i: number, t: string) => string) =>
		BLOCS.flatMap(([t, items], n) => [titre(n + 1, t), ...items.map((c, i) => item(n + 1, i + 1, c))]).join('\n\n');
	const lus = (texte: string) =>
		lireDocument(annexe(texte)).blocs.map((b) => [
			b.intitule,
			b.competences.map((c) => c.libelle.replace(/\s?[.;]$/u, '')),
		]);
	const R = ['', 'I', 'II'];
	const L = ['', 'A', 'B'];

	it.each([
		[
			'« CCP 1 : », sans tiret',
			saisie(
				(n, t) => `CCP ${n} : ${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'« CCP n° 1 » sans rien',
			saisie(
				(n, t) => `CCP n° ${n} ${t}`,
				(_, __, c) => `- ${c}`,
			),
		],
		[
			'« C.C.P. 1 – »',
			saisie(
				(n, t) => `C.C.P. ${n} – ${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'« CCP A : »',
			saisie(
				(n, t) => `CCP ${L[n]} : ${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'« CCP1 » collé au titre',
			saisie(
				(n, t) => `CCP${n}${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'« Premier CCP : »',
			saisie(
				(n, t) => `${n === 1 ? 'Premier' : 'Deuxième'} CCP : ${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'« U1 : »',
			saisie(
				(n, t) => `U${n} : ${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'romain, « I. – »',
			saisie(
				(n, t) => `${R[n]}. – ${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'romain, les compétences en chiffres',
			saisie(
				(n, t) => `${R[n]} - ${t}`,
				(_, i, c) => `${i}. ${c}`,
			),
		],
		[
			'« A – », les compétences à puces',
			saisie(
				(n, t) => `${L[n]} – ${t}`,
				(_, __, c) => `- ${c}`,
			),
		],
		[
			'« 1/ », les compétences « 1-1 »',
			saisie(
				(n, t) => `${n}/ ${t}`,
				(n, i, c) => `${n}-${i} ${c}`,
			),
		],
		[
			'« 1) », les compétences « 1.1) »',
			saisie(
				(n, t) => `${n}) ${t}`,
				(n, i, c) => `${n}.${i}) ${c}`,
			),
		],
		[
			'« 1. », les compétences « 1) »',
			saisie(
				(n, t) => `${n}. ${t}`,
				(_, i, c) => `${i}) ${c}`,
			),
		],
		[
			'« 1. », les compétences « 1. » aussi',
			saisie(
				(n, t) => `${n}. ${t}`,
				(_, i, c) => `${i}. ${c}`,
			),
		],
		[
			'« 1. » sur une ligne, le titre sur la suivante',
			saisie(
				(n, t) => `${n}.\n\n${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'« N° 1 – »',
			saisie(
				(n, t) => `N° ${n} – ${t}`,
				(_, __, c) => `${c}.`,
			),
		],
		[
			'« AT1 – », les compétences « AT1-CP1 : »',
			saisie(
				(n, t) => `AT${n} – ${t}`,
				(n, i, c) => `AT${n}-CP${i} : ${c}`,
			),
		],
		[
			'les compétences « CP 1. »',
			saisie(
				(n, t) => `Activité type ${n} : ${t}`,
				(_, i, c) => `CP ${i}. ${c}`,
			),
		],
		[
			'les compétences « Compétence n° 1 – »',
			saisie(
				(n, t) => `CCP ${n} – ${t}`,
				(_, i, c) => `Compétence n° ${i} – ${c}.`,
			),
		],
		[
			'le titre entre guillemets',
			saisie(
				(n, t) => `CCP n° ${n} : « ${t} »`,
				(_, __, c) => `${c}.`,
			),
		],
	])('%s', (_, texte) => {
		expect(lus(texte)).toEqual(BLOCS);
		expect(lireDocument(annexe(texte)).doutes).toEqual([]);
	});

	it('« 1. » puis « 2 - » puis « 3) » sont trois blocs mal saisis, non des compétences', () => {
		const texte = '1. Débiter\n\nScier le bois.\n\n2 - Assembler\n\nColler la caisse.\n\n3) Vernir\n\nPolir le fond.\n';
		expect(lus(texte).map(([t]) => t)).toEqual(['Débiter', 'Assembler', 'Vernir']);
	});

	it('le code du RNCP qui suit l’intitulé, ou le précède, est le code du bloc', () => {
		const blocs = (texte: string) => lireDocument(annexe(texte)).blocs.map((b) => [b.code, b.intitule]);
		const attendu = [
			['RNCP12345BC01', 'Fabriquer un instrument'],
			['RNCP12345BC02', 'Régler un instrument'],
		];
		expect(
			blocs(
				saisie(
					(n, t) => `Bloc ${n} – ${t} (RNCP12345BC0${n})`,
					(_, __, c) => `- ${c}`,
				),
			),
		).toEqual(attendu);
		expect(
			blocs(
				saisie(
					(n, t) => `RNCP12345BC0${n} - ${t}`,
					(_, __, c) => `${c}.`,
				),
			),
		).toEqual(attendu);
	});

	it('un tableau que seuls des blancs, ou des tabulations, dessinent se lit par rangées', () => {
		const tableau = (joindre: (a: string, b: string) => string) =>
			[
				joindre('CCP', 'Compétences'),
				joindre('Fabriquer un', 'Débiter le bois'),
				joindre('instrument', 'Assembler la caisse'),
				joindre('', 'Vernir'),
				joindre('', 'l’instrument'),
				joindre('Régler un instrument', 'Poser les cordes'),
				joindre('', 'Ajuster le chevalet'),
			].join('\n');
		expect(lus(tableau((a, b) => a.padEnd(30) + b))).toEqual(BLOCS);
		expect(lus(tableau((a, b) => `${a}\t${b}`))).toEqual(BLOCS);
	});

	it('un bloc ou des compétences imprimés sur une seule ligne sont coupés à leur ponctuation, et le doute est dit', () => {
		const ligne = '1. Régler un instrument : poser les cordes ; ajuster le chevalet.';
		expect(lus(`1. Fabriquer un instrument. Débiter le bois. Vernir le fond.\n\n${ligne.replace('1', '2')}`)).toEqual([
			['Fabriquer un instrument', ['Débiter le bois', 'Vernir le fond']],
			['Régler un instrument', ['poser les cordes', 'ajuster le chevalet']],
		]);
		const suivies = '1. Régler un instrument\n\nPoser les cordes. Ajuster le chevalet.';
		expect(lus(suivies)).toEqual([['Régler un instrument', ['Poser les cordes', 'Ajuster le chevalet']]]);
		expect(lireDocument(annexe(suivies)).doutes.map((d) => d.motif)).toEqual([
			'plusieurs infinitifs sur une seule ligne, lus comme autant de compétences',
		]);
	});

	it.each([
		['01 – ', (n: number) => `${String(n).padStart(2, '0')} – `],
		['1 – ', (n: number) => `${n} – `],
		['1) ', (n: number) => `${n}) `],
	])('des compétences numérotées d’un bloc à l’autre (« %s… » jusqu’à douze) ne sont pas des blocs', (_, marque) => {
		let rang = 0;
		const bloc = (n: number, nom: string, items: readonly string[]) =>
			[`${n}. ${nom}`, ...items.map((i) => `${marque(++rang)}${i}`)].join('\n\n');
		const [fabriquer, regler] = [
			['Débiter', 'Coller', 'Poncer', 'Sculpter', 'Vernir', 'Polir', 'Signer'].map((v) => `${v} la caisse`),
			['Poser', 'Tendre', 'Accorder', 'Changer', 'Ranger'].map((v) => `${v} les cordes`),
		];
		expect(
			lus(`${bloc(1, 'Fabriquer un instrument', fabriquer)}\n\n${bloc(2, 'Régler un instrument', regler)}`),
		).toEqual([
			['Fabriquer un instrument', fabriquer],
			['Régler un instrument', regler],
		]);
	});

	it.each(['(1) Fabriquer', 'Domaine 1 : Fabriquer', 'Le CCP 1, « Fabriquer », comprend :'])(
		'« %s » : une marque inconnue est refusée avec sa ligne, jamais lue comme une compétence',
		(marque) => {
			const texte = annexe(`${marque}\n\nDébiter le bois.\n\n${marque.replace('1', '2')}\n\nVernir le fond.\n`);
			expect(() => lireDocument(texte)).toThrow(/^ligne \d+ : « .* a l’air d’un intitulé de bloc/u);
		},
	);

	it('les bandeaux du Journal officiel entre deux compétences n’en sont pas', () => {
		const bandeau = 'JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE\n\n12 mai 2009 - Texte 14 sur 120\n\n– 3 –';
		const impression =
			'12/04/2021 10:32 Arrêté du 9 mars – Légifrance\n\nhttps://exemple.fr/loda/id/1 1/3\n\n12/04/2021 - 2/3';
		for (const lignes of [bandeau, impression])
			expect(lus(`1. Régler un instrument\n\nPoser les cordes.\n\n${lignes}\n\nAjuster le chevalet.\n`)).toEqual([
				BLOCS[1],
			]);
	});
});
