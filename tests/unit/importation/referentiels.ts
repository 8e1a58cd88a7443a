import type PDFDocument from 'pdfkit';
import { pagesDePdf } from '../../../scripts/importer/pdf.ts';
import { documentDe } from '../../../src/importation/reac/document.ts';
import { lireReferentiel } from '../../../src/importation/reac/referentiel.ts';
import { pdf } from './pdfs.ts';

type Doc = InstanceType<typeof PDFDocument>;

/** A cell to draw: its place and size in points from the top left corner of the page, and its lines. */
export type Case = {
	x: number;
	y: number;
	l: number;
	h: number;
	lignes?: readonly string[];
	gras?: boolean;
	/** Space between its left rule and its text, in points: less than 1.5 in word processors. */
	marge?: number;
};

/** Layout of a generation of the ministry's documents: footers and tables. */
export type Generation = {
	pied: readonly (readonly [string, string])[];
	/** Rules of tables: strokes, or thin filled rectangles as word processors export them. */
	filets: 'traits' | 'rectangles';
	/** Header of every page. */
	tete?: string;
};

const ligne = (doc: Doc, texte: string, x: number, y: number, gras = false, corps = 10) =>
	doc
		.font(gras ? 'Helvetica-Bold' : 'Helvetica')
		.fontSize(corps)
		.text(texte, x, y, { lineBreak: false });

const tracer = (doc: Doc, { x, y, l, h }: Case, filets: Generation['filets']) => {
	if (filets === 'traits') doc.lineWidth(0.5).rect(x, y, l, h).stroke();
	else
		for (const [a, b, c, d] of [
			[x, y, l, 0.5],
			[x, y + h, l, 0.5],
			[x, y, 0.5, h],
			[x + l, y, 0.5, h],
		] as const)
			doc.rect(a, b, c, d).fill();
};

/** Draws a part of a page. */
export type Page = (doc: Doc, generation: Generation) => void;

/** Draws cells, with the rules of the generation. */
export const table =
	(cases: readonly Case[]): Page =>
	(doc, { filets }) => {
		for (const c of cases) {
			tracer(doc, c, filets);
			for (const [i, texte] of (c.lignes ?? []).entries())
				ligne(doc, texte, c.x + (c.marge ?? 4), c.y + 3 + 11 * i, c.gras);
		}
	};

