import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARQUE, prendre, rendre } from '../../../scripts/construction/verrou.ts';

let racine: string;
let dossier: string;
beforeEach(() => {
	racine = mkdtempSync(join(tmpdir(), 'lignee-'));
	dossier = join(racine, 'site-en-construction');
});
afterEach(() => rmSync(racine, { recursive: true, force: true }));
const rien = () => {};

/** Starts another process that takes the lock. @returns it once it holds the lock */
async function tenir(): Promise<ChildProcess> {
	const script = `
		import { prendre } from './scripts/construction/verrou.ts';
		await prendre(${JSON.stringify(dossier)}, () => {}, () => {});
		console.log('tenu');
		setInterval(() => {}, 1e6);
	`;
	const enfant = spawn(process.execPath, ['--input-type=module', '--eval', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(enfant.stdout, 'data');
	return enfant;
}

describe('le verrou', () => {
	it('fait attendre la seconde construction, lui dit quel processus elle attend, et passe à elle', async () => {
		const enfant = await tenir();
		const attendus: number[] = [];
		const pris = await prendre(dossier, rien, (pid) => {
			attendus.push(pid);
			enfant.kill('SIGKILL');
		});
		expect(pris).toBe(true);
		expect(attendus).toEqual([enfant.pid]);
		rendre(dossier);
		expect(readdirSync(racine)).toEqual([]);
	});
	it('passe à chacune de plusieurs qui attendent, une à la fois', async () => {
		let ensemble = 0;
		let plus = 0;
		await Promise.all(
			Array.from({ length: 8 }, async () => {
				await prendre(dossier, rien, rien);
				plus = Math.max(plus, ++ensemble);
				await new Promise(setImmediate);
				ensemble--;
				rendre(dossier);
			}),
		);
		expect(plus).toBe(1);
	});
	it('d’un processus qui n’est plus passe au suivant, qui range d’abord ce qu’il a laissé', async () => {
		const enfant = await tenir();
		writeFileSync(join(dossier, 'reste'), '');
		enfant.kill('SIGKILL');
		await once(enfant, 'exit');
		let rangements = 0;
		const ranger = () => {
			rangements++;
			rmSync(join(dossier, 'reste'));
		};
		expect(await prendre(dossier, ranger, rien)).toBe(true);
		expect(rangements).toBe(1);
	});
	it('n’est pas tenu par un processus étranger qui a reçu le même numéro', async () => {
		const enfant = await tenir();
		writeFileSync(join(dossier, MARQUE), JSON.stringify({ ...lire(), depart: '1' }));
		expect(await prendre(dossier, rien, rien)).toBe(true);
		enfant.kill();
	});
	it('d’une autre machine est respecté, mais pas pour toujours', async () => {
		mkdirSync(dossier);
		writeFileSync(join(dossier, MARQUE), JSON.stringify({ pid: 1, hote: 'ailleurs.exemple' }));
		const attendus: number[] = [];
		expect(await prendre(dossier, rien, (pid) => attendus.push(pid), 300)).toBe(true);
		expect(attendus).toEqual([1]);
	});
	it('vide, laissé par une construction tuée en le prenant, passe au suivant', async () => {
		mkdirSync(dossier);
		expect(await prendre(dossier, rien, rien)).toBe(true);
	});
	it.each([
		['un dossier de quelqu’un', () => mkdirSync(join(dossier, 'photos'), { recursive: true })],
		['un fichier', () => writeFileSync(dossier, 'à garder')],
		[
			'une marque qui n’en est pas une',
			() => {
				mkdirSync(dossier);
				writeFileSync(join(dossier, MARQUE), '{"pid":"\u001b[31m1"}');
			},
		],
	])('laisse %s comme il est', async (_, poser) => {
		poser();
		expect(await prendre(dossier, () => expect.unreachable(), rien)).toBe(false);
		expect(existsSync(dossier)).toBe(true);
	});
});

const lire = () => JSON.parse(readFileSync(join(dossier, MARQUE), 'utf8'));
