import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { problemesDeLecture } from '../../../src/catalogue/controles/lecture-correspondance.ts';
import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { competences } from '../../../src/domaine/referentiel.ts';
import type { Correspondance } from '../../../src/schemas/correspondance.ts';
import { tsgeri, tsgri, tssi, tssr } from './exemples.ts';

const dossiers: string[] = [];
afterAll(() => {
	for (const dossier of dossiers) rmSync(dossier, { recursive: true });
});

/** Creates a temporary catalogue with the two versions and no lexicon. */
const copier = () => {
	const dossier = mkdtempSync(join(tmpdir(), 'lignee-'));
	dossiers.push(dossier);
	for (const id of ['tssi-2013', 'tssr-2018']) cpSync(`content/titres/${id}.md`, join(dossier, 'titres', `${id}.md`));
	return dossier;
};

/** Copies the whole catalogue, to change it. */
const copierTout = () => {
	const dossier = mkdtempSync(join(tmpdir(), 'lignee-'));
	dossiers.push(dossier);
	cpSync('content', dossier, { recursive: true });
	return dossier;
};

/** Error of reading a catalogue, or an empty string. */
const refusDe = (dossier: string): string => {
	try {
		lireCatalogue(dossier);
		return '';
	} catch (erreur) {
		return (erreur as Error).message;
	}
};

const rapprocher = (args: string[], catalogue = 'content') => {
	const env = { ...process.env, CATALOGUE: catalogue };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/rapprocher.ts', ...args], {
		encoding: 'utf8',
		env,
	});
	return { code: status, stdout, stderr };
};

const CONNUES =
	'versions dont les libellés sont connus : tsgeri-2008, tsgri-2003, tsrit-2003, tssi-2008, tssi-2013, tssr-2018, tssr-2023, tssr-2026';

