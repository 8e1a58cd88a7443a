import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { donnees } from '../../../src/domaine/adresse.ts';
import { SANS_LIGNEE } from '../../../src/domaine/etat.ts';
import { publierCatalogue } from '../../../src/domaine/exports/catalogue.ts';
import { descriptionCsv, publierCsv } from '../../../src/domaine/exports/csv.ts';
import { descriptionCsvComparaison } from '../../../src/domaine/exports/csv-comparaison.ts';
import { json } from '../../../src/domaine/exports/format.ts';
import { FORMES } from '../../../src/domaine/exports/forme.ts';
import { publierMarkdown } from '../../../src/domaine/exports/markdown.ts';
import { sourcesCitees } from '../../../src/domaine/exports/mentions.ts';
import { publierTitre } from '../../../src/domaine/exports/titre.ts';
import { nommeLesCcp } from '../../../src/domaine/prose.ts';
import type { Bloc, Version } from '../../../src/domaine/version.ts';
import { cataloguePublie } from '../../../src/schemas/donnees/catalogue.ts';
import { comparaisonPubliee } from '../../../src/schemas/donnees/comparaison.ts';
import { titrePublie } from '../../../src/schemas/donnees/titre.ts';
import { comparaison, corps, FORMULE, PIEGE, parId, prose, versions } from './exemple.ts';

const markdown = (version: Version, avecTexte: boolean) =>
	publierMarkdown(version, {
		corps: avecTexte ? corps : undefined,
		prose: avecTexte ? prose : undefined,
		parId,
		page: 'https://lignee.example/titres/x/',
		donnees: publierTitre(version, avecTexte ? prose : undefined),
	});

/** Parses CSV as a spreadsheet does (quotes, semicolons, lines), independently of the code that writes it. */
function lireCsv(csv: string): string[][] {
	const rangees: string[][] = [[]];
	for (const [, cellule = '', fin] of csv.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
		rangees.at(-1)?.push(cellule.replaceAll('""', '"'));
		if (fin !== ';') rangees.push([]);
	}
	return rangees.slice(0, -1);
}

describe('catalogue.json', () => {
	it('nomme ce qui est à vérifier par la valeur ou l’identifiant, et une liste entière par son nom', () => {
		const [ancienne, , connue] = versions;
		const sources = { ...ancienne.sources, ...connue.sources };
		const dites = (source: string) => ({
			nsf: [{ valeur: '326 u', source }],
			codes: [
				{ type: 'TP' as const, valeur: 'TP-00001', source },
				{ type: 'millesime' as const, valeur: '02', source: 'page' },
			],
		});
		const blocs = ancienne.blocs.map((bloc, i) => ({
			...bloc,
			certitude: i === 1 ? ('secondaire' as const) : bloc.certitude,
			...(i === 0 && { code: { valeur: 'RNCP100BC01', source: 'page' } }),
		}));
		const nommer = (source: string) => {
			const publie = publierCatalogue([{ ...ancienne, sources, blocs, ...dites(source) }], undefined);
			expect(cataloguePublie.safeParse(publie).error).toBeUndefined();
			return publie.versions[0]?.aVerifier;
		};
		const desBlocs = ['blocs.abc-2001/ccp-2', 'blocs.abc-2001/ccp-1.code'];
		expect(nommer('fiche')).toEqual(['codes.02', ...desBlocs]);
		expect(nommer('page')).toEqual(['nsf', 'codes', ...desBlocs]);
		const epreuve = (pour: 'titre' | 'ccp-1', source: string) => ({ pour, modalites: [], total: 60, source });
		const transversale = (rang: number, certitude: 'officielle' | 'secondaire') => ({
			...{ id: `abc-2001/transversales/c${rang}`, rang, libelle: `T${rang}`, certitude },
			source: certitude === 'officielle' ? 'fiche' : 'page',
		});
		const regle = { ans: 1, phrase: 'Un an.', source: 'page' };
		const dehors = (plus: Partial<Version>) => {
			const publie = publierCatalogue([{ ...ancienne, sources, ...plus }], undefined);
			expect(cataloguePublie.safeParse(publie).error).toBeUndefined();
			return publie.versions[0]?.aVerifier;
		};
		expect(dehors({ epreuves: [epreuve('titre', 'page')], regles: { cloture: regle } })).toEqual([
			'epreuves',
			'regles',
		]);
		expect(
			dehors({
				epreuves: [epreuve('titre', 'fiche'), epreuve('ccp-1', 'page')],
				transversales: [transversale(1, 'officielle'), transversale(2, 'secondaire')],
				regles: { cloture: regle, experienceVae: { ...regle, source: 'fiche' } },
				evolution: { texte: [], anciennes: [], nouvelles: [], source: 'page' },
				fiches: [{ competence: 'ccp-1/c1', page: 1, rubriques: [], source: 'page' }],
			}),
		).toEqual([
			...['transversales.abc-2001/transversales/c2', 'epreuves.ccp-1', 'regles.cloture', 'evolution', 'fiches'],
		]);
		const remarques = ['page', 'fiche'].map((source, i) => ({ valeur: `Remarque ${i}.`, source }));
		expect(dehors({ remarques })).toEqual(['remarques.Remarque 0.']);
		expect(dehors({ remarques: remarques.slice(0, 1) })).toEqual(['remarques']);
		const parRang = publierCatalogue(versions, undefined).versions.map((v) => ({ ...v, aVerifier: ['codes.0'] }));
		expect(cataloguePublie.safeParse({ etatAu: null, versions: parRang }).success).toBe(false);
	});
	it('a la forme de son schéma et exactement les clés promises', () => {
		const publie = publierCatalogue(versions, '2026-04-01');
		expect(cataloguePublie.safeParse(publie).error).toBeUndefined();
		expect(Object.keys(publie.versions[0] ?? {})).toEqual([
			'id',
			'sigle',
			'intitule',
			'profondeur',
			'detenue',
			'statut',
			'statutCertitude',
			'debut',
			'fin',
			'niveau',
			'nsf',
			'rome',
			'codes',
			'aVerifier',
			'blocs',
		]);
		expect(Object.keys(publie.versions[0]?.blocs[0] ?? {})).toEqual([
			'id',
			'type',
			'rang',
			'intitule',
			'code',
			'competences',
			'certitude',
		]);
	});
	it('donne les libellés mot pour mot, et aucune compétence à une version seulement connue', () => {
		const publie = publierCatalogue(versions, '2026-04-01');
		expect(publie.versions[0]?.blocs[0]?.competences[1]).toEqual({ id: 'abc-2001/ccp-1/c2', rang: 2, libelle: PIEGE });
		expect(publie.versions[2]).toMatchObject({ detenue: false, blocs: [{ intitule: 'Étendre', competences: [] }] });
	});
});

