import { describe, expect, it } from 'vitest';
import {
	auJour,
	coteACote,
	differe,
	type LigneTableau,
	type Partie,
	rangees,
} from '../../../src/domaine/cote-a-cote/tableau.ts';
import { enCsv } from '../../../src/domaine/exports/format.ts';
import { CINQ_ANS, dossier } from '../outils/dossiers.ts';

const sources = {
	fiche: { intitule: 'Fiche', nature: 'officielle' as const },
	pages: { intitule: 'Pages', nature: 'secondaire' as const },
};
const ancien = dossier(
	'a-2003',
	[
		['Un', 'Utiliser l’anglais', 'Former'],
		['Deux', 'Sauvegarder'],
	],
	{
		sources,
		niveau: { valeur: 'III', source: 'fiche' },
		nsf: [{ valeur: '326 u', source: 'fiche' }],
		rome: [
			{ valeur: 'M1801', libelle: 'Administration', source: 'fiche' },
			{ valeur: 'I1401', source: 'fiche' },
		],
		codes: [{ type: 'TP', valeur: 'TP-00001', source: 'fiche' }],
		debut: { valeur: '2003-12-18', source: 'fiche', note: 'publication' },
		regles: CINQ_ANS,
		etat: { cle: 'remplacee', depuis: '2008-01-01', aVerifier: false, suites: [], enVigueur: [] },
	},
);
const recent = dossier(
	'a-2008',
	[
		['UN', "Utiliser l'anglais."],
		['Autre', 'Superviser'],
		['CCS Plus', 'Scripter'],
	],
	{
		sources,
		niveau: { valeur: '5', source: 'fiche' },
		nsf: [{ valeur: '326 u', source: ['pages'] }],
		rome: [
			{ valeur: 'I1401', source: 'fiche' },
			{ valeur: 'M1801', source: 'fiche' },
		],
		codes: [{ type: 'TP', valeur: 'TP-00002', source: 'pages', note: 'relevé' }],
		fin: { valeur: '2013-02-01', source: 'fiche', note: 'fin de l’enregistrement' },
		etat: { cle: 'terminee', depuis: '2013-02-01', aVerifier: true, suites: [], enVigueur: [] },
	},
);
const connue = dossier('a-2013', [['Un']], { niveau: { valeur: '4', source: 'x' } });
const partie = (parties: Partie[], cle: Partie['cle']) => parties.find((p) => p.cle === cle);
const ligne = (parties: Partie[], nom: string) => parties.flatMap((p) => p.lignes).find((l) => l.nom === nom);
const plat = (texte: string | undefined) => texte?.replace(/[\u00a0\u202f]/g, ' ');

