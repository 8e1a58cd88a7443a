import { describe, expect, test } from 'vitest';
import { corpsDuReferentiel } from '../../../src/importation/reac/corps.ts';
import { apparierTable } from '../../../src/importation/reac/correspondances.ts';
import { datesDe, epreuvesDe, faitsDuReferentiel, idDuReferentiel } from '../../../src/importation/reac/faits.ts';
import { jsonDuReferentiel } from '../../../src/importation/reac/resume.ts';
import { versionDetenue } from '../../../src/schemas/version.ts';
import {
	type Case,
	CORRESPONDANCES,
	lire,
	type Page,
	PHARE,
	RC_ANCIEN,
	RE_RECENT,
	REAC_ANCIEN,
	REAC_RECENT,
	rangees,
	reacDuPhare,
	reDuPhare,
	referentiel,
	table,
	textes,
} from './referentiels.ts';

const BLOCS = [
	...PHARE.blocs.map((b) => ({ type: 'ccp', intitule: b.nom, competences: [...b.competences] })),
	{ type: 'ccs', intitule: PHARE.extension.nom, competences: [...PHARE.extension.competences] },
];

const blocsDe = ({ blocs }: Awaited<ReturnType<typeof lire>>) =>
	blocs.map(({ type, intitule, competences }) => ({ type, intitule, competences: competences.map((c) => c.libelle) }));
const motifs = ({ doutes }: Awaited<ReturnType<typeof lire>>) =>
	doutes.map((d) => `${d.document} ${d.page} ${d.motif}`);

describe('un REAC seul', () => {
	test('donne ses blocs, leurs compétences dans l’ordre, et la spécialisation à part', async () => {
		const lu = await lire(await reacDuPhare());
		expect(blocsDe(lu)).toEqual(BLOCS);
		expect(lu.transversales.map((t) => t.libelle)).toEqual([...PHARE.transversales]);
		expect(lu.reac?.evolution).toMatchObject({
			page: 3,
			anciennes: ['Tenir la veille optique', 'Tenir la veille sonore'],
			nouvelles: BLOCS.map((b) => b.intitule),
		});
		expect(motifs(lu)).toEqual([]);
		expect(lu.restes).toEqual([]);
		expect(lu.reac?.perdus).toBe(0);
	});

	test('dit ses codes et ses jours par son pied de page, et ne se donne pas de premier jour', async () => {
		const lu = await lire(await reacDuPhare());
		expect(lu.reac?.pied).toMatchObject({ sigle: 'VPA', code: 'TP-09901', millesime: '02' });
		expect(datesDe(lu)).toMatchObject({ validation: '2021-03-04', miseAJour: '2021-03-05', effet: null, arrete: null });
		const faits = faitsDuReferentiel(lu, {
			id: 'vpa-2021',
			ajouteeLe: '2026-01-01',
			reproduction: 'extraits',
			documents: {},
		});
		expect(faits).not.toHaveProperty('debut');
		expect(faits.epreuves).toBeUndefined();
	});

	test('un libellé que la fiche, la liste ou la vue synoptique impriment autrement est un doute, avec sa page', async () => {
		const liste = await lire(await reacDuPhare({ liste: { 'Tenir le registre': 'Tenir le registre des visites' } }));
		expect(liste.doutes.map((d) => d.texte)).toContain('Tenir le registre des visites');
		expect(motifs(liste).join()).toMatch(/REAC 7 libellé différent de celui de la fiche/u);
		const vue = await lire(await reacDuPhare({ synoptique: { 'Conduire une visite': 'Conduire une visite guidée' } }));
		expect(motifs(vue)).toEqual([expect.stringMatching(/^REAC 4 la vue synoptique n’a pas ce libellé/u)]);
	});
});

describe('un RE seul', () => {
	test('donne l’épreuve du titre et de chaque bloc, par rangées, d’une page à l’autre', async () => {
		const lu = await lire(await reDuPhare());
		const [titre, premier, , extension] = epreuvesDe(lu);
		expect(titre).toMatchObject({ pour: 'titre', total: 195, jury: { minutes: 75, page: 4 }, page: 3 });
		expect(titre?.modalites.map((m) => [m.nom, m.genre, m.minutes, m.page])).toEqual([
			['Mise en situation professionnelle', 'mise-en-situation', 120, 3],
			['Entretien technique', 'entretien-technique', 30, 3],
			['Entretien final', 'entretien-final', 45, 4],
		]);
		expect(titre?.modalites[0]?.parties).toEqual([{ nom: 'dont préparation', minutes: 20 }]);
		expect(titre?.modalites[1]?.competences).toBe(2);
		expect(premier).toMatchObject({ pour: 'ccp-1', total: 90, jury: { minutes: 30 }, modalites: [{ minutes: 90 }] });
		expect(extension?.pour).toBe('ccs-1');
		expect(motifs(lu)).toEqual([]);
		expect(lu.re?.perdus).toBe(0);
	});

	test('donne ses blocs par le tableau des critères', async () => {
		expect(blocsDe(await lire(await reDuPhare()))).toEqual(BLOCS);
	});

	test('des durées qui ne font pas le total imprimé sont un doute, et les deux sont gardées', async () => {
		const lu = await lire(await reDuPhare({ total: '03 h 45 min' }));
		expect(motifs(lu)).toEqual([
			'RE 3 les durées imprimées font 3\u00a0h\u00a015, le total imprimé est 3\u00a0h\u00a045',
		]);
		expect(epreuvesDe(lu)[0]?.total).toBe(225);
	});
});