describe('une version en JSON', () => {
	it('a la forme de son schéma, détenue ou seulement connue', () => {
		for (const version of versions) {
			const publie = publierTitre(version, version.detenue ? prose : undefined);
			expect(titrePublie.safeParse(publie).error).toBeUndefined();
		}
	});
	it('porte chaque fait avec ses sources, et seulement les sources qu’elle cite', () => {
		const publie = publierTitre(versions[2], undefined);
		expect(publie.faits).toContainEqual({
			champ: 'debut',
			valeur: '2020-05-06',
			note: null,
			sources: ['page'],
			certitude: 'secondaire',
		});
		expect(Object.keys(publie.sources)).toEqual(['page']);
		expect(publie.texte).toBeNull();
	});
	it('porte le texte entier, notes comprises, et les règles avec leur phrase', () => {
		const publie = publierTitre(versions[0], prose);
		expect(JSON.stringify(publie.texte)).toContain('Arrêté du 3 février 2001.');
		expect(publie.texte?.apres).toEqual([{ titre: 'MODALITÉS', paragraphes: ['Trois ans sont demandés.'] }]);
		expect(publie.regles).toMatchObject([{ cle: 'experienceVae', ans: 3, phrase: 'Trois ans sont demandés.' }]);
	});
	it('dit « null » ce que le catalogue ne dit pas, jamais une date ou une durée inventée', () => {
		const { ajouteeLe: _, changements: __, lignee: ___, debut: ____, ...nue } = versions[0];
		const publie = publierTitre(
			{
				...nue,
				etat: SANS_LIGNEE,
				codes: [{ type: 'TP', valeur: 'TP-00495', source: 'fiche' }],
				regles: { dossier: { valeur: 'Un dossier.', phrase: 'Un dossier est remis.', source: 'fiche' } },
				reparations: [{ source: 'fiche', avant: 'exem ple', apres: 'exemple', motif: 'mot coupé' }],
			},
			{ avant: [], apres: [] },
		);
		expect(publie).toMatchObject({ modifieLe: null, debut: null, fin: null });
		expect(publie.faits.map(({ champ }) => champ)).not.toContain('debut');
		expect(publie.etat).toMatchObject({ lignee: null, depuis: null, etatAu: null, dateAVerifier: false });
		expect(publie.faits).toContainEqual({
			champ: 'code',
			valeur: 'TP-00495',
			note: 'TP',
			sources: ['fiche'],
			certitude: 'officielle',
		});
		expect(publie.regles).toMatchObject([{ cle: 'dossier', valeur: 'Un dossier.', ans: null }]);
		expect(publie.reparations).toMatchObject([{ source: 'fiche', ligne: null }]);
		expect(publie.texte).toEqual({ avant: [], apres: [], notes: [] });
		expect(titrePublie.safeParse(publie).error).toBeUndefined();
	});
	it('dit d’une fin constatée qu’elle n’est pas le jour de la fin, dans chaque forme', () => {
		const fin = { valeur: '2020-05-06', source: 'fiche', auPlusTard: true as const };
		const constatee = {
			...versions[0],
			fin,
			etat: { ...versions[0].etat, depuis: fin.valeur, auPlusTard: true as const },
		};
		const publie = publierTitre(constatee, prose);
		expect(publie).toMatchObject({ fin: '2020-05-06', finAuPlusTard: true, etat: { auPlusTard: true } });
		expect(titrePublie.safeParse(publie).error).toBeUndefined();
		expect(publierTitre({ ...constatee, fin: { ...fin, auPlusTard: undefined } }, prose)).not.toHaveProperty(
			'finAuPlusTard',
		);
		expect(markdown(constatee, false)).toContain('Fin : 2020-05-06 au plus tard. Source');
		const [entete = '', ligne = ''] = publierCsv(constatee).split('\r\n');
		expect(ligne.split(';')[entete.split(';').indexOf('"fin_au_plus_tard"')]).toBe('"oui"');
	});
	it('porte tout ce que le catalogue en dit, chaque chose à sa place', () => {
		const publie = publierTitre(versions[0], prose);
		const { empreinte, blocs, texte: _, ...reste } = publie;
		expect(empreinte).toMatch(/^[0-9a-f]{64}$/u);
		expect(blocs[0]).toEqual({
			...{ id: 'abc-2001/ccp-1', type: 'ccp', rang: 1, intitule: 'RECEVOIR', usuel: 'Recevoir' },
			...{ code: null, certitude: 'officielle' },
			competences: [
				{ id: 'abc-2001/ccp-1/c1', rang: 1, libelle: 'Accueillir.' },
				{ id: 'abc-2001/ccp-1/c2', rang: 2, libelle: PIEGE },
				{ id: 'abc-2001/ccp-1/c3', rang: 3, libelle: FORMULE },
			],
		});
		expect(reste).toEqual({
			id: 'abc-2001',
			sigle: 'ABC',
			intitule: 'AGENT DE BUREAU & CONSEIL',
			usuel: 'Agent de bureau & conseil',
			profondeur: 'texte',
			detenue: true,
			debut: '2001-02-03',
			fin: null,
			niveau: 'III',
			nsf: ['326 u'],
			rome: ['M1801'],
			codes: [{ type: 'RNCP', valeur: 'RNCP100' }],
			transversales: [],
			aucune: [],
			faits: [
				{ champ: 'niveau', valeur: 'III', note: null, sources: ['fiche'], certitude: 'officielle' },
				{ champ: 'nsf', valeur: '326 u', note: null, sources: ['fiche'], certitude: 'officielle' },
				{ champ: 'rome', valeur: 'M1801', note: 'Administration', sources: ['fiche'], certitude: 'officielle' },
				{ champ: 'code', valeur: 'RNCP100', note: 'RNCP, première fiche', sources: ['rncp'], certitude: 'publique' },
				{ champ: 'debut', valeur: '2001-02-03', note: 'publication', sources: ['fiche'], certitude: 'officielle' },
			],
			regles: [
				{
					cle: 'experienceVae',
					nom: 'Expérience demandée pour la VAE',
					valeur: 'trois ans',
					ans: 3,
					phrase: 'Trois ans sont demandés.',
					sources: ['fiche'],
					certitude: 'officielle',
				},
			],
			sources: {
				fiche: {
					intitule: 'Fiche du titre',
					nature: 'officielle',
					document: 'fiche.txt',
					url: null,
					reproduction: 'integrale',
				},
				rncp: {
					intitule: 'Extrait du RNCP',
					nature: 'publique',
					document: null,
					url: 'https://exemple.fr/rncp',
					reproduction: 'integrale',
				},
			},
			epreuves: null,
			evolution: null,
			fiches: null,
			reparations: [{ source: null, ligne: 12, avant: 'exem ple', apres: 'exemple', motif: 'mot coupé' }],
			attributions: [],
			statut: 'remplacee',
			statutCertitude: 'officielle',
			aVerifier: [],
			etat: {
				lignee: 'exemple',
				depuis: '2010-05-06',
				etatAu: '2026-04-01',
				aVerifier: false,
				auPlusTard: false,
				dateAVerifier: false,
				suites: [{ version: 'abd-2010', nature: 'officielle' }],
				enVigueur: [{ version: 'abe-2020', nature: 'editoriale' }],
			},
			modifieLe: '2026-03-04',
		});
		const citee = {
			...versions[0],
			remarques: [{ valeur: 'Rare.', source: ['rncp', 'fiche'] }],
			attributions: [{ texte: 'Un passage.', source: 'rncp' }],
		};
		expect(publierTitre(citee, prose).faits.at(-1)).toEqual({
			champ: 'remarque',
			valeur: 'Rare.',
			note: null,
			sources: ['rncp', 'fiche'],
			certitude: 'officielle',
		});
		expect(publierTitre(citee, prose).attributions).toEqual([{ texte: 'Un passage.', source: 'rncp' }]);
	});
	it('n’ôte d’un texte que le titre répété en tête de sa section', () => {
		const section = { titre: 'MODALITÉS', paragraphes: ['MODALITÉS', 'Trois ans.', 'MODALITÉS'] };
		const publie = publierTitre(versions[0], { avant: [section], apres: [{ ...section, titre: 'Autre' }] });
		expect(publie.texte).toEqual({
			avant: [{ titre: 'MODALITÉS', paragraphes: ['Trois ans.', 'MODALITÉS'] }],
			apres: [{ titre: 'Autre', paragraphes: ['MODALITÉS', 'Trois ans.', 'MODALITÉS'] }],
			notes: [],
		});
	});
	it('porte l’intitulé d’un code ROME, et une fin que rien ne note', () => {
		const { faits } = publierTitre(versions[1], undefined);
		expect(faits).toContainEqual({
			champ: 'rome',
			valeur: 'M1801',
			note: 'Administration',
			sources: ['fiche'],
			certitude: 'officielle',
		});
		expect(faits).toContainEqual({
			champ: 'fin',
			valeur: '2020-05-06',
			note: null,
			sources: ['fiche'],
			certitude: 'officielle',
		});
	});
});