describe('côte à côte', () => {
	const parties = () => coteACote([ancien, recent]);
	it('deux noms d’une même chose sont pareils', () => {
		expect(ligne(parties(), 'Niveau')).toMatchObject({
			pareille: true,
			cellules: [[{ texte: 'III (niveau 5 du cadre de 2019)' }], [{ texte: '5' }]],
		});
		expect(ligne(parties(), 'Métiers (ROME)')?.pareille).toBe(true);
		expect(ligne(parties(), 'CCP 1')?.pareille).toBe(true);
	});
	it('a trois parties, et les lignes de l’identité dans un ordre qui ne change pas', () => {
		expect(parties().map(({ cle, nom }) => [cle, nom])).toEqual([
			['identite', 'Identité'],
			['regles', 'Règles'],
			['blocs', 'Blocs'],
		]);
		const autres = ['millesime', 'RNCP', 'NOR'].map((type) => ({ type, valeur: `${type} 1`, source: 'fiche' }));
		const codes = [...ancien.codes, ...autres] as typeof ancien.codes;
		const [identite] = coteACote([{ ...ancien, codes }, recent]);
		expect(identite?.lignes.map(({ cle, nom }) => [cle, nom])).toEqual([
			['intitule', 'Intitulé'],
			['etat', 'État'],
			['debut', 'Début'],
			['fin', 'Fin'],
			['niveau', 'Niveau'],
			['nsf', 'Spécialité (NSF)'],
			['rome', 'Métiers (ROME)'],
			['code-TP', 'Code du titre'],
			['code-millesime', 'Millésime'],
			['code-RNCP', 'Fiche RNCP'],
			['code-NOR', 'Arrêté (NOR)'],
			['contenu', 'Contenu'],
		]);
	});
	it('met chaque code dans sa ligne', () => {
		const types = ['TP', 'millesime', 'RNCP', 'NOR'] as const;
		const codes = types.map((type) => ({ type, valeur: `${type} 1`, source: 'fiche' }));
		const [identite] = coteACote([{ ...ancien, codes }, recent]);
		for (const type of types)
			expect(identite?.lignes.find(({ cle }) => cle === `code-${type}`)?.cellules[0]).toMatchObject([
				{ texte: `${type} 1` },
			]);
	});
	it('ne tient pas pour pareilles deux listes qui ont les mêmes lettres, ni une cellule vide et un mot sans lettre', () => {
		const specialites = (...valeurs: string[]) => ({
			...ancien,
			nsf: valeurs.map((valeur) => ({ valeur, source: 'fiche' })),
		});
		const nsf = (...colonnes: (typeof ancien)[]) => ligne(coteACote(colonnes), 'Spécialité (NSF)')?.pareille;
		expect(nsf(specialites('1', '23'), specialites('12', '3'))).toBe(false);
		expect(nsf(specialites('.'), specialites())).toBe(false);
	});
	it('dit d’une cellule ce que la source dit, et la page où elle mène', () => {
		const cellules = (nom: string) => ligne(parties(), nom)?.cellules[0];
		expect(cellules('Intitulé')).toEqual([{ texte: 'a-2003', id: 'a-2003', motPourMot: true }]);
		expect(cellules('Métiers (ROME)')).toEqual([
			{ texte: 'M1801 – Administration', motPourMot: true, precision: undefined, egal: 'M1801' },
			{ texte: 'I1401', motPourMot: false, precision: undefined, egal: 'I1401' },
		]);
		expect(cellules('Code du titre')).toEqual([{ texte: 'TP-00001', precision: undefined }]);
		expect(cellules('CCP 1')).toEqual([
			{ texte: 'Un', id: 'a-2003/ccp-1', motPourMot: true, precision: '2 compétences' },
		]);
		expect(cellules('Durée pendant laquelle un CCP compte')).toEqual([
			{
				texte: 'cinq ans à partir de la date d’obtention du premier CCP',
				phrase: 'cinq ans, à partir du premier CCP',
			},
		]);
		expect(ligne(coteACote([connue, ancien]), 'CCP 1')?.cellules[0]).toEqual([
			{ texte: 'Un', id: 'a-2013/ccp-1', motPourMot: true, precision: 'compétences inconnues' },
		]);
	});
	it('deux niveaux, deux codes ou deux métiers ne sont pas pareils', () => {
		expect(ligne(parties(), 'Code du titre')?.pareille).toBe(false);
		const [premier] = ancien.rome;
		const unSeul = { ...recent, rome: [premier as (typeof ancien.rome)[number]] };
		expect(ligne(coteACote([ancien, unSeul]), 'Métiers (ROME)')?.pareille).toBe(false);
		expect(ligne(coteACote([ancien, connue]), 'Niveau')?.pareille).toBe(false);
		const nouveauCadre = { ...connue, niveau: { valeur: '8' as const, source: 'x' } };
		expect(ligne(coteACote([nouveauCadre, nouveauCadre]), 'Niveau')).toMatchObject({
			pareille: true,
			cellules: [[{ texte: '8' }], [{ texte: '8' }]],
		});
		expect(ligne(coteACote([ancien, recent]), 'Spécialité (NSF)')?.pareille).toBe(true);
	});
	it('ce qui n’est dit que d’un côté n’est pas pareil', () => {
		expect(ligne(parties(), 'Début')).toMatchObject({
			pareille: false,
			cellules: [[{ texte: '18 décembre 2003', precision: 'publication' }], []],
		});
		expect(ligne(parties(), 'Durée pendant laquelle un CCP compte')).toMatchObject({
			pareille: false,
			cellules: [[{ phrase: 'cinq ans, à partir du premier CCP' }], []],
		});
	});
	it('réserve ce qui ne vient que d’une source secondaire', () => {
		expect(ligne(parties(), 'Spécialité (NSF)')?.cellules[1]).toMatchObject([
			{ precision: 'source secondaire, à vérifier' },
		]);
		expect(plat(ligne(parties(), 'Code du titre')?.cellules[1]?.[0]?.precision)).toBe(
			'relevé ; source secondaire, à vérifier',
		);
		expect(plat(ligne(parties(), 'État')?.cellules[1]?.[0]?.precision)).toBe(
			'depuis le 1er février 2013, fin de l’enregistrement, d’après une source secondaire, à vérifier',
		);
	});
	it('ne réserve pas ce qu’une autre source dit aussi ; ce dont la source manque n’est pas plus sûr qu’une source secondaire', () => {
		const dit = (source: string | string[]) =>
			ligne(coteACote([{ ...ancien, nsf: [{ valeur: '326 u', source }] }, recent]), 'Spécialité (NSF)')
				?.cellules[0]?.[0]?.precision;
		expect(dit(['pages', 'fiche'])).toBeUndefined();
		expect(dit('inconnue')).toBe('source secondaire, à vérifier');
	});
	it('dit d’un statut ce qu’on en sait, sans date quand il n’y en a pas', () => {
		const statut = (etat: Partial<typeof ancien.etat>, { fin }: Pick<typeof ancien, 'fin'> = recent) => {
			const v = { ...ancien, fin, etat: { ...ancien.etat, depuis: undefined, ...etat } };
			return ligne(coteACote([v, recent]), 'État')?.cellules[0]?.map(({ texte, precision }) => ({
				texte,
				precision,
			}));
		};
		expect(statut({ cle: 'inconnu', depuis: '2003-01-01', aVerifier: true })).toEqual([
			{ texte: 'État inconnu', precision: undefined },
		]);
		expect(statut({ cle: 'remplacee' })).toEqual([{ texte: 'Remplacée', precision: undefined }]);
		expect(statut({ cle: 'terminee' })).toEqual([{ texte: 'Terminée', precision: 'fin de l’enregistrement' }]);
		expect(statut({ cle: 'terminee' }, {})?.[0]?.precision).toBeUndefined();
		expect(statut({ cle: 'en-vigueur', aVerifier: true, dateAVerifier: true })).toEqual([
			{ texte: 'En vigueur', precision: 'd’après une source secondaire, à vérifier' },
		]);
	});
	it('ne dit pas pareils deux statuts de même nom que leurs dates séparent', () => {
		const finie = (depuis: string) => ({ ...ancien, etat: { ...ancien.etat, cle: 'terminee' as const, depuis } });
		const pareille = (a: string, b: string) => ligne(coteACote([finie(a), finie(b)]), 'État')?.pareille;
		expect(pareille('2013-01-01', '2013-01-01')).toBe(true);
		expect(pareille('2013-01-01', '2018-01-01')).toBe(false);
	});
	it('dit les blocs connus d’une version sans compétences, et ne les compare à rien', () => {
		const blocsSeuls = {
			...connue,
			profondeur: 'faits' as const,
			blocs: connue.blocs.map((b) => ({ ...b, competences: [] })),
		};
		const contenu = ligne(coteACote([blocsSeuls, recent]), 'Contenu');
		expect(contenu?.cellules[0]).toEqual([]);
		expect(contenu?.absences[0]?.texte).toMatch(/^1 bloc, compétences inconnues/u);
	});

	it('ne donne qu’une fois la réserve des libellés d’une source secondaire', () => {
		const secondaire = dossier('a-2011', [['Un', 'Utiliser l’anglais']], { profondeur: 'libelles' });
		secondaire.blocs = secondaire.blocs.map((b) => ({ ...b, certitude: 'secondaire' as const }));
		const contenu = ligne(coteACote([ancien, secondaire]), 'Contenu');
		expect(contenu?.cellules[1]).toEqual([
			{ texte: '1 bloc, 1 compétence', precision: 'libellés sans le texte, à vérifier' },
		]);
	});

	it('ne compte pas pour tout son contenu les compétences d’une version dont un bloc n’a que son intitulé', () => {
		const sansDeux = dossier('a-2011', [['Un', 'Utiliser l’anglais'], ['Deux']], { profondeur: 'libelles' });
		const contenu = ligne(coteACote([ancien, sansDeux]), 'Contenu');
		expect(contenu?.cellules[1]?.[0]?.texte).toBe('2 blocs, 1 compétence dans nos sources');
	});

	it('dit que le jour de la fin n’est plus dans les dates de la version', () => {
		expect(ligne(coteACote([ancien, recent]), 'Fin')?.cellules[1]?.[0]?.texte).toBe('1er février 2013 exclu');
	});
	it('ne donne pas pour la fin un jour où une source la constate', () => {
		const constatee = { ...recent, fin: recent.fin && { ...recent.fin, auPlusTard: true as const } };
		expect(ligne(coteACote([ancien, constatee]), 'Fin')?.cellules[1]?.[0]?.texte).toBe('1er février 2013 au plus tard');
	});

	it('réserve une date seule', () => {
		const etat = { ...ancien.etat, dateAVerifier: true };
		expect(ligne(coteACote([{ ...ancien, etat }, recent]), 'État')?.cellules[0]?.[0]?.precision).toBe(
			'depuis le 1er janvier 2008, date d’après une source secondaire, à vérifier',
		);
	});
	it('range les blocs par type et par rang', () => {
		expect(partie(parties(), 'blocs')?.lignes.map(({ nom }) => nom)).toEqual(['CCP 1', 'CCP 2', 'CCS 1']);
		expect(ligne(parties(), 'CCS 1')?.cellules).toMatchObject([
			[],
			[{ id: 'a-2008/ccs-1', precision: '1 compétence' }],
		]);
	});
	it('range le dixième bloc après le deuxième, et les CCS après les CCP', () => {
		const dix = dossier('p-2001', [
			['CCS Plus'],
			...Array.from({ length: 10 }, (_, i) => [`Bloc ${i + 1}`] as [string]),
		]);
		expect(
			partie(coteACote([dossier('p-2000', [['CCS Un'], ['CCS Deux']]), dix]), 'blocs')?.lignes.map((l) => l.nom),
		).toEqual([...Array.from({ length: 10 }, (_, i) => `CCP ${i + 1}`), 'CCS 1', 'CCS 2']);
	});
	it('dit pourquoi une colonne est vide', () => {
		const trois = coteACote([ancien, recent, connue]);
		expect(ligne(trois, 'Contenu')?.cellules.map((c) => c[0]?.texte)).toEqual([
			'2 blocs, 3 compétences',
			'3 blocs, 3 compétences',
			undefined,
		]);
		expect(ligne(trois, 'Niveau')?.pareille).toBe(false);
	});
	it('ne compte pas pour une différence ce qu’un côté ne fait pas connaître', () => {
		expect(differe(ligne(parties(), 'Début') as LigneTableau)).toBe(false);
		expect(differe(ligne(parties(), 'Code du titre') as LigneTableau)).toBe(true);
	});
	it('ne montre ni partie ni ligne vides', () => {
		const vides = coteACote([dossier('v-2001', []), dossier('v-2002', [])]);
		expect(vides.map(({ cle }) => cle)).toEqual(['identite']);
		expect(vides[0]?.lignes.map(({ cle }) => cle)).toEqual(['intitule', 'etat']);
	});
});

