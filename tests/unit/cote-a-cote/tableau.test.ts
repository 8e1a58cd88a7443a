import { describe, expect, it } from 'vitest';
import { enClair, rangees } from '../../../src/domaine/cote-a-cote/export.ts';
import { coteACote, type Partie } from '../../../src/domaine/cote-a-cote/tableau.ts';
import { enCsv } from '../../../src/domaine/exports/tableur.ts';
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
		etat: { cle: 'remplacee', depuis: '2008-01-01', aVerifier: false, suites: [], aujourdhui: [] },
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
		etat: { cle: 'terminee', depuis: '2013-02-01', aVerifier: true, suites: [], aujourdhui: [] },
	},
);
const connue = dossier('a-2013', [['Un']], { niveau: { valeur: '4', source: 'x' } });
const partie = (parties: Partie[], cle: Partie['cle']) => parties.find((p) => p.cle === cle);
const ligne = (parties: Partie[], nom: string) => parties.flatMap((p) => p.lignes).find((l) => l.nom === nom);
const plat = (texte: string | undefined) => texte?.replace(/[\u00a0\u202f]/g, ' ');

describe('côte à côte', () => {
	const parties = coteACote([ancien, recent]);
	it('deux noms d’une même chose sont pareils', () => {
		expect(ligne(parties, 'Niveau')).toMatchObject({
			pareille: true,
			cellules: [[{ texte: 'III (niveau 5 du cadre de 2019)' }], [{ texte: '5' }]],
		});
		expect(ligne(parties, 'Métiers (ROME)')?.pareille).toBe(true);
		expect(ligne(parties, 'CCP 1')?.pareille).toBe(true);
	});
	it('ce qui n’est dit que d’un côté n’est pas pareil', () => {
		expect(ligne(parties, 'Début')).toMatchObject({
			pareille: false,
			cellules: [[{ texte: '18 décembre 2003', precision: 'publication' }], []],
		});
		expect(ligne(parties, 'Durée pendant laquelle un CCP compte')).toMatchObject({
			pareille: false,
			cellules: [[{ phrase: 'cinq ans, à partir du premier CCP' }], []],
		});
	});
	it('réserve ce qui ne vient que d’une source secondaire', () => {
		expect(ligne(parties, 'Spécialité (NSF)')?.cellules[1]).toMatchObject([
			{ precision: 'source secondaire, à vérifier' },
		]);
		expect(plat(ligne(parties, 'Code du titre')?.cellules[1]?.[0]?.precision)).toBe(
			'relevé ; source secondaire, à vérifier',
		);
		expect(plat(ligne(parties, 'Statut')?.cellules[1]?.[0]?.precision)).toBe(
			'depuis le 1er février 2013, fin de l’enregistrement, d’après une source secondaire, à vérifier',
		);
	});
	it('réserve une date seule', () => {
		const etat = { ...ancien.etat, dateAVerifier: true };
		expect(ligne(coteACote([{ ...ancien, etat }, recent]), 'Statut')?.cellules[0]?.[0]?.precision).toBe(
			'depuis le 1er janvier 2008, date d’après une source secondaire, à vérifier',
		);
	});
	it('range les blocs par type et par rang', () => {
		expect(partie(parties, 'blocs')?.lignes.map(({ nom }) => nom)).toEqual(['CCP 1', 'CCP 2', 'CCS 1']);
		expect(ligne(parties, 'CCS 1')?.cellules).toMatchObject([[], [{ id: 'a-2008/ccs-1', precision: '1 compétence' }]]);
	});
	it('réunit les compétences de même libellé et elles seules, les communes d’abord', () => {
		const competences = partie(parties, 'competences');
		expect(competences?.lignes.map((l) => [l.nom, l.pareille, l.cellules.map((c) => c.map(({ id }) => id))])).toEqual([
			['Utiliser l’anglais', true, [['a-2003/ccp-1/c1'], ['a-2008/ccp-1/c1']]],
			['Former', false, [['a-2003/ccp-1/c2'], []]],
			['Sauvegarder', false, [['a-2003/ccp-2/c1'], []]],
			['Superviser', false, [[], ['a-2008/ccp-2/c1']]],
			['Scripter', false, [[], ['a-2008/ccs-1/c1']]],
		]);
		expect(competences?.reserve).toBeUndefined();
	});
	it('tient séparés deux libellés qu’un accent seul distingue', () => {
		const a = dossier('p-2001', [['Un', 'Le pécher']]);
		const b = dossier('p-2002', [['Un', 'Le pêcher']]);
		expect(partie(coteACote([a, b]), 'competences')?.lignes).toHaveLength(2);
	});
	it('dit pourquoi une colonne est vide', () => {
		const trois = coteACote([ancien, recent, connue]);
		expect(plat(partie(trois, 'competences')?.reserve)).toBe(
			'Le texte de A 2013 n’est pas dans nos sources : sa colonne est vide.',
		);
		expect(plat(partie(coteACote([ancien, connue, { ...connue, annee: '2014' }]), 'competences')?.reserve)).toContain(
			'Les textes de A 2013 et A 2014 ne sont pas',
		);
		expect(ligne(trois, 'Contenu')?.cellules.map((c) => c[0]?.texte)).toEqual([
			'2 blocs, 3 compétences',
			'3 blocs, 3 compétences',
			'1 bloc, compétences non trouvées dans nos sources',
		]);
		expect(ligne(trois, 'Niveau')?.pareille).toBe(false);
	});
	it('ne montre ni partie ni ligne vides', () => {
		const vides = coteACote([dossier('v-2001', []), dossier('v-2002', [])]);
		expect(vides.map(({ cle }) => cle)).toEqual(['identite']);
		expect(vides[0]?.lignes.map(({ cle }) => cle)).toEqual(['intitule', 'statut']);
	});
});

describe('emporter le tableau', () => {
	const parties = coteACote([ancien, recent]);
	it('en lignes, une par ligne du tableau', () => {
		const lignes = rangees(parties, ['A 2003', 'A 2008']);
		expect(lignes[0]).toEqual(['Partie', 'Ligne', 'A 2003', 'A 2008']);
		expect(lignes).toContainEqual(['Identité', 'Début', '18 décembre 2003 (publication)', '']);
		expect(lignes).toContainEqual(['Compétences', 'Former', 'CCP 1, compétence 2', '']);
	});
	it('en texte, ce qui manque compris', () => {
		const texte = plat(enClair(parties, ['A 2003', 'A 2008']));
		expect(texte).toContain('IDENTITÉ\nIntitulé\n  A 2003 : a-2003\n  A 2008 : a-2008');
		expect(texte).toContain('Début\n  A 2003 : 18 décembre 2003 (publication)\n  A 2008 : non trouvé dans nos sources');
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
