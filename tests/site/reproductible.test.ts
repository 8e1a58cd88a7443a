import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { lierModules } from '../../scripts/banc/projet.ts';
import { environnementNu } from '../../scripts/environnement.ts';
import { fichiersDe } from '../fichiers.ts';

const DIST = process.env.DIST ?? 'dist';
const HORS_COPIE = /^(?:node_modules|dist.*|coverage|\.git|\.astro|\.cache)$/;

const ailleurs = mkdtempSync(join(tmpdir(), 'un-autre-dossier-'));
afterAll(() => rmSync(ailleurs, { recursive: true, force: true }));

const lire = (dossier: string): Map<string, Buffer> =>
	new Map(fichiersDe(dossier).map((f) => [f, readFileSync(join(dossier, f))]));

describe('construction', () => {
	it('donne octet pour octet le même site dans un autre dossier, à une autre heure, sous un autre fuseau, quand Astro écrit lui-même et qu’une autre construction du dossier y laisse sa liste de guides', async () => {
		const copie = join(ailleurs, 'plus', 'profond');
		cpSync('.', copie, { recursive: true, filter: (chemin) => !HORS_COPIE.test(relative('.', chemin)) });
		lierModules(copie);
		const reglages = join(copie, 'astro.config.mjs');
		const avec = readFileSync(reglages, 'utf8');
		const sans = avec.replace('ecriture(), ', '');
		expect(sans).not.toBe(avec);
		writeFileSync(reglages, sans);
		const { SITE_URL = '', BASE_PATH = '' } = process.env;
		const construction = spawn('npm', ['run', '--silent', 'build'], {
			cwd: copie,
			env: environnementNu({ SITE_URL, BASE_PATH, TZ: 'Pacific/Auckland', LANG: 'fr_FR.UTF-8' }),
		});
		mkdirSync(join(copie, '.astro'), { recursive: true });
		const autre = setInterval(
			() => writeFileSync(join(copie, '.astro/content-modules.mjs'), 'export default new Map();'),
			1,
		);
		const [[code], ...dit] = await Promise.all([
			once(construction, 'close'),
			text(construction.stdout),
			text(construction.stderr),
		]);
		clearInterval(autre);
		expect(code, dit.join('\n')).toBe(0);
		const [ici, la] = [lire(DIST), lire(join(copie, 'dist'))];
		expect([...la.keys()]).toEqual([...ici.keys()]);
		expect(
			[...ici].filter(([fichier, octets]) => !la.get(fichier)?.equals(octets)).map(([fichier]) => fichier),
		).toEqual([]);
	});
});
