import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Comparaison } from '../../../src/domaine/comparaison/comparaison.ts';
import { fautes } from '../../../src/domaine/comparaison/integrite.ts';
import { competences } from '../../../src/domaine/referentiel.ts';
import type { Correspondance } from '../../../src/schemas/correspondance.ts';
import { tsgeri, tsgri, tssi, tssr } from './exemples.ts';

const dossiers: string[] = [];
afterAll(() => {
	for (const dossier of dossiers) rmSync(dossier, { recursive: true });
});

/** A catalogue of its own, with the two versions and no lexicon. */
const copier = () => {
	const dossier = mkdtempSync(join(tmpdir(), 'lignee-'));
	dossiers.push(dossier);
	for (const id of ['tssi-2013', 'tssr-2018']) cpSync(`content/titres/${id}.md`, join(dossier, 'titres', `${id}.md`));
	return dossier;
};

const rapprocher = (args: string[], catalogue = 'content') => {
	const env = { ...process.env, CATALOGUE: catalogue };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/rapprocher.ts', ...args], {
		encoding: 'utf8',
		env,
	});
	return { code: status, stdout, stderr };
};

describe('npm run rapprocher', { timeout: 60_000 }, () => {
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
		const relire = parse(stdout.slice(stdout.indexOf('\nde: tssi-2013'))) as Correspondance;
		expect(fautes(relire, tssi, tssr)).toEqual([]);
		expect(relire.competences?.map((e) => e.motif)).toEqual(relire.competences?.map(() => ''));
	});

	it.each([
		[
			['tssi-2013', 'tssr-1999'],
			'version « tssr-1999 » introuvable ; versions détenues : tsgeri-2008, tsgri-2003, tssi-2013, tssr-2018\n',
		],
		[
			['../tssi-2013', 'tssr-2018'],
			'version « ../tssi-2013 » introuvable ; versions détenues : tsgeri-2008, tsgri-2003, tssi-2013, tssr-2018\n',
		],
		[['tssi-2013'], 'deux versions attendues, 1 donnée(s) : npm run rapprocher -- <de> <vers>\n'],
		[['a', 'b', '--vite'], 'option « --vite » inconnue ; options : --json, --aide\n'],
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
