import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { fichiersDe } from '../../fichiers.ts';
import { annexe } from './annexes.ts';
import { GRAINES, pdf } from './pdfs.ts';
import { exportRncp, FICHE_LUTHIER } from './rncps.ts';

const RACINE = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = join(RACINE, 'content/sources');
const base = mkdtempSync(join(tmpdir(), 'importer-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let n = 0;
let catalogue = '';
beforeEach(() => {
	catalogue = join(base, `catalogue-${n++}`);
});

/** Runs the command as a maintainer does. */
const importer = (...arguments_: string[]): Promise<{ code: number; sortie: string; erreur: string }> =>
	new Promise((resolve) => {
		const enfant = execFile(
			process.execPath,
			['scripts/importer.ts', ...arguments_],
			{ cwd: RACINE, env: { ...process.env, CATALOGUE: catalogue }, maxBuffer: 1 << 25 },
			(_, sortie, erreur) => resolve({ code: enfant.exitCode ?? -1, sortie, erreur }),
		);
	});

const document = (nom: string, contenu: string | Uint8Array): string => {
	const chemin = join(base, nom);
	writeFileSync(chemin, contenu);
	return chemin;
};
const ecrits = (dossier = catalogue): string[] =>
	existsSync(dossier) ? fichiersDe(dossier).map((f) => relative(catalogue, join(dossier, f))) : [];
const entete = (id: string) =>
	parse(/^---\n([\s\S]*?)\n---\n/u.exec(readFileSync(join(catalogue, 'titres', `${id}.md`), 'utf8'))?.[1] ?? '');

const LUTHIER = annexe('1. Régler un instrument\n\nTailler l’âme.\n').replace(
	'Autorité',
	'Cette certification est accessible à compter du 1er août 2008.\n\nAutorité',
);

describe('importer un document', () => {
	it('écrit la version et son document, que la construction accepte aussitôt', async () => {
		const { code, sortie } = await importer(
			join(SOURCES, GRAINES.tsgri),
			'--id',
			'tsgri-2003',
			'--avec',
			join(SOURCES, GRAINES.tsgriBis),
		);
		expect(code).toBe(0);
		expect(ecrits()).toEqual([`sources/${GRAINES.tsgri}`, `sources/${GRAINES.tsgriBis}`, 'titres/tsgri-2003.md']);
		expect(readFileSync(join(catalogue, 'sources', GRAINES.tsgri))).toEqual(readFileSync(join(SOURCES, GRAINES.tsgri)));
		expect(lireCatalogue(catalogue).versions.map((v) => v.id)).toEqual(['tsgri-2003']);
		expect(sortie).toMatch(/3, 24 compétences/u);
		expect(sortie).toMatch(/À faire : relire .*tsgri-2003\.md/u);
	});

	it('un document à caractères de commande est écrit sans eux, et la construction l’accepte', async () => {
		const piege = LUTHIER.replace('Tailler l’âme', 'Tailler\u001b[31m l’âme\u0007 et\u200f le chevalet');
		const { code, sortie, erreur } = await importer(document('piege.md', piege));
		expect(code).toBe(0);
		const [version] = lireCatalogue(catalogue).versions;
		for (const texte of [sortie.replaceAll('\n', ''), erreur.replaceAll('\n', ''), version?.intitule ?? ''])
			expect(texte).not.toMatch(/[\p{Cc}\p{Cf}]/u);
		const tenu = readFileSync(join(catalogue, 'titres', `${version?.id}.md`), 'utf8').replaceAll('\n', '');
		expect(tenu).not.toMatch(/[\p{Cc}\p{Cf}]/u);
	});

	it('ce que la construction refuserait n’est pas écrit, et le message dit pourquoi', async () => {
		const double = LUTHIER.replace('Tailler l’âme.', 'Tailler l’âme.\n\nTailler l’âme.');
		const { code, erreur } = await importer(document('double.md', double));
		expect(code).toBe(1);
		expect(erreur).toMatch(
			/rien n’est écrit :\n\s+blocs\.0\.competences\.1 : « Tailler l’âme\. » est déjà une compétence de ce bloc/u,
		);
		expect(ecrits()).toEqual([]);
	});

	it('sans --id, prend le sigle et l’année du document', async () => {
		expect((await importer(document('luthier.md', LUTHIER))).code).toBe(0);
		expect(ecrits()).toEqual(['sources/luthier.md', 'titres/luthier-atelier-2008.md']);
	});

	it('--json imprime la fiche et n’écrit rien', async () => {
		const { code, sortie } = await importer(join(SOURCES, GRAINES.tsgeri), '--json');
		expect(code).toBe(0);
		expect(ecrits()).toEqual([]);
		expect(JSON.parse(sortie)).toMatchObject({
			id: 'technicien-superieur-gestionnaire-exploitant-2008',
			sigle: 'TECHNICIEN-SUPERIEUR-GESTIONNAIRE-EXPLOITANT',
			sigleDeNotreFait: true,
			debut: { date: '2008-12-18' },
			fin: null,
			intitule: 'technicien (ne) supérieur (e) gestionnaire exploitant (e) de ressources informatiques',
			niveau: 'III',
			nsf: ['326 u'],
			rome: ['32311'],
			codes: [],
			accessibleAu: '2008-12-18',
			blocs: [{ type: 'ccp', competences: { length: 6 } }, {}, {}],
			sections: expect.arrayContaining([{ titre: 'Niveau :', texte: 'III.' }]),
			restes: [],
			reparations: [{ ligne: 27 }, { ligne: 33 }],
		});
	});

	it('lit un PDF, et le garde tel quel', async () => {
		const octets = await pdf((doc) => {
			doc.addPage();
			for (const alinea of LUTHIER.split('\n').filter(Boolean))
				doc.fontSize(9).text(alinea.replace(/^# /u, ''), { width: 500 }).moveDown(0.6);
		});
		expect((await importer(document('Luthier (été).PDF', octets))).code).toBe(0);
		expect(ecrits()).toEqual(['sources/Luthier-ete.pdf', 'titres/luthier-atelier-2008.md']);
		expect(Uint8Array.from(readFileSync(join(catalogue, 'sources/Luthier-ete.pdf')))).toEqual(octets);
		expect(lireCatalogue(catalogue).versions[0]?.blocs[0]?.competences).toHaveLength(1);
	});

	it('place un doute d’un PDF par sa page et par la ligne qui y est imprimée', async () => {
		const octets = await pdf((doc) => {
			doc.addPage();
			for (const alinea of LUTHIER.split('\n').filter(Boolean))
				doc.fontSize(9).text(alinea.replace(/^# /u, ''), { width: 500 }).moveDown(0.6);
			doc.addPage().text('Fait en deux exemplaires.', 40, 40);
			for (const [x, nom] of [
				[300, 'droite'],
				[40, 'gauche'],
			] as const)
				for (const i of [1, 2]) doc.text(`La signature de ${nom} ${i}`, x, 60 + 14 * i, { lineBreak: false });
		});
		const lu = JSON.parse((await importer(document('signatures.pdf', octets), '--json')).sortie);
		expect(lu.doutes).toContainEqual(
			expect.objectContaining({ page: 2, ligne: 2, motif: expect.stringMatching(/^textes côte à côte/u) }),
		);
	});

	it('lit une fiche du RNCP, sa lignée avec elle', async () => {
		const xml = document(
			'export.xml',
			exportRncp(`${FICHE_LUTHIER}${FICHE_LUTHIER.replaceAll('90002', '90009').replace('>TP<', '>BTS<')}`),
		);
		expect((await importer(xml)).erreur).toMatch(/plusieurs fiches/u);
		expect((await importer(xml, '--fiche', 'RNCP1')).erreur).toMatch(/RNCP1 : pas dans/u);
		expect(ecrits()).toEqual([]);
		expect((await importer(xml, '--type', 'TP')).code).toBe(0);
		expect(ecrits().filter((f) => !f.startsWith('importations/'))).toEqual([
			'lignees/luthier-atelier-concert.yaml',
			'sources/RNCP90002.xml',
			'titres/luthier-atelier-concert-2023.md',
		]);
		expect(lireCatalogue(catalogue).versions.map((v) => v.id)).toContain('luthier-atelier-concert-2023');
		expect((await importer(join(catalogue, 'sources/RNCP90002.xml'), '--json')).sortie).toMatch(/"RNCP90002"/u);
	});
});

describe('une version déjà au catalogue', () => {
	it('est comparée, jamais récrite sans --force ; --force garde ce qui y fut ajouté à la main', async () => {
		const chemin = document('luthier-force.md', LUTHIER);
		await importer(chemin);
		const fichier = join(catalogue, 'titres/luthier-atelier-2008.md');
		const faits = { ...entete('luthier-atelier-2008'), usuel: 'Luthier(ère) en atelier' };
		const tenu = readFileSync(fichier, 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, `---\n${stringify(faits)}---\n`);
		writeFileSync(fichier, tenu);
		const autre = document('luthier-bis.md', LUTHIER.replace('Tailler l’âme.', 'Tailler et poser l’âme.'));
		const refusee = await importer(autre);
		expect(refusee.code).toBe(1);
		expect(refusee.sortie).toMatch(/au catalogue\s+: Tailler l’âme\.\n\s+au document\s+: Tailler et poser l’âme\./u);
		expect(readFileSync(fichier, 'utf8')).toBe(tenu);
		expect((await importer(autre, '--force')).code).toBe(0);
		expect(entete('luthier-atelier-2008')).toMatchObject({
			usuel: 'Luthier(ère) en atelier',
			blocs: [{ competences: ['Tailler et poser l’âme.'] }],
		});
	});
});

describe('un document du même nom qu’un autre', () => {
	it('entre à côté de lui s’il dit autre chose, une seule fois s’il dit la même', async () => {
		const dossiers = ['un', 'deux', 'trois'].map((nom) => join(base, `meme-nom-${nom}`));
		for (const dossier of dossiers) mkdirSync(dossier, { recursive: true });
		const [un, deux, trois] = dossiers.map((dossier) => join(dossier, 'annexe.md')) as [string, string, string];
		const autre = LUTHIER.replace('Tailler l’âme.', 'Tailler et poser l’âme.');
		writeFileSync(un, LUTHIER);
		writeFileSync(deux, autre);
		writeFileSync(trois, LUTHIER);
		expect((await importer(un, '--id', 'luthier-2008')).code).toBe(0);
		expect((await importer(deux, '--id', 'luthier-2012')).code).toBe(0);
		expect((await importer(trois, '--id', 'luthier-2015')).code).toBe(0);
		const documentDe = (id: string): string => {
			const [{ document: nom }] = Object.values(entete(id).sources) as [{ document: string }];
			return nom;
		};
		const lu = (id: string) => readFileSync(join(catalogue, 'sources', documentDe(id)), 'utf8');
		expect(lu('luthier-2008')).toBe(LUTHIER);
		expect(lu('luthier-2012')).toBe(autre);
		expect(documentDe('luthier-2015')).toBe(documentDe('luthier-2008'));
		expect(ecrits().filter((f) => f.startsWith('sources/'))).toHaveLength(2);
	});
});

describe('des lignes que rien ne range', () => {
	const RESTE = LUTHIER.replace('# Article Annexe', 'xq zt\n\n# Article Annexe');

	it('font sortir en 2 sans rien écrire, sauf si elles sont acceptées', async () => {
		const chemin = document('reste.md', RESTE);
		const refusee = await importer(chemin);
		expect(refusee).toMatchObject({ code: 2 });
		expect(refusee.sortie).toMatch(/Non placé :\n {2}ligne 1 : « xq zt »/u);
		expect(ecrits()).toEqual([]);
		expect((await importer(chemin, '--json')).code).toBe(2);
		expect((await importer(chemin, '--accepter-reste')).code).toBe(0);
		expect(readFileSync(join(catalogue, 'titres/luthier-atelier-2008.md'), 'utf8')).toMatch(
			/## Lignes à ranger à la main\n\nxq zt/u,
		);
	});
});

describe('les refus, en une ligne, sans rien écrire', () => {
	it.each([
		['un fichier absent', () => [join(base, 'absent.txt')], /n’existe pas/u],
		['un dossier', () => [base], /c’est un dossier/u],
		['un fichier vide', () => [document('vide.txt', '')], /fichier vide/u],
		['un binaire', () => [document('binaire.txt', Uint8Array.from([0x89, 0x50, 0, 1, 2, 0, 255]))], /fichier binaire/u],
		['un document d’un autre genre', () => [document('lettre.txt', 'Madame, Monsieur,\n')], /aucun genre connu/u],
		['un PDF sans fin', () => [document('abime.pdf', '%PDF-1.7\n')], /PDF illisible/u],
		['un XML coupé', () => [document('coupe.xml', exportRncp(FICHE_LUTHIER).slice(0, 800))], /coupé/u],
		[
			'un XML à DOCTYPE',
			() => [document('doctype.xml', '<!DOCTYPE FICHES [<!ENTITY a "b">]><FICHES>&a;</FICHES>')],
			/DOCTYPE/u,
		],
		[
			'un document qui ne dit pas son année',
			() => [join(SOURCES, GRAINES.tssr)],
			/donner --id technicien-superieur-systemes-reseaux-AAAA/u,
		],
		['un identifiant mal formé', () => [join(SOURCES, GRAINES.tssr), '--id', 'TSSR 2018'], /sigle-année/u],
		['une option inconnue', () => ['--zut'], /--aide/u],
		['aucun document', () => [], /un document est attendu/u],
		[
			'un XML sans fond',
			() => [document('profond.xml', exportRncp(`<FICHE>${'<A>'.repeat(50_000)}`))],
			/plus de 64 éléments emboîtés/u,
		],
		[
			'un XML qui appelle une feuille de style',
			() => [document('style.xml', exportRncp('<?xml-stylesheet href="x"?>'))],
			/instruction de traitement/u,
		],
		[
			'un PDF dont les pages tournent en rond',
			() => [
				document(
					'cycle.pdf',
					'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
				),
			],
			/sans fin/u,
		],
		[
			'un fichier d’une seule ligne sans mesure',
			() => [document('ligne.txt', 'mot '.repeat(6_000_000))],
			/milliers de signes/u,
		],
		[
			'des tableaux l’un dans l’autre',
			() => [document('tables.md', '<table><tr><td>\n'.repeat(5000))],
			/tableaux l’un dans l’autre/u,
		],
		[
			'un document Word',
			() => [document('word.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))],
			/document Word.*PDF ou en texte/u,
		],
		[
			'un import inachevé qui ne peut pas l’être',
			() => {
				mkdirSync(join(catalogue, '.import'), { recursive: true });
				writeFileSync(join(catalogue, '.import', 'titres'), 'ici devrait être un dossier');
				return [document('luthier-journal.md', LUTHIER)];
			},
			/import inachevé.*pour y renoncer, supprimer .*\.import$/mu,
		],
	])('%s', async (_, arguments_, motif) => {
		const { code, erreur } = await importer(...arguments_());
		expect(code).toBe(1);
		expect(erreur.replace(/^page .*\n/gmu, '')).toMatch(/^Refus : [^\n]+\n$/u);
		expect(erreur).toMatch(motif);
		expect(ecrits().filter((f) => !f.startsWith('.import'))).toEqual([]);
	});

	it('un catalogue où l’on ne peut pas écrire', async () => {
		mkdirSync(catalogue, { recursive: true });
		writeFileSync(join(catalogue, 'titres'), 'ici devrait être un dossier');
		const { code, erreur } = await importer(document('luthier-refus.md', LUTHIER));
		expect(code).toBe(1);
		expect(erreur).toMatch(/^Refus : [^\n]*un fichier tient la place d’un dossier[^\n]*rien n’a été écrit\n$/u);
		expect(ecrits()).toEqual(['titres']);
	});
});
