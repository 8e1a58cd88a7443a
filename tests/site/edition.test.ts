import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as laisser } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { copierProjet } from '../../scripts/banc/projet.ts';
import { environnementNu } from '../../scripts/environnement.ts';

const { racine, retirer } = copierProjet(tmpdir());
const serveur = spawn('npm', ['run', '--silent', 'dev', '--', '--port', '0'], {
	cwd: racine,
	env: environnementNu(),
	detached: true,
});
let page = '';
let dit = '';

beforeAll(async () => {
	for (const flux of [serveur.stdout, serveur.stderr])
		flux.on('data', (texte) => {
			dit += texte;
		});
	while (!/http:\/\/localhost:\d+/.test(dit)) await Promise.race([once(serveur.stdout, 'data'), fini()]);
	page = `${/http:\/\/localhost:\d+/.exec(dit)?.[0]}/titres/tsgeri-2008/`;

	async function fini(): Promise<never> {
		await once(serveur, 'close');
		throw new Error(`npm run dev s’est arrêté :\n${dit}`);
	}
});
afterAll(async () => {
	if (serveur.exitCode === null) {
		// Kills the process group: npm and the server that it started.
		process.kill(-(serveur.pid as number));
		await once(serveur, 'close');
	}
	retirer();
});

// The log of the server is the only explanation of a timeout.
beforeEach(() => onTestFailed(() => console.error(dit)));

const document = join(racine, 'content/titres/tsgeri-2008.md');
const ecrire = (phrase: string) => appendFileSync(document, `\n${phrase}\n`);

async function attendre(phrase: string, ou = page): Promise<void> {
	while (!(await (await fetch(ou)).text()).includes(phrase));
}

describe('npm run dev', () => {
	it('montre une édition, même quand une autre la précède de quelques millisecondes', async () => {
		await fetch(page);
		for (let n = 0; n < 8; n++) {
			ecrire(`Première écriture ${n}.`);
			// An editor saves a file, then saves it again once formatted.
			await laisser(10 + 5 * n);
			ecrire(`Seconde écriture ${n}.`);
			await attendre(`Seconde écriture ${n}.`);
		}
		expect(await (await fetch(page)).text()).toContain('Première écriture 7.');
	});
	it('montre un nom retouché sur la page du bloc et dans l’index des titres, qui se lisent d’une liste', async () => {
		const avant = readFileSync(document, 'utf8');
		writeFileSync(document, avant.replace('    usuel: Assurer', '    usuel: ASSURER'));
		await attendre('ASSURER', `${page}ccp-1/`);
		writeFileSync(document, avant.replace('usuel: Technicien(ne)', 'usuel: TECHNICIEN(NE)'));
		await attendre('TECHNICIEN(NE)', new URL('/titres/', page).href);
		await attendre('TECHNICIEN(NE)');
	});
	it.each([
		'/donnees/catalogue.json',
		'/donnees/comparaisons/tsgri-2003--tsgeri-2008.csv',
		'/sources/000_d479f3752df1ffc5.txt',
	])('donne %s à son adresse, comme le site publié', async (adresse) => {
		const { status, headers } = await fetch(new URL(adresse, page));
		expect([status, headers.get('content-type')]).toEqual([200, expect.not.stringContaining('html')]);
	});
	it('dit où est la faute d’un document, garde sa page, et le montre dès qu’il est corrigé', async () => {
		const juste = readFileSync(document, 'utf8');
		const avant = await (await fetch(page)).text();
		writeFileSync(document, juste.replace('---\n', '---\nchampInconnu: 1\n'));
		while (!/titres\/tsgeri-2008\.md.*champInconnu/.test(dit)) await once(serveur.stderr, 'data');
		expect(await (await fetch(page)).text()).toBe(avant);
		writeFileSync(document, `${juste}\nPhrase corrigée.\n`);
		await attendre('Phrase corrigée.');
	});
});
