import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FicheVoulue, ficheXml } from '../../../scripts/generation/export.ts';
import { lireFonds } from '../../../scripts/generation/modele.ts';
import { titresDuLendemain, titresEngendres } from '../../../scripts/generation/titres.ts';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { importation } from '../../../src/schemas/importation.ts';
import { zipDExport } from './exports.ts';
import { exportRncp } from './rncps.ts';

const RACINE = fileURLToPath(new URL('../../../', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'lot-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let n = 0;
let catalogue = '';
beforeEach(() => {
	catalogue = join(base, `catalogue-${n++}`);
	mkdirSync(catalogue);
});

type Sortie = { code: number; sortie: string; erreur: string };
const importer = (nom: string, contenu: string | Uint8Array, ...options: string[]): Promise<Sortie> =>
	new Promise((resolve) => {
		const dossier = mkdtempSync(join(base, 'entree-'));
		writeFileSync(join(dossier, nom), contenu);
		const enfant = execFile(
			process.execPath,
			['scripts/importer.ts', join(dossier, nom), ...options],
			{ cwd: RACINE, env: { ...process.env, CATALOGUE: catalogue }, maxBuffer: 1 << 26 },
			(_, sortie, erreur) => resolve({ code: enfant.exitCode ?? -1, sortie, erreur }),
		);
	});
const zip = (fiches: readonly FicheVoulue[], jour = '2026-11-20', ...options: string[]) =>
	importer(`export-fiches-rncp-v4-1-${jour}.zip`, zipDExport(fiches, jour), '--type', 'TP', ...options);
const lire = (chemin: string) => readFileSync(join(catalogue, chemin), 'utf8');
const noms = (dossier: string) =>
	existsSync(join(catalogue, dossier)) ? readdirSync(join(catalogue, dossier)).sort() : [];
/** Logs of imports, oldest first: « 2026-11-29-2 » follows « 2026-11-29 ». */
const journaux = () =>
	noms('importations')
		.map((nom) => nom.replace(/\.yaml$/u, ''))
		.sort()
		.map((nom) => importation.parse(parse(lire(`importations/${nom}.yaml`))));
const arcs = (fichier: string) =>
	(parse(lire(`lignees/${fichier}`)).successions ?? []).map((s: { de: string; vers: string }) => `${s.de} ${s.vers}`);
const etat = () =>
	Object.fromEntries(
		['titres', 'lignees', 'correspondances', 'sources'].flatMap((d) =>
			noms(d).map((f) => [`${d}/${f}`, lire(`${d}/${f}`)]),
		),
	);

describe('tous les titres d’un export, en une commande', () => {
	it('donne les 330 moins les refusés, chacun dans sa lignée, aucun sur un autre', async () => {
		cpSync(join(RACINE, 'content'), catalogue, { recursive: true });
		const avant = etat();
		const titres = titresEngendres(lireFonds('content'), 330);
		const { code, sortie, erreur } = await zip(titres);
		expect(code).toBe(1);
		expect(erreur).toMatch(/^RNCP15001 +refusée +.*n’a pas de compétences$/mu);
		expect(sortie).toMatch(/330 fiches : 329 ajoutées, 0 inchangée, 0 changée, 0 terminée, 1 refusée\./u);
		const { versions, lignees } = lireCatalogue(catalogue);
		const neuves = versions.filter((v) => v.codes.some((c) => c.type === 'RNCP') && !avant[`titres/${v.id}.md`]);
		expect(new Set(neuves.map((v) => v.id)).size).toBe(neuves.length);
		expect(noms('titres').length).toBe(329 + Object.keys(avant).filter((f) => f.startsWith('titres/')).length);
		// Two titles with the same initials and year stay two versions and two lineages.
		expect(noms('titres')).toEqual(expect.arrayContaining(['relieur-atlas-2018.md', 'rempailleur-artisanal-2018.md']));
		expect(noms('lignees')).toEqual(expect.arrayContaining(['relieur-atlas.yaml', 'rempailleur-artisanal.yaml']));
		expect(arcs('verrier-canne.yaml')).toEqual([
			'verrier-canne-2008 verrier-canne-2013',
			'verrier-canne-2013 verrier-canne-2018',
			'verrier-canne-2018 verrier-canne-2023',
		]);
		expect(arcs('sellier.yaml').sort()).toEqual([
			'sellier-bourrellerie-2017 sellier-2022',
			'sellier-maroquinerie-2016 sellier-2022',
		]);
		expect(arcs('luthier-atelier.yaml')).toEqual(['rncp2999-avant-2021 luthier-atelier-2021']);
		expect(versions.find((v) => v.id === 'rncp2999-avant-2021')).toMatchObject({ detenue: false });
		// TSSR joins the lineage written by hand, which keeps every word.
		const tssr = lignees.find((l) => l.versions.some((v) => v.id === 'tssr-2018'));
		expect(tssr?.versions.map((v) => v.id)).toContain('tssr-2031');
		for (const [fichier, texte] of Object.entries(avant))
			if (!/^lignees/u.test(fichier)) expect(lire(fichier), fichier).toBe(texte);
		for (const ligne of avant['lignees/systemes-et-reseaux.yaml']?.match(/motif: .*/gu) ?? [])
			expect(lire('lignees/systemes-et-reseaux.yaml')).toContain(ligne.slice('motif: '.length, 60).trim());
		expect(noms('titres')).not.toContain('comptable-2020.md');
		expect(journaux()).toMatchObject([
			{
				export: { du: '2026-11-20', type: 'TP' },
				compte: { ajoutees: 329, refusees: 1 },
				refus: [{ fiche: 'RNCP15001' }],
			},
		]);
		expect(readdirSync(catalogue).filter((f) => f.startsWith('.import'))).toEqual([]);
		// The export of the next day: each kind of change is reported, and nothing else is written.
		const veille = etat();
		const { sortie: suite } = await zip(titresDuLendemain(titres), '2026-11-21');
		expect(suite).toMatch(/332 fiches : 2 ajoutées, 321 inchangées, 6 changées, 2 terminées, 1 refusée\./u);
		const dites = journaux().at(-1)?.versions ?? [];
		expect(dites.map((v) => v.sorte).sort()).toEqual([
			...['ajoutee', 'ajoutee'],
			...['blocs-reformules', 'blocs-reformules', 'blocs-reformules', 'blocs-reformules'],
			...['revisee', 'revisee', 'terminee', 'terminee'],
		]);
		const changes = Object.entries(etat()).flatMap(([f, texte]) => (veille[f] === texte ? [] : [f]));
		expect(changes.filter((f) => f.startsWith('titres/')).sort()).toEqual(dites.map((v) => `titres/${v.id}.md`).sort());
		const [revision] = changes.filter((f) => f.startsWith('correspondances/'));
		expect(revision).toMatch(/--.*-2026\.yaml$/u);
	});

	it('une fiche faussée n’arrête qu’elle ; deux titres de mêmes mots et de même année ont chacun leur nom', async () => {
		const { code, sortie } = await zip([
			{ numero: 1, intitule: 'Relieur', effet: '01/01/2018' },
			{ numero: 2, intitule: 'Relieur', effet: '01/05/2018' },
			{ numero: 3, intitule: 'Doreur' },
		]);
		expect(code).toBe(1);
		expect(noms('titres')).toEqual(['relieur-2018.md', 'relieur-rncp2-2018.md']);
		expect(sortie).toMatch(/2 ajoutées.*1 refusée/u);
	});
});

describe('les blocs se répondent par leurs codes', () => {
	const ancienne: FicheVoulue = {
		numero: 101,
		intitule: 'Relieur',
		effet: '01/01/2018',
		blocs: [
			['Coudre', 'Percer.'],
			['Plier', 'Presser.'],
		],
	};
	const nouvelle: FicheVoulue = { ...ancienne, numero: 202, effet: '01/01/2023', anciennes: [101] };

	it('dans n’importe quel ordre, et jamais par leur rang', async () => {
		const xml = exportRncp(
			// The first bloc in the export has the second code.
			`${ficheXml(ancienne).replace('RNCP101BC01', 'X').replace('RNCP101BC02', 'RNCP101BC01').replace('X', 'RNCP101BC04')}\n${ficheXml(
				{
					...nouvelle,
					cartes: [
						['RNCP101BC01', 'RNCP202BC02'],
						['RNCP101BC02', 'RNCP202BC01'],
					],
				},
			)}`,
		);
		const { sortie } = await importer('export.xml', xml, '--type', 'TP');
		expect(parse(lire('correspondances/relieur-2018--relieur-2023.yaml')).blocs.liens).toEqual([
			{ de: ['ccp-1'], vers: ['ccp-2'] },
		]);
		expect(sortie).toMatch(
			/correspondances avec RNCP101 : 1 sur 2 non écrites, le code d’un bloc n’est pas au catalogue/u,
		);
	});

	it('et gardent leur rang, dans quelque ordre que la nuit suivante les imprime', async () => {
		const [un, deux] = ficheXml(ancienne).match(/<BLOC_COMPETENCES>[\s\S]*?<\/BLOC_COMPETENCES>/gu) ?? [];
		const autre = ficheXml(ancienne)
			.replace(un ?? '', 'X')
			.replace(deux ?? '', un ?? '')
			.replace('X', deux ?? '');
		await importer('export-fiches-rncp-v4-1-2026-11-20.xml', exportRncp(ficheXml(ancienne)), '--type', 'TP');
		const titre = lire('titres/relieur-2018.md');
		await importer('export-fiches-rncp-v4-1-2026-11-21.xml', exportRncp(autre), '--type', 'TP');
		expect(autre).not.toBe(ficheXml(ancienne));
		expect(parse(lire('titres/relieur-2018.md').split('---')[1] ?? '').blocs).toEqual(
			parse(titre.split('---')[1] ?? '').blocs,
		);
	});

	it('une fiche deux fois dans l’export est lue si c’est la même, et refusée sinon', async () => {
		const fiche = ficheXml(ancienne);
		const { code, sortie } = await importer('export.xml', exportRncp(`${fiche}\n${fiche}`), '--type', 'TP');
		expect([code, sortie]).toEqual([0, expect.stringMatching(/1 ajoutée, .* 0 refusée/u)]);
		const autre = exportRncp(`${fiche}\n${fiche.replace('Presser', 'Serrer')}`);
		const { erreur } = await importer('export.xml', autre, '--type', 'TP');
		expect(erreur).toMatch(/deux fois dans l’export, autrement ; aucune n’est importée/u);
		expect(erreur).not.toMatch(/aucun identifiant/u);
	});

	it('une version dont les codes ne sont pas connus n’a aucun lien', async () => {
		await importer('export.xml', exportRncp(ficheXml(ancienne)), '--type', 'TP');
		const fichier = join(catalogue, 'titres/relieur-2018.md');
		writeFileSync(
			fichier,
			readFileSync(fichier, 'utf8').replace(/ {4}code:\n {6}valeur: .*\n {6}source: rncp\n/gu, ''),
		);
		const suite = exportRncp(ficheXml({ ...nouvelle, cartes: [['RNCP101BC01', 'RNCP202BC01']] }));
		const { sortie } = await importer('suite.xml', suite, '--type', 'TP');
		expect(sortie).toMatch(/1 sur 1 non écrites/u);
		expect(noms('correspondances')).toEqual([]);
		expect(arcs('relieur.yaml')).toEqual(['relieur-2018 relieur-2023']);
	});
});

describe('un export plus récent', () => {
	const avant: FicheVoulue[] = [
		{ numero: 1, intitule: 'Relieur', effet: '01/01/2018', fin: '31/12/2026' },
		{ numero: 2, intitule: 'Doreur', effet: '01/01/2019' },
		{ numero: 3, intitule: 'Potier', effet: '01/01/2020' },
	];
	const apres: FicheVoulue[] = [
		{ numero: 1, intitule: 'Relieur', effet: '01/01/2018', fin: '31/12/2028' },
		{ numero: 2, intitule: 'Doreur', effet: '01/01/2019', blocs: [['Dorer', 'Poser la feuille.']] },
		{ numero: 3, intitule: 'Potier', effet: '01/01/2020', actif: 'Non' },
		{ numero: 4, intitule: 'Graveur', effet: '01/01/2026' },
	];

	it('n’écrit que ce qui change, et dit ce que la source a changé', async () => {
		await zip(avant, '2026-11-20');
		const premier = etat();
		expect((await zip(avant, '2026-11-20')).sortie).toMatch(/Rien n’est écrit : tout est déjà au catalogue/u);
		expect(etat()).toEqual(premier);
		const { code, sortie } = await zip(apres, '2026-11-21');
		expect(code).toBe(0);
		expect(sortie).toMatch(/4 fiches : 1 ajoutée, 0 inchangée, 2 changées, 1 terminée, 0 refusée/u);
		expect(
			journaux()
				.at(-1)
				?.versions.map((v) => [v.id, v.sorte]),
		).toEqual([
			['relieur-2018', 'revisee'],
			['doreur-2019', 'blocs-reformules'],
			['potier-2020', 'terminee'],
			['graveur-2026', 'ajoutee'],
		]);
		expect(journaux().at(-1)?.versions[1]?.objet).toMatch(/l’intitulé « Préparer » laisse place à « Dorer »/u);
		expect(lire('titres/relieur-2018.md')).toMatch(
			/changements:\n {2}- le: 2026-11-21\n {4}objet: '?Au RNCP, faits révisés : dernier jour 31 décembre 2026, désormais 31 décembre 2028/u,
		);
		expect(() => lireCatalogue(catalogue)).not.toThrow();
	});

	it('une fiche devenue inactive n’est plus en vigueur, au plus tard ce jour-là, quelle que soit la fin de son enregistrement', async () => {
		const potier = { numero: 3, intitule: 'Potier', effet: '01/01/2020', fin: '31/12/2030' };
		const verrier = { numero: 4, intitule: 'Verrier', effet: '01/01/2021' };
		const etatDe = (id: string) => lireCatalogue(catalogue).versions.find((v) => v.id === id)?.etat;
		await zip([potier, verrier], '2026-11-20');
		expect(etatDe('potier-2020')).toMatchObject({ cle: 'en-vigueur', fin: '2031-01-01' });
		await zip(
			[
				{ ...potier, actif: 'Non' },
				{ ...verrier, actif: 'Non' },
			],
			'2026-11-22',
		);
		expect(
			journaux()
				.at(-1)
				?.versions.map((v) => v.objet),
		).toEqual(['La fiche n’est plus active, enregistrée jusqu’au 31 décembre 2030.', 'La fiche n’est plus active.']);
		expect(etatDe('potier-2020')).toMatchObject({ cle: 'terminee', depuis: '2026-11-22', auPlusTard: true });
		expect(etatDe('verrier-2021')).toMatchObject({ cle: 'terminee', depuis: '2026-11-22', auPlusTard: true });
		const { sortie } = await zip([{ ...potier, actif: 'Non', niveau: 5 }, verrier], '2026-12-01');
		expect(sortie).not.toContain('À trancher');
		expect(lire('titres/potier-2020.md')).toMatch(
			/^fin:\n {2}valeur: 2026-11-22\n {2}source: rncp\n {2}note: fiche inactive au RNCP, enregistrée au RNCP jusqu’au 31 décembre 2030\n {2}auPlusTard: true$/mu,
		);
		expect(lire('titres/verrier-2021.md')).not.toContain('auPlusTard');
	});

	it('garde ce qu’un éditeur a ajouté, ne touche pas à un texte plus riche, et dit les écarts', async () => {
		await zip(avant, '2026-11-20');
		const fichier = join(catalogue, 'titres/doreur-2019.md');
		writeFileSync(
			fichier,
			readFileSync(fichier, 'utf8').replace('intitule: Doreur\n', 'intitule: Doreur\nusuel: Doreur\n'),
		);
		const riche = join(catalogue, 'titres/relieur-2018.md');
		writeFileSync(join(catalogue, 'sources/arrete.md'), 'Texte.\n');
		const texte = readFileSync(riche, 'utf8').replace(
			'sources:\n',
			'sources:\n  annexe:\n    intitule: Annexe\n    nature: officielle\n    document: arrete.md\n',
		);
		writeFileSync(riche, texte);
		const { sortie } = await zip(apres, '2026-11-21');
		expect(readFileSync(fichier, 'utf8')).toMatch(/^usuel: Doreur$/mu);
		expect(readFileSync(fichier, 'utf8')).toMatch(/intitule: Dorer$/mu);
		expect(readFileSync(riche, 'utf8')).toBe(texte);
		expect(sortie).toMatch(
			/RNCP1 : relieur-2018, dernier jour : 31 décembre 2026 au catalogue, 31 décembre 2028 au RNCP/u,
		);
	});

	it('garde un jour changé à la main, et dit ce que la fiche en dit désormais', async () => {
		await zip(avant, '2026-11-20');
		const fichier = join(catalogue, 'titres/relieur-2018.md');
		expect(lire('titres/relieur-2018.md')).toMatch(
			/valeur: 2027-01-01\n.*\n? *note: enregistrée au RNCP jusqu’au 31 décembre 2026/u,
		);
		writeFileSync(
			fichier,
			lire('titres/relieur-2018.md').replace('2027-01-01', '2026-06-01').replace('2018-01-01', '2018-02-01'),
		);
		await zip(apres, '2026-11-21');
		expect(lire('titres/relieur-2018.md')).toMatch(/valeur: 2026-06-01/u);
		// The start date of the fiche has not changed: the date that the editor wrote is not a conflict.
		expect(lire('titres/relieur-2018.md')).toMatch(/valeur: 2018-02-01/u);
		expect(
			journaux()
				.at(-1)
				?.conflits.map((c) => c.objet),
		).toEqual([
			'relieur-2018, dernier jour changé à la main : 31 mai 2026 au catalogue, qui reste, 31 décembre 2028 au RNCP',
		]);
	});

	it('garde les libellés changés à la main, et dit que la fiche en a changé aussi', async () => {
		await zip(avant, '2026-11-20');
		const fichier = join(catalogue, 'titres/doreur-2019.md');
		writeFileSync(fichier, lire('titres/doreur-2019.md').replace('intitule: Préparer', 'intitule: Préparer les peaux'));
		await zip(apres, '2026-11-21');
		expect(lire('titres/doreur-2019.md')).toMatch(/intitule: Préparer les peaux$/mu);
		expect(
			journaux()
				.at(-1)
				?.conflits.map((c) => c.objet),
		).toEqual([
			'doreur-2019, des libellés de blocs ou de compétences ont changé à la main, et d’autre façon au RNCP : ceux du catalogue restent',
		]);
		expect(() => lireCatalogue(catalogue)).not.toThrow();
	});

	it('une fiche que la construction refuserait n’arrête qu’elle-même, et une fin avant le début n’est pas écrite', async () => {
		const double: FicheVoulue = {
			numero: 5,
			intitule: 'Cirier',
			effet: '01/01/2026',
			blocs: [['Couler', 'Fondre.', 'Fondre.']],
		};
		const envers: FicheVoulue = { numero: 6, intitule: 'Vannier', effet: '01/01/2026', fin: '31/08/2020' };
		const { code, erreur } = await zip([...avant, double, envers], '2026-11-20');
		expect(code).toBe(1);
		expect(erreur).toMatch(/RNCP5 +refusée .*« Fondre\. » est déjà une compétence de ce bloc/u);
		expect(lire('titres/vannier-2026.md')).not.toMatch(/^fin:/mu);
		expect(() => lireCatalogue(catalogue)).not.toThrow();
		expect(lireCatalogue(catalogue).versions.map((v) => v.id)).toContain('relieur-2018');
	});

	it('dit les fiches qui n’y sont plus, ou qui ont changé de type, et garde leurs versions', async () => {
		await zip(avant, '2026-11-20');
		const premier = etat();
		const [relieur, doreur] = avant as [FicheVoulue, FicheVoulue];
		const { code, sortie } = await zip([relieur, { ...doreur, type: 'BTS' }], '2026-11-21');
		expect(code).toBe(0);
		expect(etat()).toEqual(premier);
		expect(journaux().at(-1)?.conflits).toEqual([
			{ fiche: 'RNCP2', objet: expect.stringMatching(/de type BTS, et non plus TP ; .* doreur-2019 reste/u) },
			{ fiche: 'RNCP3', objet: expect.stringMatching(/cet export n’a plus cette fiche ; .* potier-2020 reste/u) },
		]);
		expect(sortie).toMatch(/À trancher, rien n’en est écrit :\n {2}RNCP2 : .*\n {2}RNCP3 : /u);
	});

	it('ne se lit pas pendant qu’un autre import écrit dans le même catalogue', async () => {
		mkdirSync(join(catalogue, `.import-${process.pid}`));
		const { code, erreur } = await zip(avant);
		expect(code).toBe(1);
		expect(erreur).toMatch(
			new RegExp(
				`^Refus : un autre import est en cours .* \\(processus ${process.pid}\\) ; attendre sa fin[^\n]*\n$`,
				'u',
			),
		);
		expect(readdirSync(catalogue)).toEqual([`.import-${process.pid}`]);
	});

	it('plus ancien, est refusé, sauf --force', async () => {
		await zip(apres, '2026-11-21');
		const avantRefus = etat();
		const { code, erreur } = await zip(avant, '2026-11-20');
		expect(code).toBe(1);
		expect(erreur).toMatch(
			/^Refus : cet export est du 2026-11-20, le catalogue a déjà lu celui du 2026-11-21 .*--force[^\n]*\n$/u,
		);
		expect(etat()).toEqual(avantRefus);
		expect((await zip(avant, '2026-11-20', '--force')).code).toBe(0);
	});
});

describe('un zip qui n’est pas un export', () => {
	const bon = zipDExport([{ numero: 1, intitule: 'Relieur', effet: '01/01/2018' }]);
	const xml = strToU8(exportRncp(ficheXml({ numero: 1, intitule: 'Relieur', effet: '01/01/2018' })));
	const abime = () => {
		const octets = bon.slice();
		const milieu = Math.floor(octets.length / 3);
		octets[milieu] = (octets[milieu] ?? 0) ^ 0xff;
		return octets;
	};
	it.each([
		['coupé', () => bon.slice(0, bon.length - 40), /coupé/u],
		['abîmé', abime, /abîmé|coupé|XML refusé/u],
		['vide', () => zipSync({}), /zip vide/u],
		['à deux XML', () => zipSync({ 'a.xml': xml, 'b.xml': xml }), /zip à 2 XML/u],
		['sans XML', () => zipSync({ 'a.csv': xml }), /zip sans XML : a\.csv/u],
		['qui sort de son dossier', () => zipSync({ '../a.xml': xml }), /sortirait de son dossier/u],
		[
			'qui est un document Word',
			() => zipSync({ 'word/document.xml': xml, '[Content_Types].xml': xml }),
			/document Word \(\.docx\).*PDF ou en texte/u,
		],
		[
			'dont le XML est en Windows-1252',
			() => zipSync({ 'a.xml': Uint8Array.from([...xml.slice(0, 400), 0xe9, ...xml.slice(400)]) }),
			/s’annonce en UTF-8 et n’en est pas/u,
		],
		[
			'dont le XML s’annonce en ISO-8859-1',
			() =>
				zipSync({ 'a.xml': Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>\n<FICHES>é</FICHES>', 'latin1') }),
			/encodage ISO-8859-1 : seul l’UTF-8 est lu ; le réenregistrer/u,
		],
		[
			'qui est une page du Web',
			() => strToU8('<!doctype html><title>503</title><p>Service indisponible</p>'),
			/pas un export du RNCP, mais un texte ou une page du Web.*à nouveau/u,
		],
	])('%s', async (_, octets, motif) => {
		const { code, erreur } = await importer('export.zip', octets(), '--type', 'TP');
		expect(code).toBe(1);
		expect(erreur).toMatch(/^Refus : [^\n]+\n$/u);
		expect(erreur).toMatch(motif);
		expect(readdirSync(catalogue)).toEqual([]);
	});
});