describe('les sources d’une version', () => {
	it('sont celles que ses faits et ses règles citent, et les documents de son texte, cités ou non', () => {
		const [{ regles: _, niveau: __, debut: ___, ...nue }] = versions;
		const source = (intitule: string) => ({ intitule, nature: 'officielle' as const });
		const sources = { a: source('A'), b: source('B'), c: source('C'), d: { ...source('D'), document: 'd.txt' } };
		const v = { ...nue, sources, nsf: [], rome: [], codes: [], reparations: [], regles: {} };
		expect(Object.keys(sourcesCitees(v))).toEqual(['d']);
		const fait = (source: string | string[]) => [{ valeur: 'x', source }];
		expect(Object.keys(sourcesCitees({ ...v, nsf: fait(['a', 'c']) }))).toEqual(['a', 'c', 'd']);
		expect(Object.keys(sourcesCitees({ ...v, remarques: fait('b') }))).toEqual(['b', 'd']);
		expect(Object.keys(sourcesCitees({ ...v, attributions: [{ texte: 'x', source: 'b' }] }))).toEqual(['b', 'd']);
		const regle = { ans: 3, phrase: 'Trois ans.', source: 'c' };
		expect(Object.keys(sourcesCitees({ ...v, regles: { experienceVae: regle } }))).toEqual(['c', 'd']);
	});
	it('un document nomme les CCP dès qu’un de ses paragraphes le fait', () => {
		const section = (...paragraphes: string[]) => [{ titre: '', paragraphes }];
		expect(nommeLesCcp({ avant: section('Le métier.', 'Deux CCP.'), apres: [] })).toBe(true);
		expect(nommeLesCcp({ avant: [], apres: [...section('Le jury.'), ...section('Un CCP.')] })).toBe(true);
		expect(nommeLesCcp({ avant: section('Le métier.'), apres: section('Le jury.') })).toBe(false);
	});
});