describe('un REAC et son RE', () => {
	test('sont une version, dont l’identifiant est le sigle imprimé et l’année de l’arrêté', async () => {
		const lu = await lire(await reDuPhare(), await reacDuPhare());
		expect(blocsDe(lu)).toEqual(BLOCS);
		expect(idDuReferentiel(lu)).toBe('vpa-2021');
		expect(datesDe(lu)).toEqual({
			arrete: '2021-02-02',
			journalOfficiel: '2021-02-11',
			effet: '2021-06-01',
			validation: '2021-03-04',
			miseAJour: '2021-03-05',
		});
		expect(motifs(lu)).toEqual([]);
	});

	test('un libellé qui diffère de l’un à l’autre est un doute', async () => {
		const re = await reDuPhare({ criteres: { 'Tenir le registre': 'Tenir un registre' } });
		const lu = await lire(await reacDuPhare(), re);
		expect(lu.doutes).toEqual([
			{
				document: 'RE',
				page: 5,
				motif: 'libellé différent de celui du REAC (« Tenir le registre »)',
				texte: 'Tenir un registre',
			},
		]);
	});

	test('deux versions ne se mêlent pas', async () => {
		const autre = await reacDuPhare({}, { ...REAC_ANCIEN });
		await expect(lire(autre, await reDuPhare())).rejects.toThrow(/pas de la même version : code du titre/u);
		await expect(lire(autre, autre)).rejects.toThrow(/deux REAC/u);
	});

	test('sous extraits, aucun texte long n’entre au catalogue, et il est compté avec sa page', async () => {
		const lu = await lire(await reacDuPhare(), await reDuPhare());
		const ecriture = { id: 'vpa-2021', ajouteeLe: '2026-01-01', documents: {} };
		const faits = faitsDuReferentiel(lu, { ...ecriture, reproduction: 'extraits' });
		expect(versionDetenue.safeParse(faits).error).toBeUndefined();
		const longs = /consignes|par tous les temps|réunit la veille|Connaissance des signaux|règle la lanterne/u;
		expect(JSON.stringify(faits)).not.toMatch(longs);
		expect(corpsDuReferentiel(lu, 'extraits')).toBe('');
		const json = jsonDuReferentiel(lu, 'vpa-2021', 'extraits');
		expect(JSON.stringify(json)).not.toMatch(longs);
		expect(json.textes).toContainEqual({ document: 'REAC', nom: 'présentation de l’évolution', page: 3, mots: 16 });
		expect(faits.fiches?.[0]?.rubriques.map((r) => [r.genre, r.nombre, r.page])).toEqual([
			['description', 1, 9],
			['contextes', 1, 9],
			['criteres', 2, 9],
			['savoirs', 1, 9],
		]);
		const entiere = faitsDuReferentiel(lu, { ...ecriture, reproduction: 'integrale' });
		expect(entiere.fiches?.[0]?.rubriques[2]?.texte).toEqual(['Les consignes sont respectées', 'Le geste est sûr']);
		expect(corpsDuReferentiel(lu, 'integrale')).toMatch(/par tous les temps/u);
	});

	test('sous intégrale, chaque texte est sous son titre, et celui d’un bloc dit de quel bloc il est', async () => {
		const corps = corpsDuReferentiel(await lire(await reacDuPhare(), await reDuPhare()), 'integrale');
		const [veille, visite] = BLOCS.map((b) => b.intitule);
		const titres = corps.match(/^## .*$/gmu);
		const imprime = 'Définition, description de l’activité type et conditions d’exercice';
		expect(titres).toEqual(expect.arrayContaining([`## ${imprime} : ${veille}`, `## ${imprime} : ${visite}`]));
		const jury = (bloc: string | undefined) =>
			`## Les compétences des candidats sont évaluées par un jury au vu : ${bloc}\n\ndu dossier professionnel.\n`;
		expect(corps).toContain(jury(veille));
		expect(corps).toContain(jury(visite));
		expect(titres).not.toContain('## Glossaire du REAC');
	});
});

describe('un titre que complètent deux CCS', () => {
	const certificats = PHARE.certificats.map((b) => ({
		type: 'ccs',
		intitule: b.nom,
		competences: [...b.competences],
	}));
	const attendus = [...BLOCS.slice(0, 2), ...certificats];

	test('les a de son REAC, où chaque partie numérote ses fiches, même un libellé qu’un CCP a aussi', async () => {
		const lu = await lire(await reacDuPhare({}, undefined, 'certificats'));
		expect(blocsDe(lu)).toEqual(attendus);
		expect(lu.blocs.flatMap((b) => b.competences.map((c) => c.page))).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
		expect(motifs(lu)).toEqual([]);
	});

	test('les a de son RE, dont chaque CCS a ses critères et son épreuve à lui', async () => {
		const lu = await lire(await reDuPhare({ suite: 'certificats' }));
		expect(blocsDe(lu)).toEqual(attendus);
		expect(epreuvesDe(lu).map((e) => [e.pour, e.total])).toEqual([
			['titre', 195],
			['ccp-1', 90],
			['ccp-2', 90],
			['ccs-1', 90],
			['ccs-2', 90],
		]);
		expect(motifs(lu)).toEqual([]);
	});

	test('une compétence que le tableau des critères d’un CCS n’a pas est un doute, même quand une autre en est proche', async () => {
		const [port, mer] = PHARE.certificats[0].competences;
		const lu = await lire(
			await reDuPhare({ suite: 'certificats', criteres: { [mer]: port } }),
			await reacDuPhare({}, undefined, 'certificats'),
		);
		expect(lu.doutes.map((d) => [d.motif, d.texte])).toEqual([
			['compétence du REAC que le tableau des critères n’a pas', mer],
		]);
	});

	test('les correspondances des CCS, que d’autres tableaux donnent, vont avec celles des CCP', async () => {
		const [avant, apres] = [
			['Gardien de phare', 'Arrêté du 06/04/2014'],
			[PHARE.intitule, 'Arrêté du 02/02/2021'],
		];
		const ccs: Case[] = [
			{ x: 100, y: 260, l: 300, h: 30, lignes: avant },
			{ x: 440, y: 260, l: 300, h: 30, lignes: apres },
			{ x: 60, y: 290, l: 40, h: 20, lignes: ['CCS'] },
			{ x: 100, y: 290, l: 300, h: 20, lignes: ['Conduire une vedette'] },
			{ x: 400, y: 290, l: 40, h: 20, lignes: ['CCS'] },
			{ x: 440, y: 290, l: 300, h: 20, lignes: ['Aucune correspondance'] },
		];
		const lu = await lire(await reDuPhare({ suite: 'certificats', correspondances: [...CORRESPONDANCES, ...ccs] }));
		expect(lu.re?.correspondances.map((t) => t.liens)).toEqual([
			[
				{ de: ['Tenir la veille optique', 'Tenir la veille sonore'], vers: ['Tenir la veille optique et sonore'] },
				{ de: ['Conduire une vedette'], vers: [] },
			],
		]);
	});
});

describe('un référentiel tel qu’un traitement de texte le met en pages', () => {
	const tetes = (y: number): Case[] => [
		{ x: 60, y, l: 240, h: 20, lignes: ['Compétences professionnelles'], gras: true },
		{ x: 300, y, l: 300, h: 20, lignes: ['Critères d’évaluation'], gras: true },
	];
	const rang = (y: number, libelle: string, critere: string): Case[] => [
		{ x: 60, y, l: 240, h: 20, ...(libelle && { lignes: [libelle] }) },
		{ x: 300, y, l: 300, h: 20, ...(critere && { lignes: [critere] }) },
	];
	/** A RE whose table of criteria continues on the next page. */
	const re = (premiere: readonly Case[], seconde: readonly Case[]) =>
		referentiel(
			[
				[textes(['## REFERENTIEL D’EVALUATION', '## DU TITRE PROFESSIONNEL', `## ${PHARE.intitule}`])],
				[table(rangees([['Mise en situation', PHARE.blocs[0].competences.join('\n'), '02 h 00 min', 'Veille.']], 60))],
				[textes(['# Critères d’évaluation des compétences professionnelles']), table(premiere)],
				[table(seconde)],
			],
			RE_RECENT,
			true,
		);
	const [lanterne, corne] = PHARE.blocs[0].competences;
	const attendus = [{ type: 'ccp', intitule: PHARE.blocs[0].nom, competences: [lanterne, corne] }];
	const debut = [...tetes(90), { x: 60, y: 110, l: 540, h: 20, lignes: [PHARE.blocs[0].nom], gras: true }];

	test.each([
		['sans répéter les têtes', 60, [] as Case[]],
		['en les répétant', 80, tetes(60)],
	])('un tableau qui continue à la page suivante %s garde toutes ses compétences', async (_, y, repetees) => {
		const lu = await lire(
			await re(
				[...debut, ...rang(130, lanterne, 'Le geste est sûr')],
				[...repetees, ...rang(y, corne, 'Le son porte')],
			),
		);
		expect(blocsDe(lu)).toEqual(attendus);
		expect(lu.blocs[0]?.competences.map((c) => c.page)).toEqual([3, 4]);
		expect(lu.re?.perdus).toBe(0);
	});

	test('un libellé que la fin de la page coupe est entier, avec les critères d’à côté ou seul', async () => {
		const coupe = corne.indexOf(' de brume') + 3;
		for (const critere of ['Le son porte', '']) {
			const lu = await lire(
				await re(
					[
						...debut,
						...rang(130, lanterne, 'Le geste est sûr'),
						...rang(150, corne.slice(0, coupe), 'La corne est sèche'),
					],
					[...tetes(60), ...rang(80, corne.slice(coupe + 1), critere)],
				),
			);
			expect(blocsDe(lu)).toEqual(attendus);
		}
	});

	test('une colonne nomme les blocs, et des numéros les compétences', async () => {
		const lu = await lire(
			await re(
				[
					{ x: 60, y: 90, l: 140, h: 20, lignes: ['CCP'], gras: true },
					{ x: 200, y: 90, l: 240, h: 20, lignes: ['Compétences professionnelles'], gras: true },
					{ x: 440, y: 90, l: 160, h: 20, lignes: ['Critères d’évaluation'], gras: true },
					{ x: 60, y: 110, l: 140, h: 40, lignes: ['CCP 1 – Tenir la veille', 'optique et sonore'] },
					{ x: 200, y: 110, l: 240, h: 20, lignes: [`CP1 – ${lanterne}`] },
					{ x: 440, y: 110, l: 160, h: 20, lignes: ['Le geste est sûr'] },
					{ x: 200, y: 130, l: 240, h: 20, lignes: [`CP2 – ${corne.slice(0, 40)}`] },
					{ x: 440, y: 130, l: 160, h: 20, lignes: ['Le son porte'] },
				],
				[],
			),
		);
		expect(blocsDe(lu)).toEqual([{ ...attendus[0], competences: [lanterne, corne.slice(0, 40)] }]);
	});

	test('un libellé du tableau des critères qu’aucune modalité n’a est un doute', async () => {
		const lu = await lire(
			await re([...debut, ...rang(130, lanterne, 'Sûr')], rang(60, 'Entretenir la corne', 'Le son porte')),
		);
		expect(motifs(lu)).toContain('RE 4 libellé du tableau des critères que n’a aucun tableau des modalités');
	});

	/** A RE whose table of modalities continues on the next page. */
	const modalites = (premiere: readonly (readonly string[])[], seconde: readonly (readonly string[])[]) =>
		referentiel(
			[
				[textes(['## REFERENTIEL D’EVALUATION', '## DU TITRE PROFESSIONNEL', `## ${PHARE.intitule}`])],
				[table(rangees(premiere, 60))],
				[table(rangees(seconde, 60).filter((c) => c.y > 60))],
				[table([...debut, ...rang(130, lanterne, 'Sûr')])],
			],
			RE_RECENT,
			true,
		);
	const situation = ['Mise en situation', lanterne, '02 h 00 min', 'Veille.'];

	test('deux modalités que sépare la fin de la page restent deux, même si chacune a une case vide', async () => {
		const lu = await lire(
			await modalites(
				[situation, ['Questionnaire professionnel', 'Sans objet', '∅', 'Sans objet']],
				[
					['Entretien final', '∅', '00 h 15 min', 'Avec le jury.'],
					['∅', 'Durée totale de l’épreuve pour le candidat :', '02 h 15 min', '∅'],
				],
			),
		);
		expect(epreuvesDe(lu)[0]?.modalites.map((m) => [m.nom, m.minutes])).toEqual([
			['Mise en situation', 120],
			['Entretien final', 15],
		]);
		expect(motifs(lu)).toEqual([]);
	});

	test.each([
		['sous les mêmes colonnes', ['Entretien final', '∅', '∅', 'Avec le jury.'], [200, 450, 520], undefined],
		['sur d’autres colonnes', ['Entretien final', '∅', '00 h 15 min', 'Avec le jury.'], [200, 450, 780], 15],
		['sur toute la largeur', ['Entretien final', '∅', '00 h 15 min', 'Avec le jury.'], [60, 450, 780], 15],
	])(
		'un total seul en haut de la page suivante, %s, n’est pas la durée de la dernière modalité',
		async (_, derniere, [x = 0, y = 0, z = 0], minutes) => {
			const lu = await lire(
				await referentiel(
					[
						[textes(['## REFERENTIEL D’EVALUATION', '## DU TITRE PROFESSIONNEL', `## ${PHARE.intitule}`])],
						[table(rangees([situation, derniere], 60))],
						[
							table([
								...rangees([], 60),
								{ x, y: 100, l: y - x, h: 40, lignes: ['Durée totale de l’épreuve pour le candidat :'] },
								{ x: y, y: 100, l: z - y, h: 40, lignes: ['02 h 15 min'] },
							]),
						],
						[table([...debut, ...rang(130, lanterne, 'Sûr')])],
					],
					RE_RECENT,
					true,
				),
			);
			const [epreuve] = epreuvesDe(lu);
			expect(epreuve?.modalites.map((m) => [m.nom, m.minutes])).toEqual([
				['Mise en situation', 120],
				['Entretien final', minutes],
			]);
			expect(epreuve?.total).toBe(135);
		},
	);

	/** A RE with one exam, whose table of modalities has these heads and rows. */
	const epreuve = (
		tetes: readonly string[],
		lignes: readonly (readonly string[])[],
		bords: readonly number[],
		autres: Page[][] = [],
	) =>
		referentiel(
			[
				[textes(['## REFERENTIEL D’EVALUATION', '## DU TITRE PROFESSIONNEL', `## ${PHARE.intitule}`])],
				[
					table(
						[tetes, ...lignes].flatMap((cases, i) =>
							cases.flatMap((texte, k): Case[] =>
								texte === '∅'
									? []
									: [
											{
												x: bords[k] ?? 0,
												y: 60 + 40 * i,
												l: (bords[k + 1] ?? 0) - (bords[k] ?? 0),
												h: 40,
												lignes: texte.split('\n'),
											},
										],
							),
						),
					),
				],
				[table([...debut, ...rang(130, lanterne, 'Sûr')])],
				...autres,
			],
			RE_RECENT,
			true,
		);
	const TETES = ['Modalités', 'Compétences évaluées', 'Durée', 'Détail'];
	const BORDS = [60, 200, 450, 560, 780];

	test('les colonnes des modalités se lisent dans tout ordre, leurs têtes en plus de mots', async () => {
		const lu = await lire(
			await epreuve(
				['Durée de l’épreuve', 'Modalités d’évaluation', 'Détail', 'Compétences évaluées'],
				[
					['01 h 30 min', 'Mise en situation', 'Veille.', lanterne],
					['01 h 30 min', 'Durée totale de l’épreuve', '∅', '∅'],
				],
				[60, 200, 380, 520, 780],
			),
		);
		expect(epreuvesDe(lu)).toMatchObject([
			{ total: 90, modalites: [{ nom: 'Mise en situation', minutes: 90, competences: 1 }] },
		]);
		expect(motifs(lu)).toEqual([]);
	});

	test('une durée qui n’est pas sûre est un doute, et rien n’en est écrit ; celles des parties font celle du tout', async () => {
		const lu = await lire(
			await epreuve(
				TETES,
				[
					['Mise en situation', lanterne, '30 à 45 min', 'Veille.'],
					['Entretien', '∅', 'Préparation : 20 min\nEntretien : 40 min', 'Jury.'],
					['∅', 'Durée totale de l’épreuve pour le candidat :', '2 x 50 min', '∅'],
				],
				BORDS,
			),
		);
		const [lue] = epreuvesDe(lu);
		expect(lue?.total).toBeUndefined();
		expect(lue?.modalites.map((m) => [m.nom, m.minutes, m.parties])).toEqual([
			['Mise en situation', undefined, []],
			[
				'Entretien',
				60,
				[
					{ nom: 'Préparation', minutes: 20 },
					{ nom: 'Entretien', minutes: 40 },
				],
			],
		]);
		expect(motifs(lu)).toEqual([
			'RE 2 durée de la modalité « Mise en situation » non lue',
			'RE 2 durée totale non lue',
			'RE 2 aucune durée totale imprimée',
		]);
	});

	test('un second tableau des modalités sous une même épreuve est d’une autre : il est laissé de côté, et c’est un doute', async () => {
		const total = ['∅', 'Durée totale de l’épreuve pour le candidat :', '02 h 00 min', '∅'];
		const lu = await lire(
			await epreuve(TETES, [situation, total], BORDS, [
				[textes(['## CCP n° 1 et 2']), table(rangees([['Entretien', lanterne, '01 h 00 min', 'Jury.'], total], 90))],
			]),
		);
		expect(epreuvesDe(lu)).toMatchObject([{ pour: 'titre', total: 120, modalites: [{ minutes: 120 }] }]);
		expect(motifs(lu)).toEqual(['RE 4 second tableau des modalités sous une même épreuve, laissé de côté']);
	});

	test.each([
		['CCP n° 1 :', PHARE.blocs[0].nom],
		[`Bloc de compétences 1 – ${PHARE.blocs[0].nom}`],
		[`CERTIFICAT DE COMPÉTENCES PROFESSIONNELLES : ${PHARE.blocs[0].nom}`],
	])('« %s » est le titre de l’épreuve d’un bloc', async (...titre) => {
		const total = ['∅', 'Durée totale de l’épreuve pour le candidat :', '02 h 00 min', '∅'];
		const lu = await lire(
			await epreuve(TETES, [situation, total], BORDS, [
				[textes(titre.map((t) => `## ${t}`)), table(rangees([situation, total], 120))],
			]),
		);
		expect(epreuvesDe(lu).map((e) => [e.pour, e.total])).toEqual([
			['titre', 120],
			['ccp-1', 120],
		]);
		expect(motifs(lu)).toEqual([]);
	});

	test('le titre de l’épreuve d’un bloc est plus grand que le texte, quelle que soit sa taille', async () => {
		const total = ['∅', 'Durée totale de l’épreuve pour le candidat :', '02 h 00 min', '∅'];
		const titre: Page = (doc) =>
			doc.font('Helvetica-Bold').fontSize(12.2).text(`CCP – ${PHARE.blocs[0].nom}`, 60, 60, { lineBreak: false });
		const lu = await lire(
			await epreuve(TETES, [situation, total], BORDS, [
				[titre, table(rangees([situation, total], 120))],
				[textes(['Le jury', 'se réunit', 'avant', 'puis', 'après', 'et', 'signe', 'son avis.'])],
			]),
		);
		expect(epreuvesDe(lu).map((e) => e.pour)).toEqual(['titre', 'ccp-1']);
	});

	test('une seconde durée du jury sous une même épreuve est d’une autre : la première est gardée, et c’est un doute', async () => {
		const total = ['∅', 'Durée totale de l’épreuve pour le candidat :', '02 h 00 min', '∅'];
		const jury = (duree: string) => `Durée totale de présence du jury pendant l’épreuve du candidat : ${duree}`;
		const lu = await lire(
			await epreuve(TETES, [situation, total], BORDS, [[textes([jury('01 h 00 min'), '', jury('00 h 20 min')])]]),
		);
		expect(epreuvesDe(lu)[0]?.jury?.minutes).toBe(60);
		expect(motifs(lu)).toEqual(['RE 4 seconde durée de présence du jury sous une même épreuve, laissée de côté']);
	});

	test('un jour qui n’est pas écrit en chiffres ou en lettres du calendrier est un doute, jamais un silence', async () => {
		const jours = ['2 février 2021', '31/02/2021', 'le premier jour du mois suivant'];
		const noms = ['Date de l’arrêté', 'Date de parution au JO de l’arrêté', 'Date d’effet de l’arrêté'];
		const total = ['∅', 'Durée totale de l’épreuve pour le candidat :', '02 h 00 min', '∅'];
		const lu = await lire(
			await epreuve(TETES, [situation, total], BORDS, [[textes(noms.map((n, i) => `# ${n} : ${jours[i]}`))]]),
		);
		expect(datesDe(lu)).toMatchObject({ arrete: '2021-02-02', effet: null });
		expect(motifs(lu)).toEqual([
			'RE 4 Date de parution au JO de l’arrêté : date non lue',
			'RE 4 Date d’effet de l’arrêté : date non lue',
		]);
	});

	test('une modalité que la fin de la page coupe en a le nom d’un côté, la durée de l’autre', async () => {
		const lu = await lire(
			await modalites(
				[situation, ['∅', lanterne, '00 h 15 min', 'Avec']],
				[
					['Entretien technique', '∅', '∅', 'le jury.'],
					['∅', 'Durée totale de l’épreuve pour le candidat :', '02 h 15 min', '∅'],
				],
			),
		);
		expect(epreuvesDe(lu)[0]?.modalites.map((m) => [m.nom, m.minutes, m.competences])).toEqual([
			['Mise en situation', 120, 1],
			['Entretien technique', 15, 1],
		]);
	});

	test('un pied dont un nom prend deux lignes est lu, et un en-tête répété n’est pas du texte', async () => {
		const pied = REAC_RECENT.pied.map(([nom, v]) => [nom.replace('mise à', 'mise\nà'), v] as const);
		const lu = await lire(await reacDuPhare({}, { ...REAC_RECENT, pied, tete: 'Ministère chargé de l’emploi' }));
		expect(lu.reac?.pied).toMatchObject({ sigle: 'VPA', code: 'TP-09901', miseAJour: '05/03/2021' });
		expect(lu.reac?.evolution?.nouvelles).toEqual(BLOCS.map((b) => b.intitule));
		expect(blocsDe(lu)).toEqual(BLOCS);
		expect([motifs(lu), lu.restes, lu.reac?.perdus]).toEqual([[], [], 0]);
	});

	test('un pied qui dit « Titre-code » et « Date JO » est lu', async () => {
		const noms: Record<string, string> = { 'Code titre': 'Titre-code', 'Date de mise à jour': 'Date JO' };
		const pied = REAC_RECENT.pied.map(([nom, v]) => [noms[nom] ?? nom, v] as const);
		const lu = await lire(await reacDuPhare({}, { ...REAC_RECENT, pied }));
		expect(lu.reac?.pied).toMatchObject({ code: 'TP-09901', journal: '05/03/2021' });
	});

	test('une case qui en couvre deux est lue même quand son texte touche le filet', async () => {
		const proches = CORRESPONDANCES.map((c) => ({ ...c, marge: 1 }));
		const couverte = (c: Case): Case[] =>
			c.y === 150 && c.x === 440 ? [{ ...c, lignes: ['', 'Tenir la veille optique et sonore'] }] : [c];
		const lu = await lire(await reDuPhare({ correspondances: proches.flatMap(couverte) }));
		expect(lu.re?.correspondances[0]?.liens).toEqual([
			{ de: ['Tenir la veille optique', 'Tenir la veille sonore'], vers: ['Tenir la veille optique et sonore'] },
		]);
	});

	test('un mot coupé en fin de ligne est entier quand le document l’a ailleurs, sinon il est un doute', async () => {
		const [, chef] = ['', 'Diriger la maintenance d’un phare'];
		const bloc = (label: string) => [...debut, ...rang(130, lanterne, 'Sûr'), ...rang(150, label, 'Sûr')];
		const lire2 = async (lignes: string[], ailleurs: string) =>
			lire(
				await re(
					bloc('').map((c) =>
						c.y === 150 && c.x === 60 ? { ...c, h: 30, lignes } : c.y === 150 ? { ...c, h: 30 } : c,
					),
					rang(60, '', ailleurs),
				),
			);
		const entier = await lire2(['Diriger la mainte-', 'nance d’un phare'], 'La maintenance est tenue');
		expect(blocsDe(entier)[0]?.competences[1]).toBe(chef);
		const doute = await lire2(['Diriger la mainte-', 'nance d’un phare'], 'Le carnet est tenu');
		expect(doute.doutes.map((d) => d.texte)).toContain('mainte-nance');
	});
});

describe('« Correspondances du TP »', () => {
	const ANCIENS = [
		{ type: 'ccp' as const, intitule: 'TENIR LA VEILLE OPTIQUE' },
		{ type: 'ccp' as const, intitule: 'Tenir la veille sonore' },
	];

	test('une case en face de deux les joint, « Aucune correspondance » ne joint rien', async () => {
		const lu = await lire(await reDuPhare());
		const [correspondances] = lu.re?.correspondances ?? [];
		expect(correspondances).toMatchObject({
			de: { intitule: 'Gardien de phare', arrete: '2014-04-06' },
			vers: { arrete: '2021-02-02' },
			sansAncetre: ['Accueillir les visiteurs du phare'],
		});
		expect(correspondances && apparierTable(correspondances, ANCIENS, lu.blocs)).toEqual({
			liens: [{ de: ['ccp-1', 'ccp-2'], vers: ['ccp-1'] }],
			doutes: [],
		});
	});

	test('la colonne du titre le plus récent est la nouvelle, où qu’elle soit ; sans jour pour le dire, c’est un doute', async () => {
		const retournees = CORRESPONDANCES.map((c) => ({ ...c, x: c.x < 400 ? c.x + 340 : c.x - 340 }));
		const [endroit, envers] = await Promise.all(
			[CORRESPONDANCES, retournees].map(async (correspondances) => lire(await reDuPhare({ correspondances }))),
		);
		expect(envers?.re?.correspondances).toEqual(endroit?.re?.correspondances);
		const memeJour = CORRESPONDANCES.map((c) => ({
			...c,
			...(c.lignes && { lignes: c.lignes.map((l) => l.replace(/\d\d\/\d\d\/\d{4}/u, '02/02/2021')) }),
		}));
		expect(motifs(await lire(await reDuPhare({ correspondances: memeJour })))).toContainEqual(
			expect.stringContaining('rien ne dit quel titre est l’ancien'),
		);
	});

	test('un certificat ancien sans suite est écrit « aucune », une case vide est demandée', async () => {
		const sansSuite = CORRESPONDANCES.map((c) =>
			c.y === 190 && c.l === 300 ? { ...c, lignes: [c.x === 100 ? 'Repeindre la tour' : 'Néant'] } : c,
		);
		const lu = await lire(await reDuPhare({ correspondances: sansSuite }));
		expect(lu.re?.correspondances[0]?.liens).toContainEqual({ de: ['Repeindre la tour'], vers: [] });
		const vide = CORRESPONDANCES.map((c) => (c.y === 190 && c.x === 440 ? { ...c, lignes: [] } : c)).map((c) =>
			c.y === 190 && c.x === 100 ? { ...c, lignes: ['Repeindre la tour'] } : c,
		);
		const doute = await lire(await reDuPhare({ correspondances: vide }));
		expect(doute.doutes.map((d) => [d.page, d.texte])).toEqual([[9, 'Repeindre la tour']]);
		expect(doute.re?.correspondances[0]?.liens.flatMap((l) => l.de)).not.toContain('Repeindre la tour');
	});

	/** The last row, with these cells. */
	const derniere = (ancien: readonly string[], nouveau: readonly string[]) =>
		CORRESPONDANCES.map((c) =>
			c.y === 190 && c.l === 300
				? { ...c, h: 60, lignes: c.x === 100 ? ancien : nouveau }
				: c.y === 190
					? { ...c, h: 60 }
					: c,
		);

	test('« Pas de correspondance » dit qu’il n’y en a pas', async () => {
		const lu = await lire(
			await reDuPhare({ correspondances: derniere(['Repeindre la tour'], ['Pas de correspondance']) }),
		);
		expect(lu.re?.correspondances[0]?.liens).toContainEqual({ de: ['Repeindre la tour'], vers: [] });
		expect(motifs(lu)).toEqual([]);
	});

	test('une case peut nommer deux certificats, chacun par « CCP » ou par un tiret', async () => {
		for (const marques of [
			['CCP 1 ', 'CCP 2 '],
			['- ', '- '],
		]) {
			const nouveaux = ['Accueillir les visiteurs', 'du phare', 'Tenir la boutique'];
			const lignes = [`${marques[0]}${nouveaux[0]}`, `${nouveaux[1]}`, `${marques[1]}${nouveaux[2]}`];
			const lu = await lire(await reDuPhare({ correspondances: derniere(['Repeindre la tour'], lignes) }));
			expect(lu.re?.correspondances[0]?.liens).toContainEqual({
				de: ['Repeindre la tour'],
				vers: ['Accueillir les visiteurs du phare', 'Tenir la boutique'],
			});
		}
	});

	test('une case d’un seul mot, un tableau sans ses deux titres sont des doutes', async () => {
		const mot = await lire(
			await reDuPhare({ correspondances: derniere(['Nouveau'], ['Accueillir les visiteurs du phare']) }),
		);
		expect(motifs(mot)).toEqual(['RE 9 case d’un seul mot : titre d’un certificat, ou absence ?']);
		const suite = [60, 400].map((x) => ({ x, y: 350, l: 340, h: 20, lignes: ['Tenir la boutique'] }));
		const autre = await lire(await reDuPhare({ correspondances: [...CORRESPONDANCES, ...suite] }));
		expect(motifs(autre)).toEqual(['RE 9 tableau de correspondances sans l’arrêté de ses deux titres, laissé de côté']);
	});

	test('un libellé qui n’est pas celui du bloc est un doute, et son lien n’est pas écrit', async () => {
		const lu = await lire(await reDuPhare());
		const [correspondances] = lu.re?.correspondances ?? [];
		const autres = [ANCIENS[0] as (typeof ANCIENS)[0], { type: 'ccp' as const, intitule: 'Tenir la veille des sons' }];
		const apparie = correspondances && apparierTable(correspondances, autres, lu.blocs);
		expect(apparie?.liens).toEqual([]);
		expect(apparie?.doutes.map((d) => [d.page, d.texte])).toEqual([[9, 'Tenir la veille sonore']]);
	});
});

describe('un REAC écrit autrement', () => {
	/** The pages of a REAC of one activity. @param signe what is between the name of a fiche and its number */
	const petit = (signe: string, libelle: readonly string[], couverture: readonly string[]) =>
		avecTitres(
			[`# FICHE ACTIVITÉ TYPE${signe}1`, '## Tenir la veille'],
			[`# FICHE COMPÉTENCE PROFESSIONNELLE${signe}1`, ...libelle.map((l) => `## ${l}`)],
			couverture,
		);
	/** The same, with these headings of its two fiches. */
	const avecTitres = (activite: readonly string[], fiche: readonly string[], couverture: readonly string[]) =>
		referentiel(
			[
				[textes([...couverture, '## DU TITRE PROFESSIONNEL', '', '## Veilleur de phare', '', '## Niveau 4'])],
				[
					textes([
						...activite,
						'# Liste des compétences professionnelles de l’activité type',
						'Entretenir la corne de brume',
					]),
				],
				[textes([...fiche, '# Critères de performance', 'Le geste est sûr'])],
			],
			REAC_RECENT,
		);
	const attendu = [{ type: 'ccp', intitule: 'Tenir la veille', competences: ['Entretenir la corne de brume'] }];
	const COUVERTURE = ['## REFERENTIEL EMPLOI ACTIVITES COMPETENCES'];

	test.each([' D’EXTENSION OU DE SPÉCIALISATION N° I', ' N° II'])(
		'« FICHE ACTIVITÉ TYPE%s » est le titre d’une fiche',
		async (suite) => {
			const fiche = ['# FICHE COMPÉTENCE PROFESSIONNELLE N° 1', '## Entretenir la corne de brume'];
			const lu = await lire(
				await avecTitres([`# FICHE ACTIVITÉ TYPE${suite}`, '## Tenir la veille'], fiche, COUVERTURE),
			);
			expect(lu.blocs.map((b) => b.intitule)).toEqual(['Tenir la veille']);
		},
	);

	test('une fiche dont le titre est inconnu n’a pas la liste d’une autre en silence', async () => {
		const page = (n: string, nom: string, competence: string) => [
			`# FICHE ACTIVITÉ ${n}`,
			`## ${nom}`,
			'# Liste des compétences professionnelles de l’activité type',
			competence,
		];
		const pages = avecTitres(
			[...page('TYPE N° 1', 'Tenir la veille', 'Sonner'), ...page('ANNEXE N° 2', 'Tenir le registre', 'Noter')],
			['# FICHE COMPÉTENCE PROFESSIONNELLE N° 1', '## Sonner la corne'],
			COUVERTURE,
		);
		await expect(lire(await pages)).rejects.toThrow(
			/« FICHE ACTIVITÉ ANNEXE N° 2 » n’est pas un titre de fiche connu/u,
		);
	});

	test.each([' Nº ', ' no ', ' '])('« FICHE ACTIVITÉ TYPE%s1 » a son numéro', async (signe) => {
		expect(blocsDe(await lire(await petit(signe, ['Entretenir la corne de brume'], COUVERTURE)))).toEqual(attendu);
	});

	test.each([
		['leur CCP après leur numéro', ' N° 1 – CCP 1', ' N° 1 DU CCP 1', '## Tenir', '## Entretenir'],
		['leur titre sur leur ligne', ' n° 1 : Tenir', ' n° 1 – Entretenir', '#', '##'],
		['un numéro et un nom avant leur titre', ' N° 1', ' N° 1', '## CCP 1 – Tenir', '## CP 1 : Entretenir'],
	])('des fiches qui ont %s ont leur titre', async (_, activite, fiche, veille, corne) => {
		const titre = (ligne: string, fin: string) => (ligne.startsWith('## ') ? [`${ligne} ${fin}`] : []);
		const [a, f] = [`# FICHE ACTIVITÉ TYPE${activite}`, `# FICHE COMPÉTENCE PROFESSIONNELLE${fiche}`];
		const lu = await lire(
			await avecTitres(
				veille === '#' ? [`${a} la veille`] : [a, ...titre(veille, 'la veille')],
				corne === '##' ? [`${f} la corne de brume`] : [f, ...titre(corne, 'la corne de brume')],
				COUVERTURE,
			),
		);
		expect(blocsDe(lu)).toEqual(attendu);
		expect([motifs(lu), lu.restes]).toEqual([[], []]);
	});

	test('un titre de fiche inconnu est dit dans le refus, avec sa page', async () => {
		const pages = avecTitres(['# FICHE AT N° 1', '## Tenir la veille'], ['# FICHE CP N° 1'], COUVERTURE);
		await expect(lire(await pages)).rejects.toThrow(/page 2 : « FICHE AT N° 1 » n’est pas un titre de fiche connu/u);
	});

	test('une lettre perdue dans un libellé est un doute', async () => {
		const lu = await lire(await petit(' N° ', ['Entretenir la c?rne de brume'], COUVERTURE));
		expect(motifs(lu)).toContain('REAC 1 « ? » au milieu d’un mot : lettre perdue ?');
	});

	test('les numéros des listes ne sont pas des libellés', async () => {
		const liste = Object.fromEntries(
			[...PHARE.blocs, PHARE.extension].flatMap((b) => b.competences).map((c, i) => [c, `CP ${i + 1} : ${c}`]),
		);
		const lu = await lire(await reacDuPhare({ liste }));
		expect(blocsDe(lu)).toEqual(BLOCS);
		expect(motifs(lu)).toEqual([]);
	});

	test('« CCP 1 – » n’est pas dans le nom d’une ancienne ni d’une nouvelle activité', async () => {
		const lu = await lire(
			await referentiel(
				[
					[textes([...COUVERTURE, '## DU TITRE PROFESSIONNEL', '', '## Veilleur de phare', '', '## Niveau 4'])],
					[
						textes([
							'# Liste des activités',
							'# Ancien TP : Gardien de phare',
							'CCP 1 – Tenir la veille optique',
							'CCP 2 – Tenir la veille sonore',
							'# Nouveau TP : Veilleur de phare',
							'1. Tenir la veille',
						]),
					],
					[
						textes([
							'# FICHE ACTIVITÉ TYPE N° 1',
							'## Tenir la veille',
							'# Liste des compétences professionnelles de l’activité type',
							'Sonner la corne',
						]),
					],
					[textes(['# FICHE COMPÉTENCE PROFESSIONNELLE N° 1', '## Sonner la corne'])],
				],
				REAC_RECENT,
			),
		);
		expect(lu.reac?.evolution).toMatchObject({
			anciennes: ['Tenir la veille optique', 'Tenir la veille sonore'],
			nouvelles: ['Tenir la veille'],
		});
	});

	test('un mot coupé à la fin d’un libellé n’y laisse pas de blanc', async () => {
		const lu = await lire(await petit(' N° ', ['Entretenir la corne de bru-', 'me'], COUVERTURE));
		expect(blocsDe(lu)).toEqual(attendu);
	});

	test('une couverture qui dit « d’emploi, d’activités et de compétences » ne donne que l’intitulé', async () => {
		const couverture = ['## RÉFÉRENTIEL D’EMPLOI, D’ACTIVITÉS', '## ET DE COMPÉTENCES'];
		const lu = await lire(await petit(' N° ', ['Entretenir la corne de brume'], couverture));
		expect([lu.intitule, lu.restes]).toEqual(['Veilleur de phare', []]);
	});
});

describe('la génération de 2010 à 2016', () => {
	test('le tableau des activités se lit par colonnes, le pied par ses noms d’alors', async () => {
		const pages = [
			[
				textes([
					'## REFERENTIEL EMPLOI ACTIVITES COMPETENCES',
					'## DU TITRE PROFESSIONNEL',
					'## Fileteur(se) de liège',
					'## Niveau V',
				]),
			],
			[
				textes([
					'# Présentation de l’évolution du Titre Professionnel',
					'Deux activités au lieu d’une.',
					'# Tableau des activités',
				]),
				table([
					{ x: 60, y: 120, l: 220, h: 34, lignes: ['Ancien TP', 'FILETEUR'], gras: true },
					{ x: 280, y: 120, l: 220, h: 34, lignes: ['Nouveau TP', 'Fileteur(se) de liège'], gras: true },
					{ x: 60, y: 154, l: 220, h: 34, lignes: ['FILER LE LIÈGE À LA MAIN ET À', 'LA MACHINE'] },
					{ x: 280, y: 154, l: 220, h: 34, lignes: ['Filer le liège'] },
				]),
			],
			[
				textes([
					'# FICHE ACTIVITÉ TYPE',
					'# N° 1',
					'## Filer le liège',
					'# Définition, description de l’activité type et conditions d’exercice',
					'En atelier.',
					'# Liste des compétences professionnelles de l’activité type',
					'Trier le liège',
					'Régler le filoir',
				]),
			],
			...['Trier le liège', 'Régler le filoir'].map((c, i) => [
				textes([
					'# FICHE COMPÉTENCE PROFESSIONNELLE',
					`# N° ${i + 1}`,
					`## ${c}`,
					'# Description de la compétence – processus de mise en œuvre',
					'Avec soin.',
				]),
			]),
		];
		const lu = await lire(await referentiel(pages, REAC_ANCIEN));
		expect(lu.reac?.pied).toMatchObject({ sigle: 'FLT', code: 'TP-09902', millesime: '01' });
		expect(lu.reac?.evolution).toMatchObject({
			anciennes: ['FILER LE LIÈGE À LA MAIN ET À LA MACHINE'],
			nouvelles: ['Filer le liège'],
		});
		expect(blocsDe(lu)).toEqual([
			{ type: 'ccp', intitule: 'Filer le liège', competences: ['Trier le liège', 'Régler le filoir'] },
		]);
		expect(motifs(lu)).toEqual([]);
	});

	test('l’épreuve de synthèse d’un RC : durée en « mn », total et temps devant le jury dans une case', async () => {
		const x = [60, 200, 450, 520, 780];
		const rangee = (y: number, cellules: readonly (string | undefined)[]) =>
			cellules.flatMap((t, k) =>
				t === undefined ? [] : [{ x: x[k] ?? 0, y, l: (x[k + 1] ?? 0) - (x[k] ?? 0), h: 40, lignes: t.split('\n') }],
			);
		const pages = [
			[
				textes([
					'## REFERENTIEL DE CERTIFICATION',
					'## DU TITRE PROFESSIONNEL',
					'## Fileteur(se) de liège',
					'## Niveau V',
				]),
			],
			[
				textes(['# Date de l’arrêté : 10/07/2012', '# Date d’effet de l’arrêté : 01/01/2013']),
				table([
					...rangee(100, ['Modalités', 'Compétences évaluées', 'Durée', 'Détail de l’organisation de l’épreuve']),
					...rangee(140, ['Evaluations complémentaires', '', '', '']),
					...rangee(180, [
						'Epreuve de synthèse :\n- Mise en situation professionnelle',
						'Trier le liège\nRégler le filoir',
						'01 h 00 mn',
						'En atelier.',
					]),
					...rangee(220, ['', '', '', '']),
					...rangee(260, ['Entretien final', '', '00 h 20 mn', 'Avec le jury.']),
					{ x: 200, y: 300, l: 250, h: 40, lignes: ['Par candidat, durée de l’épreuve'] },
					{ x: 450, y: 300, l: 330, h: 40, lignes: ['01 h 20 mn, dont 00 h 20 mn devant le jury'] },
				]),
			],
			[
				table([
					{ x: 60, y: 60, l: 240, h: 20, lignes: ['Compétences professionnelles'] },
					{ x: 300, y: 60, l: 240, h: 20, lignes: ['Critères d’évaluation'] },
					{ x: 60, y: 80, l: 480, h: 20, lignes: ['Filer le liège'], gras: true },
					{ x: 60, y: 100, l: 240, h: 20, lignes: ['Trier le liège'] },
					{ x: 300, y: 100, l: 240, h: 20, lignes: ['Le tri est juste'] },
					{ x: 60, y: 120, l: 240, h: 20, lignes: ['Régler le filoir'] },
					{ x: 300, y: 120, l: 240, h: 20, lignes: ['Le fil est tendu'] },
				]),
			],
		];
		const lu = await lire(await referentiel(pages, RC_ANCIEN, true));
		expect(epreuvesDe(lu)).toMatchObject([
			{
				pour: 'titre',
				total: 80,
				jury: { minutes: 20 },
				modalites: [
					{ nom: 'Epreuve de synthèse : Mise en situation professionnelle', genre: 'mise-en-situation', minutes: 60 },
					{ nom: 'Entretien final', minutes: 20 },
				],
			},
		]);
		expect(idDuReferentiel(lu)).toBe('flt-2012');
		expect(motifs(lu)).toEqual([]);
	});
});