/** Draws lines one under the other: « # » makes a bold heading, « ## » a larger one, an empty text a blank line. */
export const textes =
	(lignes: readonly string[], y = 60, x = 60): Page =>
	(doc) => {
		let ici = y;
		for (const brute of lignes) {
			const rang = /^#*/u.exec(brute)?.[0].length ?? 0;
			const corps = rang === 2 ? 14 : rang === 1 ? 11 : 10;
			if (brute !== '') ligne(doc, brute.replace(/^#+ /u, ''), x, ici, rang > 0, corps);
			ici += corps + 3;
		}
	};

/** A PDF of these pages, each with its footer and number, except the cover of the older generation. */
export const referentiel = (
	pages: readonly (readonly Page[])[],
	generation: Generation,
	paysage = false,
): Promise<Uint8Array> =>
	pdf(
		(doc) => {
			pages.forEach((contenus, i) => {
				doc.addPage();
				if (generation.tete) ligne(doc, generation.tete, 60, 28, false, 8);
				for (const contenu of contenus) contenu(doc, generation);
				if (i === 0 && generation.filets === 'traits') return;
				const [l, y] = [72, doc.page.height - 50];
				const x = (doc.page.width - l * generation.pied.length) / 2;
				generation.pied.forEach(([nom, valeur], k) => {
					const centrer = (texte: string, dy: number) => {
						doc.font('Helvetica').fontSize(7);
						ligne(doc, texte, x + l * k + (l - doc.widthOfString(texte)) / 2, y + dy, false, 7);
					};
					// A name too long for its cell takes two lines, and the others are centred vertically.
					nom.split('\n').forEach((part, n, { length }) => {
						centrer(part, length === 1 ? 2 : 7 * n - 2);
					});
					centrer(nom === 'Page' ? `${i + 1}/${pages.length}` : valeur, 13);
					tracer(doc, { x: x + l * k, y, l, h: 11 }, generation.filets);
					tracer(doc, { x: x + l * k, y: y + 11, l, h: 11 }, generation.filets);
				});
			});
		},
		{ layout: paysage ? 'landscape' : 'portrait' },
	);

/** Reads PDFs as the command does, together. */
export const lire = async (...documents: readonly Uint8Array[]) =>
	lireReferentiel(await Promise.all(documents.map(async (octets) => documentDe(await pagesDePdf(octets, () => {})))));

const RECENTE = (type: string, jours: readonly (readonly [string, string])[]): Generation => ({
	filets: 'rectangles',
	pied: [
		['SIGLE', 'VPA'],
		['Type de document', type],
		['Code titre', 'TP-09901'],
		['Millésime', '02'],
		...jours,
		['Page', ''],
	],
});
const ANCIENNE = (type: string, jours: readonly (readonly [string, string])[]): Generation => ({
	filets: 'traits',
	pied: [
		['Libellé réduit', 'FLT'],
		['Code titre', 'TP-09902'],
		['Type de document', type],
		['Version', '01'],
		...jours,
		['Page', ''],
	],
});

export const REAC_RECENT = RECENTE('REAC', [
	['Date de Validation', '04/03/2021'],
	['Date de mise à jour', '05/03/2021'],
]);
export const RE_RECENT = RECENTE('RE', [
	['Date dernier JO', '11/02/2021'],
	['Date de mise à jour', '05/03/2021'],
]);
export const REAC_ANCIEN = ANCIENNE('REAC', [
	['Date de Validation', '02/09/2012'],
	['Date de mise à jour', '02/09/2012'],
]);
export const RC_ANCIEN = ANCIENNE('RC', [
	['Date de mise à jour', '02/09/2012'],
	['Date dernier JO', '21/07/2012'],
]);

/** Labels of an invented title, on lighthouses. */
export const PHARE = {
	intitule: 'Veilleur de phare automatisé',
	blocs: [
		{
			nom: 'Tenir la veille optique et sonore',
			competences: ['Régler la lanterne', 'Entretenir la corne de brume en mode semi-automatique'],
		},
		{ nom: 'Accueillir les visiteurs du phare', competences: ['Conduire une visite', 'Tenir le registre'] },
	],
	extension: { nom: 'Ravitailler un phare en mer', competences: ['Manœuvrer une embarcation'] },
	/** Two CCS, whose labels differ by one word; one label is also that of a competence of a CCP. */
	certificats: [
		{
			nom: 'Former à la conduite d’une vedette en mer et au port',
			competences: [
				'Animer une séance de conduite de vedette au port',
				'Animer une séance de conduite de vedette en mer',
			],
		},
		{ nom: 'Former à la tenue d’un sémaphore', competences: ['Lire les pavillons', 'Tenir le registre'] },
	],
	transversales: ['Rendre compte', 'Travailler seul en sécurité'],
} as const;

type Labels = { liste?: Record<string, string>; fiche?: Record<string, string>; synoptique?: Record<string, string> };

const selon = (labels: Record<string, string> | undefined, label: string): string => labels?.[label] ?? label;

/** Breaks a label into lines, as a page does. */
const couper = (texte: string): string[] =>
	texte.length <= 40
		? [texte]
		: [texte.slice(0, texte.lastIndexOf(' ', 40)), texte.slice(texte.lastIndexOf(' ', 40) + 1)];

/** What follows the two CCP: an activity « d’extension », or CCS in a part of their own. */
export type Suite = 'extension' | 'certificats';
const blocsAvec = (suite: Suite) => [
	...PHARE.blocs,
	...(suite === 'extension' ? [PHARE.extension] : PHARE.certificats),
];

/** The REAC of this title. @param labels labels that one place of the document prints differently */
export const reacDuPhare = (
	labels: Labels = {},
	generation: Generation = REAC_RECENT,
	suite: Suite = 'extension',
): Promise<Uint8Array> => {
	const blocs = blocsAvec(suite);
	const premier = PHARE.blocs.length;
	let numero = 0;
	// « FICHE ACTIVITÉ TYPE DU CCS N° 1 »: with CCS, each part numbers its sheets from one.
	const de = (i: number) =>
		suite === 'extension' ? (i === 2 ? 'D’EXTENSION ' : '') : i < premier ? 'DE L’EMPLOI TYPE ' : 'DU CCS ';
	const rangDe = (i: number) => (suite === 'certificats' && i >= premier ? i - premier + 1 : i + 1);
	const listeDe = (b: (typeof blocs)[number], i: number) => [
		`${i + 1}${i < premier ? '.' : ' -'} ${b.nom}`,
		...b.competences.map((c) => selon(labels.liste, c)),
	];
	const synoptique = blocs.flatMap((b, i): Case[] => {
		const avant = blocs.slice(0, i).flatMap((a) => a.competences).length;
		const [y, h] = [110 + 30 * avant, 30 * b.competences.length];
		return [
			{ x: 60, y, l: 30, h, lignes: [String(i + 1)] },
			{ x: 90, y, l: 200, h, lignes: couper(b.nom) },
			...b.competences.flatMap((c, k): Case[] => [
				{ x: 290, y: y + 30 * k, l: 30, h: 30, lignes: [String(++numero)] },
				{ x: 320, y: y + 30 * k, l: 220, h: 30, lignes: couper(selon(labels.synoptique, c)) },
			]),
		];
	});
	const tetes: Case[] = ['N° Fiche AT', 'Activités types', 'N° Fiche CP', 'Compétences professionnelles'].map(
		(t, i) => ({
			x: [60, 90, 290, 320][i] ?? 0,
			y: 85,
			l: [30, 200, 30, 220][i] ?? 0,
			h: 25,
			lignes: i % 2 === 0 ? t.split(' ').slice(0, 2) : [t],
		}),
	);
	return referentiel(
		[
			[
				textes([
					'## REFERENTIEL EMPLOI ACTIVITES COMPETENCES',
					'## DU TITRE PROFESSIONNEL',
					'',
					`## ${PHARE.intitule}`,
					'',
					'## Niveau 4',
					'',
					'Site : http://exemple.fr',
				]),
			],
			[
				textes([
					'# SOMMAIRE',
					'Présentation de l’évolution du titre professionnel .............3',
					'Glossaire technique .............9',
				]),
			],
			[
				textes([
					'# Introduction',
					'# Présentation de l’évolution du titre professionnel',
					'La version de 2021 réunit la veille optique et la veille sonore, et ouvre une spécialisation.',
					'# Liste des activités',
					'# Ancien TP : Gardien de phare',
					'Activités :',
					'- Tenir la veille optique',
					'- Tenir la veille sonore',
					`# Nouveau TP : ${PHARE.intitule}`,
					'Activités :',
					...blocs.map((b) => `- ${b.nom}`),
				]),
			],
			[textes(['# Vue synoptique de l’emploi-type']), table([...tetes, ...synoptique])],
			[
				textes([
					'# FICHE EMPLOI TYPE',
					`## ${PHARE.intitule}`,
					'# Définition de l’emploi type et des conditions d’exercice',
					'Le veilleur surveille la mer et la lumière, de jour comme de nuit, par tous les temps.',
					'# Secteurs d’activité et types d’emplois accessibles par le détenteur du titre',
					'Phares et balises.',
					'# Réglementation d’activités (le cas échéant)',
					'Néant',
					'# Liste des activités types et des compétences professionnelles',
					...(suite === 'extension' ? blocs : PHARE.blocs).flatMap(listeDe),
					'# Compétences transversales de l’emploi',
					...PHARE.transversales,
					...(suite === 'certificats'
						? [
								'# Liste des activités types d’extension de spécialisation de l’emploi (le cas échéant)',
								...PHARE.certificats.flatMap((b, i) => listeDe(b, premier + i)),
							]
						: []),
					'# Niveau et/ou domaine d’activité',
					'Niveau 4 (Cadre national des certifications 2019)',
					'Code(s) NSF :',
					'311 p - Transport, manutention',
					'# Fiche(s) Rome de rattachement',
					'N3102 Équipage de la navigation maritime',
				]),
			],
			...blocs.flatMap((b, i) => [
				...(suite === 'certificats' && i >= premier
					? [
							[
								textes([
									'## CERTIFICAT COMPLÉMENTAIRE DE',
									`## SPÉCIALISATION N°${rangDe(i)} DU TITRE`,
									'',
									`## ${PHARE.intitule}`,
									'',
									...couper(b.nom).map((l) => `## ${l}`),
								]),
							],
						]
					: []),
				[
					textes([
						`# FICHE ACTIVITÉ TYPE ${de(i)}N° ${rangDe(i)}`,
						...couper(b.nom).map((l) => `## ${l}`),
						'# Définition, description de l’activité type et conditions d’exercice',
						'L’activité s’exerce dans la tour et au pied de la tour.',
						'# Liste des compétences professionnelles de l’activité type',
						...b.competences.map((c) => selon(labels.liste, c)),
						'# Compétences transversales de l’activité type (le cas échéant)',
					]),
				],
			]),
			...blocs.flatMap((b, i) =>
				b.competences.map((c, k) => [
					textes([
						`# FICHE COMPÉTENCE PROFESSIONNELLE ${suite === 'extension' ? '' : de(i)}`.trim(),
						`# N° ${k + 1}`,
						...couper(selon(labels.fiche, c)).map((l) => `## ${l}`),
						'# Description de la compétence – processus de mise en œuvre',
						'À partir des consignes, agir avec méthode.',
						'# Contexte(s) professionnel(s) de mise en œuvre',
						'Seul, dans la tour.',
						'# Critères de performance',
						'Les consignes sont respectées',
						'Le geste est sûr',
						'# Savoir-faire techniques, savoir-faire organisationnels, savoir-faire relationnels, savoirs',
						'Connaissance des signaux',
					]),
				]),
			),
			[
				textes([
					'# FICHE DES COMPÉTENCES TRANSVERSALES DE L’EMPLOI TYPE',
					...PHARE.transversales.flatMap((t) => [
						`## ${t}`,
						'# Description de la compétence – processus de mise en œuvre',
						'Agir en toute situation.',
						'# Critères de performance',
						'Le message est clair',
					]),
				]),
			],
			[textes(['# Glossaire du REAC', '# Critère de performance', 'Il sert à porter une appréciation.'])],
			[textes(['# Reproduction interdite', 'Réalisé pour le compte de l’État'])],
		],
		generation,
	);
};

const EN_TETES = ['Modalités', 'Compétences évaluées', 'Durée', 'Détail de l’organisation de l’épreuve'];
const COLONNES = [60, 200, 450, 520, 780] as const;

/** Rows of a table of modalities: name, competences, duration, detail; a row of one string spans all columns. */
export const rangees = (lignes: readonly (readonly string[])[], y: number): Case[] =>
	[EN_TETES, ...lignes].flatMap((cellules, i): Case[] => {
		const place = { y: y + 40 * i, h: 40 };
		if (cellules.length === 1) return [{ x: 60, l: 720, ...place, lignes: [cellules[0] ?? ''], gras: true }];
		return cellules.flatMap((texte, k) =>
			texte === '∅'
				? []
				: [
						{
							x: COLONNES[k] ?? 0,
							l: (COLONNES[k + 1] ?? 0) - (COLONNES[k] ?? 0),
							...place,
							lignes: texte.split('\n'),
						},
					],
		);
	});

type Options = {
	total?: string;
	criteres?: Record<string, string>;
	correspondances?: readonly Case[];
	suite?: Suite;
};

/** « Correspondances du TP » of this title: one cell beside two, and one « Aucune correspondance ». */
export const CORRESPONDANCES: readonly Case[] = [
	{ x: 100, y: 120, l: 300, h: 30, lignes: ['Gardien de phare', 'Arrêté du 06/04/2014'] },
	{ x: 440, y: 120, l: 300, h: 30, lignes: [PHARE.intitule, 'Arrêté du 02/02/2021'] },
	{ x: 60, y: 150, l: 40, h: 20, lignes: ['CCP'] },
	{ x: 100, y: 150, l: 300, h: 20, lignes: ['Tenir la veille optique'] },
	{ x: 60, y: 170, l: 40, h: 20, lignes: ['CCP'] },
	{ x: 100, y: 170, l: 300, h: 20, lignes: ['Tenir la veille sonore'] },
	{ x: 400, y: 150, l: 40, h: 40, lignes: ['CCP'] },
	{ x: 440, y: 150, l: 300, h: 40, lignes: ['Tenir la veille optique et sonore'] },
	{ x: 60, y: 190, l: 40, h: 20, lignes: ['CCP'] },
	{ x: 100, y: 190, l: 300, h: 20, lignes: ['Aucune correspondance'] },
	{ x: 400, y: 190, l: 40, h: 20, lignes: ['CCP'] },
	{ x: 440, y: 190, l: 300, h: 20, lignes: ['Accueillir les visiteurs du phare'] },
];

/** The RE of this title. */
export const reDuPhare = (options: Options = {}): Promise<Uint8Array> => {
	const { total = '03 h 15 min', criteres, correspondances = CORRESPONDANCES, suite = 'extension' } = options;
	const blocs = blocsAvec(suite);
	const certifie = (i: number) => suite === 'certificats' && i >= PHARE.blocs.length;
	/** A table of criteria. Rows across it name the blocs, except in the part of a CCS, which has only one. */
	const criteresDe = (liste: typeof blocs, nommes: boolean, haut: number): Page => {
		const rangs = liste.flatMap((b) => [
			...(nommes ? [[b.nom]] : []),
			...b.competences.map((c) => [c, 'La durée est tenue']),
		]);
		return table([
			{ x: 60, y: haut, l: 240, h: 20, lignes: ['Compétences professionnelles'], gras: true },
			{ x: 300, y: haut, l: 300, h: 20, lignes: ['Critères d’évaluation et modalités'], gras: true },
			...rangs.flatMap(([nom = '', critere], i): Case[] => {
				const place = { y: haut + 20 * (i + 1), h: 20 };
				if (critere === undefined) return [{ x: 60, l: 540, ...place, lignes: [nom], gras: true }];
				return [
					{ x: 60, l: 240, ...place, lignes: [selon(criteres, nom)] },
					{ x: 300, l: 300, ...place, lignes: [critere] },
				];
			}),
		]);
	};
	const epreuveDe = (b: (typeof blocs)[number], i: number): Page[] => [
		textes([
			`## ${i < PHARE.blocs.length ? 'CCP' : 'CCS'}`,
			...(certifie(i)
				? [
						`Le titre professionnel ${PHARE.intitule} peut être complété par le certificat complémentaire`,
						'de spécialisation (CCS) suivant :',
					]
				: []),
			`## ${b.nom}`,
			'# Les compétences des candidats sont évaluées par un jury au vu :',
			'du dossier professionnel.',
		]),
		table(
			rangees(
				[
					['Mise en situation professionnelle', b.competences.join('\n'), '01 h 30 min', 'Le candidat veille.'],
					['∅', 'Durée totale de l’épreuve pour le candidat :', '01 h 30 min', '∅'],
				],
				180,
			),
		),
		textes(['Durée totale de présence du jury pendant l’épreuve du candidat : 00 h 30 min'], 320),
		...(certifie(i) ? [criteresDe([b], false, 380)] : []),
	];
	return referentiel(
		[
			[
				textes([
					'## REFERENTIEL D’EVALUATION',
					'## DU TITRE PROFESSIONNEL',
					'',
					`## ${PHARE.intitule}`,
					'',
					'## Niveau 4',
				]),
			],
			[
				textes([
					'## 1. Références de la spécialité',
					`# Intitulé du titre professionnel : ${PHARE.intitule}`,
					'# Sigle du titre professionnel : VPA',
					'# Niveau : 4 (Cadre national des certifications 2019)',
					'# Code(s) NSF : 311p - Transport, manutention',
					'# Code(s) ROME : N3102',
					'# Formacode : 31815',
					'# Date de l’arrêté : 02/02/2021',
					'# Date de parution au JO de l’arrêté : 11/02/2021',
					'# Date d’effet de l’arrêté : 01/06/2021',
					'# 3.1. Modalités d’évaluation des compétences et organisation de l’épreuve',
				]),
			],
			[
				table(
					rangees(
						[
							[
								'Mise en situation professionnelle',
								`${PHARE.blocs[0].competences[0]}\n${PHARE.blocs[1].competences[0]}`,
								'02 h 00 min\ndont préparation :\n00 h 20 min',
								'Le candidat règle la lanterne.',
							],
							['Autres modalités d’évaluation le cas échéant :'],
							[
								'Entretien technique',
								PHARE.blocs[0].competences.join('\n'),
								'00 h 30 min',
								'Le jury questionne le candidat.',
							],
							['Questionnaire professionnel', 'Sans objet', '∅', 'Sans objet'],
							['Questionnement à partir de production(s)', 'Sans objet', '00 h 00 min', 'Sans objet'],
						],
						60,
					),
				),
			],
			[
				table(
					rangees(
						[
							['∅', '∅', '∅', 'Suite du détail, d’une page à l’autre.'],
							['Entretien final', '∅', '00 h 45 min', 'Y compris le temps d’échange.'],
							['∅', 'Durée totale de l’épreuve pour le candidat :', total, '∅'],
						],
						60,
					),
				),
				textes(['# 4.1. Durée totale de présence du jury pendant l’épreuve du candidat : 01 h 15 min'], 300),
			],
			[
				textes(['# 3.2. Critères d’évaluation des compétences professionnelles']),
				criteresDe(suite === 'extension' ? blocs : [...PHARE.blocs], true, 90),
			],
			...blocs.map(epreuveDe),
			[textes(['## ANNEXE 2', '## CORRESPONDANCES DU TP']), table(correspondances)],
			[textes(['# Reproduction interdite'])],
		],
		RE_RECENT,
		true,
	);
};