describe('les formes que /donnees/ explique', () => {
	it('sont à l’adresse où elles sont publiées', () => {
		expect(Object.values(FORMES).map(({ adresse }) => adresse)).toEqual([
			donnees.catalogue,
			donnees.titre('{version}', 'json'),
			donnees.titre('{version}', 'csv'),
			donnees.titre('{version}', 'md'),
			donnees.comparaison('{ancienne}', '{recente}'),
			donnees.comparaison('{ancienne}', '{recente}', 'csv'),
			donnees.case('{version}'),
			donnees.skos('{version}'),
			donnees.codes,
			donnees.empreintes,
		]);
		expect(donnees.schema('titre.csvw.json')).toBe('/donnees/schemas/titre.csvw.json');
	});
	it('s’écrivent une valeur par ligne, et finissent par une ligne', () => {
		expect(json({ a: [1] })).toBe('{\n\t"a": [\n\t\t1\n\t]\n}\n');
	});
});

describe('une comparaison en JSON', () => {
	it('a la forme de son schéma, qui refuse une correspondance officielle de compétences', () => {
		expect(comparaisonPubliee.safeParse({ etatAu: null, ...comparaison }).error).toBeUndefined();
		const fausse = {
			etatAu: null,
			...comparaison,
			competences: [{ ...comparaison.competences[0], statut: 'officielle' }],
		};
		expect(comparaisonPubliee.safeParse(fausse).success).toBe(false);
	});
});