describe('deux codes écrits autrement', () => {
	const remarque = (nom: string, ...valeurs: string[][]) => {
		const cle = nom === 'Métiers (ROME)' ? 'rome' : 'nsf';
		const dossiers = valeurs.map((codes, i) =>
			dossier(`a-200${i}`, [['Un', 'Poser']], { [cle]: codes.map((valeur) => ({ valeur, source: 'fiche' })) }),
		);
		return ligne(coteACote(dossiers), nom)?.remarque;
	};
	it('ne sont pas dits d’autres spécialités quand l’un est l’abrégé de l’autre', () => {
		expect(remarque('Spécialité (NSF)', ['326'], ['326 r'])).toBe(
			'L’un des codes est abrégé : ils peuvent dire la même spécialité.',
		);
		expect(remarque('Spécialité (NSF)', ['326 N', '326R'], ['326'])).toMatch(/abrégé/u);
		expect(remarque('Spécialité (NSF)', ['326 u'], ['326 r'])).toBeUndefined();
		expect(remarque('Spécialité (NSF)', ['326 r', '227 u'], ['326'])).toBeUndefined();
		expect(remarque('Spécialité (NSF)', ['326'], [])).toBeUndefined();
		expect(remarque('Spécialité (NSF)', ['326 r'], ['326 R'])).toBeUndefined();
	});
	it('de deux états du ROME ne se comparent pas, et de deux codes d’un même état rien n’est dit', () => {
		expect(remarque('Métiers (ROME)', ['32311', '32321'], ['I1401'])).toBe(
			'Deux états du répertoire ROME : les codes ne se comparent pas.',
		);
		expect(remarque('Métiers (ROME)', ['M1801'], ['I1401'])).toBeUndefined();
		expect(remarque('Métiers (ROME)', ['32311'], ['32321'])).toBeUndefined();
		expect(remarque('Métiers (ROME)', ['32311', 'M1801'], ['I1401'])).toBeUndefined();
		expect(remarque('Métiers (ROME)', ['32311'], [])).toBeUndefined();
		expect(remarque('Métiers (ROME)', ['32311'], [], ['I1401'])).toMatch(/^Deux états/u);
	});
});