describe('npm run rapprocher', () => {
	it('imprime avec --json la forme du fichier de données, lectures d’éditeur laissées de côté', () => {
		const { code, stdout } = rapprocher(['tsgri-2003', 'tsgeri-2008', '--json']);
		const comparaison = JSON.parse(stdout) as Comparaison;
		expect(code).toBe(0);
		expect(Object.keys(comparaison)).toEqual(['de', 'vers', 'blocs', 'competences', 'parentes']);
		expect(comparaison.blocs).toHaveLength(3);
		expect(new Set(comparaison.competences.map((e) => e.statut))).toEqual(new Set(['proposee', 'a-verifier']));
		const ids = comparaison.competences.flatMap((e) => [...e.de, ...e.vers]).sort();
		expect(ids).toEqual([...competences(tsgri), ...competences(tsgeri)].map((c) => c.id).sort());
	});

	it('explique ses propositions, puis donne le YAML à relire', () => {
		const { stdout } = rapprocher(['tssi-2013', 'tssr-2018']);
		expect(stdout).toContain('identique  ccp-1/c1 → ccp-1/c3  1');
		expect(stdout).toContain('termes : veille technologique');
		expect(stdout).toContain('── Parentés possibles');
		const relire = parse(stdout.slice(stdout.indexOf('\nde: tssi-2013'))) as Correspondance;
		expect(problemesDeLecture({ fichier: '', ligne: () => undefined, data: relire }, tssi, tssr)).toEqual([]);
		expect(relire.competences?.map((e) => e.motif)).toEqual(relire.competences?.map(() => ''));
	});

	it('écrit avec --ecrire le fichier à relire, que le build refuse à chaque entrée jusqu’à sa lecture', () => {
		const dossier = copierTout();
		const fichier = join(dossier, 'correspondances', 'tssi-2013--tssr-2018.yaml');
		rmSync(fichier);
		expect(rapprocher(['tssi-2013', 'tssr-2018', '--ecrire'], dossier)).toMatchObject({ code: 0, stderr: '' });
		const ecrit = readFileSync(fichier, 'utf8');
		const { competences: entrees = [], parentes = [] } = parse(ecrit) as Correspondance;
		const refus = refusDe(dossier);
		expect(refus.match(/tssi-2013--tssr-2018\.yaml:\d+ — \S+\.statut : .*à relire/g)).toHaveLength(
			entrees.length + parentes.length,
		);
		expect(refus).toMatch(/tssi-2013--tssr-2018\.yaml:3 — reluLe : /);
		expect(refus).toMatch(/tssi-2013--tssr-2018\.yaml:4 — relecteur : /);
		const lu = ecrit
			.replaceAll('statut: a-relire', 'statut: relue')
			.replaceAll("motif: ''", 'motif: Une raison.')
			.replace("reluLe: ''", 'reluLe: 2026-11-29')
			.replace("relecteur: ''", 'relecteur: la rédaction');
		writeFileSync(fichier, lu);
		expect(refusDe(dossier)).not.toMatch(/statut|reluLe|relecteur|motif|empreinte/);
	});

	it('rapproche aussi une version dont seuls les libellés sont connus', () => {
		const { code, stdout } = rapprocher(['tssr-2018', 'tssr-2023']);
		expect(code).toBe(0);
		expect(stdout).toContain('tssr-2018 → tssr-2023 : 20 compétences, puis 9');
	});

	it('n’écrit jamais par-dessus un fichier', () => {
		const dossier = copier();
		mkdirSync(join(dossier, 'correspondances'));
		const fichier = join(dossier, 'correspondances', 'tssi-2013--tssr-2018.yaml');
		writeFileSync(fichier, 'de: tssi-2013\nvers: tssr-2018\n');
		const { code, stderr } = rapprocher(['tssi-2013', 'tssr-2018', '--ecrire'], dossier);
		expect([code, stderr]).toEqual([
			1,
			`${fichier} existe déjà : le compléter à la main, ou le retirer s’il n’a rien de relu\n`,
		]);
		expect(readFileSync(fichier, 'utf8')).toBe('de: tssi-2013\nvers: tssr-2018\n');
	});

	it.each([
		[['tssi-2013', 'tssr-1999'], `version « tssr-1999 » introuvable ; ${CONNUES}\n`],
		[['../tssi-2013', 'tssr-2018'], `version « ../tssi-2013 » introuvable ; ${CONNUES}\n`],
		[['tssi-2013'], 'deux versions attendues, 1 donnée : npm run rapprocher -- <de> <vers>\n'],
		[['a', 'b', '--vite'], 'option « --vite » inconnue ; options : --ecrire, --json, --aide\n'],
		[['tssr-2018', 'tssr-2018'], '« tssr-2018 » deux fois ; nommer deux versions, la plus ancienne d’abord\n'],
		[
			['tssr-2023', 'tssr-2018', '--ecrire'],
			'« tssr-2023 » commence après « tssr-2018 » ; échanger les deux : npm run rapprocher -- tssr-2018 tssr-2023 --ecrire\n',
		],
	])('refuse %j en une ligne', (args, attendu) => {
		expect(rapprocher(args)).toEqual({ code: 1, stdout: '', stderr: attendu });
	});

	it('dit où un fichier est mal formé', () => {
		const dossier = copier();
		writeFileSync(join(dossier, 'titres', 'tssi-2013.md'), '---\nsigle: TSSI\nblocs: []\n---\n');
		const { code, stderr } = rapprocher(['tssi-2013', 'tssr-2018'], dossier);
		expect(code).toBe(1);
		expect(stderr).toMatch(/titres\/tssi-2013\.md:\d+ — \S+ : .+\n$/);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});

	it('lit avec le lexique commun un catalogue qui n’en a pas', () => {
		const [sien, notre] = [copier(), 'content'].map((c) => rapprocher(['tssi-2013', 'tssr-2018', '--json'], c).stdout);
		expect(sien).toBe(notre);
	});

	it('dit son usage', () => {
		expect(rapprocher(['--aide'])).toMatchObject({
			code: 0,
			stdout: expect.stringMatching(/^Usage : npm run rapprocher/),
		});
	});
});