const avecTransversale: Version = {
	...versions[0],
	transversales: [
		{ id: 'abc-2001/transversales/c1', rang: 1, libelle: 'Communiquer', source: 'page', certitude: 'secondaire' },
	],
};

describe('une version en CSV', () => {
	const csv = () => publierCsv(versions[0]);
	it('commence par la marque d’ordre et se relit cellule à cellule', () => {
		expect(csv().startsWith('\ufeff"version";')).toBe(true);
		const [entete = [], ...lignes] = lireCsv(csv());
		expect(lignes).toHaveLength(5);
		for (const ligne of lignes) expect(ligne).toHaveLength(entete.length);
		expect(lignes[1]?.[entete.indexOf('competence_libelle')]).toBe(PIEGE);
	});
	it('a dans chaque cellule ce que sa colonne annonce', () => {
		const [entete, premiere] = lireCsv(csv());
		expect(entete).toEqual([
			...[
				'version',
				'sigle',
				'intitule',
				'profondeur',
				'etat_au',
				'statut',
				'statut_certitude',
				'debut',
				'fin',
				'niveau',
			],
			...['a_verifier', 'epreuve_minutes', 'epreuve_certitude'],
			...['bloc', 'bloc_type', 'bloc_rang', 'bloc_intitule', 'bloc_code', 'bloc_certitude'],
			...['bloc_epreuve_minutes', 'bloc_epreuve_certitude'],
			...['competence', 'competence_rang', 'competence_libelle', 'competence_certitude'],
			...['nsf', 'rome', 'codes', 'fin_au_plus_tard'],
		]);
		expect(premiere).toEqual([
			...['abc-2001', 'ABC', 'AGENT DE BUREAU & CONSEIL', 'texte', '2026-04-01', 'remplacee', 'officielle'],
			...['2001-02-03', '', 'III', '', '', '', 'abc-2001/ccp-1', 'ccp', '1', 'RECEVOIR', '', 'officielle', '', ''],
			...['abc-2001/ccp-1/c1', '1', 'Accueillir.', 'officielle', '326 u', 'M1801', 'RNCP100', ''],
		]);
		const decrite = descriptionCsv(['https://lignee.example/a.csv', 'https://lignee.example/b.csv']);
		const { columns: _, ...table } = decrite.tableSchema;
		expect(table).toEqual({});
		expect(decrite).toMatchObject({
			tables: [{ url: 'https://lignee.example/a.csv' }, { url: 'https://lignee.example/b.csv' }],
			'@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
			'dc:title': 'Une version d’un titre professionnel, une ligne par compétence',
			dialect: { delimiter: ';', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
		});
		expect(decrite.tableSchema.columns[0]).toEqual({
			name: 'version',
			titles: 'version',
			'dc:description': 'Identifiant de la version',
			datatype: 'string',
			null: '',
		});
	});
	it('dit la durée des épreuves en minutes, avec sa certitude, et rien de celles que nul ne dit', () => {
		const modalite = (nom: string, minutes: number) => ({ nom, genre: 'autre' as const, minutes, parties: [] });
		const version: Version = {
			...versions[0],
			epreuves: [
				{ pour: 'titre', modalites: [modalite('Entretien', 40), modalite('Oral', 20)], source: 'fiche', page: 9 },
				{ pour: 'ccp-1', modalites: [], total: 50, source: 'rncp' },
			],
		};
		const [entete = [], un = [], , , deux = []] = lireCsv(publierCsv(version));
		const lire = (ligne: readonly string[]) => Object.fromEntries(entete.map((nom, i) => [nom, ligne[i]]));
		expect(lire(un)).toMatchObject({ epreuve_minutes: '60', epreuve_certitude: 'officielle' });
		expect(lire(un)).toMatchObject({ bloc_epreuve_minutes: '50', bloc_epreuve_certitude: 'publique' });
		expect(lire(deux)).toMatchObject({ bloc_epreuve_minutes: '', bloc_epreuve_certitude: '' });
		expect(markdown(version, true)).toContain(
			'Épreuve du titre : Entretien 40\u00a0min ; Oral 20\u00a0min ; durée totale 1\u00a0h. Source : Fiche du titre, page 9.',
		);
	});
	it('a une ligne, hors de tout bloc, pour chaque compétence transversale, avec sa certitude', () => {
		const [entete = [], ...lignes] = lireCsv(publierCsv(avecTransversale));
		const ligne = lignes.at(-1) ?? [];
		expect(lignes).toHaveLength(versions[0].blocs.flatMap(({ competences }) => competences).length + 1);
		expect(Object.fromEntries(entete.map((nom, i) => [nom, ligne[i]]))).toMatchObject({
			...{ bloc: '', competence: 'abc-2001/transversales/c1', competence_rang: '1' },
			...{ competence_libelle: 'Communiquer', competence_certitude: 'secondaire' },
		});
	});
	it('ne laisse aucune cellule qu’un tableur exécuterait', () => {
		const cellules = lireCsv(csv()).flat();
		expect(cellules).toContain(`'${FORMULE}`);
		expect(cellules.filter((c) => /^[=+\-@\t\r]/.test(c))).toEqual([]);
	});
	it('a une ligne, sans compétence, pour chaque bloc d’une version seulement connue', () => {
		const [entete = [], ...lignes] = lireCsv(publierCsv(versions[2]));
		expect(lignes).toHaveLength(1);
		expect(lignes[0]?.[entete.indexOf('bloc_intitule')]).toBe('Étendre');
		expect(lignes[0]?.[entete.indexOf('competence')]).toBe('');
	});
	it('a une ligne pour une version dont aucun bloc n’est connu', () => {
		const [entete = [], ...lignes] = lireCsv(publierCsv({ ...versions[2], blocs: [] }));
		expect(lignes).toHaveLength(1);
		expect(lignes[0]?.[entete.indexOf('version')]).toBe('abe-2020');
		expect(lignes[0]?.[entete.indexOf('bloc')]).toBe('');
	});
	it('a une description dont les colonnes sont celles du fichier, chacune de son type', () => {
		const { columns } = descriptionCsv([]).tableSchema;
		expect(columns.map((c) => c.name)).toEqual(lireCsv(csv())[0]);
		const types = Object.fromEntries(columns.map((c) => [c.name, c.datatype]));
		expect(types).toMatchObject({ bloc_rang: 'integer', competence_rang: 'integer', debut: 'date', fin: 'date' });
		expect(types).toMatchObject({ epreuve_minutes: 'integer', bloc_epreuve_minutes: 'integer' });
		expect(columns.filter((c) => c.datatype !== 'string')).toHaveLength(7);
	});
	it('a une description qui dit ce qui sépare les valeurs d’une cellule, et ce qui y veut dire oui ou non', () => {
		const version = descriptionCsv([]).tableSchema.columns;
		const comparaison = descriptionCsvComparaison([]).tableSchema.columns;
		const separees = [...version, ...comparaison].flatMap((c) => ('separator' in c ? [[c.name, c.separator]] : []));
		expect(Object.fromEntries(separees)).toEqual({
			...{ a_verifier: ' | ', nsf: ' | ', rome: ' | ', codes: ' | ' },
			...{ autres: ' ', autres_libelles: ' | ', autres_certitude: ' ', candidats: ' ', plus_proche_reliee_a: ' ' },
		});
		const deplacee = comparaison.find(({ name }) => name === 'deplacee');
		expect(deplacee?.datatype).toEqual({ base: 'boolean', format: 'oui|non' });
	});
});

describe('une version en Markdown', () => {
	it('donne le texte officiel entier après un filet, et notre statut avant', () => {
		const [nous = '', officiel = ''] = markdown(versions[0], true).split('\n---\n');
		expect(nous.split('\n').filter((l) => l && !l.startsWith('>'))).toEqual([]);
		expect(nous).toContain('remplacée par l’ABD 2010');
		expect(
			officiel
				.trim()
				.split(/<!-- blocs -->|## CCP|## CCS/)[0]
				?.trim(),
		).toBe('Le titre d’ABC comprend deux CCP[^1].');
		for (const ligne of corps.split('\n').filter((l) => l && l !== '<!-- blocs -->')) expect(officiel).toContain(ligne);
		expect(officiel).not.toContain('remplacé');
	});
	it('place les blocs où le document les a, leurs mots protégés des signes de Markdown', () => {
		const md = markdown(versions[0], true);
		expect(md).toContain('## CCP – RECEVOIR\n\n- Accueillir.');
		expect(md.indexOf('## CCP – RECEVOIR')).toBeLessThan(md.indexOf('## MODALITÉS'));
		expect(md).toContain('Écrire « \\</script>\\<b>\\&amp; » ; dire "oui" – \\[lien\\](x) \\*fort\\*');
	});
	it('rend les mots d’un libellé, quoi qu’ils imitent : rien n’y devient titre, élément, lien ou emphase', () => {
		const pieges = [
			'Tenir\n# un titre\n- un élément\n1. un autre',
			'Coder en C # puis en C#',
			'+ un élément',
			'===',
			'~~barré~~ et *penché* et __gras__ et `code`',
			'&lt;b&gt; et <b>gras</b> et <!-- blocs -->',
			'[lien](x) ![image](x.png) [^1]',
			'2024. Année\\',
		];
		const [premier] = versions[0].blocs;
		const bloc = {
			...(premier as Bloc),
			intitule: pieges[1] as string,
			competences: pieges.map((libelle, i) => ({
				id: `x/ccp-1/c${i + 1}`,
				rang: i + 1,
				libelle,
			})) as Bloc['competences'],
		};
		const md = publierMarkdown(
			{ ...versions[0], blocs: [bloc] },
			{
				...{ corps: '<!-- blocs -->', prose, parId, page: 'https://lignee.example/' },
				donnees: publierTitre(versions[0], prose),
			},
		);
		const officiel = md.slice(md.indexOf('\n---\n') + 5);
		const arbre = unified().use(remarkParse).use(remarkGfm).parse(officiel);
		const noeuds: string[] = [];
		const textes: string[] = [];
		visit(arbre, (noeud) => {
			noeuds.push(noeud.type);
			if (noeud.type === 'text') textes.push(noeud.value);
		});
		expect(new Set(noeuds)).toEqual(new Set(['root', 'heading', 'text', 'list', 'listItem', 'paragraph']));
		expect(noeuds.filter((type) => type === 'heading')).toHaveLength(1);
		expect(textes.slice(1)).toEqual(pieges.map((piege) => piege.replace(/\s+/g, ' ')));
		expect(textes[0]).toContain(pieges[1]);
	});
	it('met les blocs à leur repère, même précédé d’espaces', () => {
		const corps = 'Avant les blocs.\n\n  <!-- blocs -->\n\nAprès les blocs.';
		const contexte = {
			corps,
			prose,
			parId,
			page: 'https://lignee.example/',
			donnees: publierTitre(versions[0], prose),
		};
		const officiel = publierMarkdown(versions[0], contexte).split('\n---\n')[1] ?? '';
		expect(officiel).not.toContain('<!--');
		expect(officiel).toMatch(/Avant les blocs\.\n\n## .*Après les blocs\.\n$/su);
	});
	it('dit qu’il n’a pas le texte d’une version seulement connue, et ce que disent les sources', () => {
		const md = markdown(versions[2], false);
		expect(md).toMatch(/ni le texte ni les compétences ne sont au catalogue/u);
		expect(md).toContain('Début : 2020-05-06. Source : Une page lue, source secondaire, à vérifier.');
	});
	it('nomme les compétences transversales, que le texte soit tenu ou non', () => {
		expect(markdown(avecTransversale, true).split('\n---\n')[0]).toContain(
			'> Compétences transversales : Communiquer (source secondaire, à vérifier).',
		);
		const sans = markdown({ ...avecTransversale, profondeur: 'libelles' }, false);
		expect(sans).toContain('## Compétences transversales\n\n- Communiquer (source secondaire, à vérifier)');
	});
	it('nomme chaque code par son type, et finit chaque phrase d’un point et d’un seul', () => {
		const remarques = [
			{ valeur: 'Publié au Journal officiel.', source: 'fiche' },
			{ valeur: 'Sans point', source: 'fiche' },
		];
		const codes = [
			{ type: 'TP' as const, valeur: 'TP-00100', source: 'fiche' },
			{ type: 'millesime' as const, valeur: '02', source: 'fiche', note: 'au dos' },
		];
		const md = markdown({ ...versions[0], remarques, codes, detenue: false, profondeur: 'faits' }, false);
		expect(md).toContain('- À savoir : Publié au Journal officiel. Source : Fiche du titre.');
		expect(md).toContain('- À savoir : Sans point. Source : Fiche du titre.');
		expect(md).toContain('- Code TP : TP-00100. Source');
		expect(md).toContain('- Millésime : 02 (au dos). Source');
	});
	it('d’une version connue par un texte officiel, dit le fait avec sa note et sans réserve', () => {
		const connue: Version = { ...versions[0], detenue: false, profondeur: 'faits', blocs: [] };
		const md = markdown(connue, false);
		expect(md).toContain('- Début : 2001-02-03 (publication). Source : Fiche du titre.\n');
		expect(
			md
				.split('\n\n')
				.slice(1, 4)
				.map((section) => section.split(' ')[0]),
		).toEqual(['#', 'Ni', '##']);
		expect(md).not.toContain('## Intitulés de ses blocs');
	});
	it('nomme toutes les sources d’un fait et tous les documents, et ne réserve que ce qu’aucune autre ne dit', () => {
		const source = (nature: 'officielle' | 'secondaire', intitule: string) => ({ intitule, nature, document: 'x.txt' });
		const sources = { a: source('secondaire', 'A'), b: source('officielle', 'B'), c: source('secondaire', 'C') };
		const connue = { ...versions[2], sources, fin: undefined };
		const md = (debut: string[]) => markdown({ ...connue, debut: { valeur: '2020-05-06', source: debut } }, false);
		expect(md(['a', 'b'])).toContain('- Début : 2020-05-06. Source : A ; B.\n');
		expect(md(['a', 'c'])).toContain('- Début : 2020-05-06. Source : A ; C, source secondaire, à vérifier.\n');
		expect(markdown({ ...versions[0], sources }, true)).toContain('> Texte reproduit d’après : A ; B ; C. Les');
	});
	it('d’un document qui ne fait que numéroter ses activités, met les blocs à la fin s’il ne dit pas leur place', () => {
		const md = publierMarkdown(
			{ ...versions[1], sources: {}, blocs: versions[1].blocs.slice(0, 1) },
			{
				corps: 'Niveau : III.',
				prose: { avant: [{ titre: '', paragraphes: ['Niveau : III.'] }], apres: [] },
				parId,
				page: 'https://lignee.example/titres/x/',
				donnees: publierTitre(versions[1], undefined),
			},
		);
		expect(
			md.endsWith('Niveau : III.\n\n## 1. Accueillir le public\n\n- Accueillir\n- Conseiller.\n- Informer.\n'),
		).toBe(true);
		expect(md).not.toContain('Texte reproduit d’après');
		expect(md.slice(0, md.indexOf('\n\n---')).split('\n>\n')).toHaveLength(3);
	});
	it('est, ligne à ligne, notre encadré, un filet, puis le document', () => {
		const empreinte = publierTitre(versions[0], prose).empreinte.slice(0, 12);
		const [nous, officiel] = markdown(versions[0], true).split('\n\n---\n\n');
		const lignes = nous?.split('\n') ?? [];
		expect(lignes.filter((_, i) => i % 2 === 1)).toEqual(['>', '>', '>']);
		expect(lignes[0]).toBe(
			'> **Lignée, site non officiel.** Ces lignes sont de nous ; après le filet, tout est le texte officiel.',
		);
		expect(lignes[2]).toMatch(
			/^> ABC 2001\. Cette version n’est plus en vigueur depuis le 6 mai 2010\s: elle est remplacée par l’ABD 2010/u,
		);
		expect(lignes[4]).toBe(
			'> Texte reproduit d’après : Fiche du titre. Les réparations faites au texte sont listées sur la page.',
		);
		expect(lignes[6]).toBe(`> Page : <https://lignee.example/titres/x/>. Empreinte : ${empreinte}.`);
		expect(officiel).toBe(
			[
				'Le titre d’ABC comprend deux CCP[^1].',
				'## CCP – RECEVOIR',
				'- Accueillir.\n- Écrire « \\</script>\\<b>\\&amp; » ; dire "oui" – \\[lien\\](x) \\*fort\\*\n- =CMD("calc")',
				'## CCP – Classer',
				'- Ranger.',
				'## CCS – Traduire',
				'- Traduire une lettre.',
				'## MODALITÉS',
				'Trois ans sont demandés.',
				'[^1]: Arrêté du 3 février 2001.\n',
			].join('\n\n'),
		);
	});
	it('d’une version seulement connue, n’est que ce que disent les sources, les blocs par leur nom', () => {
		const [encadre, ...reste] = markdown(versions[2], false).split('\n\n');
		expect(encadre?.split('\n').map((l) => l.slice(0, 40))).toEqual([
			'> **Lignée, site non officiel.**',
			'>',
			'> ABE 2020. Cette version est en vigueur',
			'>',
			'> Page : <https://lignee.example/titres/',
		]);
		expect(reste).toEqual([
			'# Agent de bureau étendu',
			'Intitulés des blocs d’après : Une page lue (source secondaire, à vérifier) ; ni le texte ni les compétences ne sont au catalogue : elles sont inconnues.',
			'## Intitulés de ses blocs',
			'- CCP 1 – Étendre (source secondaire, à vérifier)',
			'## Ce que nos sources établissent',
			'- Début : 2020-05-06. Source : Une page lue, source secondaire, à vérifier.\n- Fin : 2030-05-06 exclu. Source : Une page lue, source secondaire, à vérifier.\n',
		]);
	});
	it('protège les signes que Markdown prendrait pour des marques, en tête de ligne comme ailleurs', () => {
		const libelles = [
			'# dièse',
			'> chevron',
			'+ plus',
			'- tiret',
			'12. douze',
			'3) trois',
			'a_b `c` \\d',
			'le 12. ici - #',
		];
		const blocs = [
			{
				...(versions[0].blocs[0] as Bloc),
				competences: libelles.map((libelle, i) => ({ id: `c${i}`, rang: i, libelle })),
			},
		];
		expect(markdown({ ...versions[0], blocs }, true)).toContain(
			[
				'- \\# dièse',
				'- \\> chevron',
				'- \\+ plus',
				'- \\- tiret',
				'- 12\\. douze',
				'- 3\\) trois',
				'- a\\_b \\`c\\` \\\\d',
				'- le 12. ici - \\#\n',
			].join('\n'),
		);
	});
	it('ne parle de réparations que s’il y en a', () => {
		expect(markdown(versions[0], true)).toContain('Les réparations faites au texte sont listées sur la page.');
		expect(markdown(versions[1], true)).toMatch(/Texte reproduit d’après : Fiche du titre\.\n/u);
	});
});