it('un état dont la fin est passée depuis est remplacé au jour du lecteur, sans les dates de l’ancien', () => {
	const enVigueur = dossier('a-2020', [['Un', 'Poser']], {
		etat: {
			...ancien.etat,
			cle: 'en-vigueur',
			depuis: '2020-01-01',
			fin: '2030-01-01',
			etatAu: '2026-04-01',
			aVerifier: true,
		},
	});
	const etat = (jour: string) => ligne(auJour(coteACote([enVigueur, recent]), jour), 'État')?.cellules[0]?.[0];
	expect(etat('2029-12-31')).toMatchObject({
		texte: 'En vigueur au 1er avril 2026',
		precision: 'depuis le 1er janvier 2020, jusqu’au 31 décembre 2029, d’après une source secondaire, à vérifier',
	});
	expect(plat(etat('2030-01-01')?.texte)).toBe(
		'L’A 2020 n’est plus en vigueur depuis le 1er janvier 2030, d’après des faits réunis au 1er avril 2026 (source secondaire) : à vérifier au RNCP.',
	);
	expect(etat('2030-01-01')?.precision).toBeUndefined();
});

describe('emporter le tableau', () => {
	const parties = () => coteACote([ancien, recent]);
	it('en lignes, une par ligne du tableau', () => {
		const lignes = rangees(parties(), ['A 2003', 'A 2008']);
		expect(lignes[0]).toEqual(['Partie', 'Ligne', 'A 2003', 'A 2008']);
		expect(lignes).toContainEqual(['Identité', 'Début', '18 décembre 2003 (publication)', 'inconnu de nos sources']);
		expect(lignes.find(([, nom]) => nom === 'Métiers (ROME)')?.[2]).toBe('M1801 – Administration ; I1401');
	});
	it('en CSV, sans formule qui s’exécute', () => {
		expect(
			enCsv([
				['a', 'b;"c"'],
				['=1+1', '-2'],
				['@x', ''],
			]),
		).toBe('\ufeff"a";"b;""c"""\r\n"\'=1+1";"\'-2"\r\n"\'@x";""\r\n');
	});
});
