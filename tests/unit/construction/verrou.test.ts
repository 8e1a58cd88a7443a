import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verrouiller } from '../../../scripts/construction/verrou.ts';

let racine: string;
beforeEach(() => {
	racine = mkdtempSync(join(tmpdir(), 'lignee-'));
});
afterEach(() => rmSync(racine, { recursive: true, force: true }));

/** Takes the lock in another process, and returns it once it holds it. */
async function tenir() {
	const script = `
		import { verrouiller } from './scripts/construction/verrou.ts';
		await verrouiller(${JSON.stringify(racine)}, 'dist (autre)', () => {});
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
	it('fait attendre la seconde construction, lui dit qui elle attend, et passe à elle', async () => {
		const rendre = await verrouiller(racine, 'dist (première)', () => {});
		const evenements: string[] = [];
		const seconde = verrouiller(racine, 'dist (seconde)', (autre) => {
			evenements.push(`attend ${autre}`);
			rendre();
		}).then((r) => {
			evenements.push('commence');
			return r;
		});
		(await seconde)();
		expect(evenements).toEqual(['attend dist (première)', 'commence']);
	});
	it('ne survit pas à une construction tuée', async () => {
		const enfant = await tenir();
		const attendu: string[] = [];
		const suivante = verrouiller(racine, 'dist', (autre) => {
			attendu.push(autre);
			enfant.kill('SIGKILL');
		});
		(await suivante)();
		expect(attendu).toEqual(['dist (autre)']);
	});
	it('passe à chacune de plusieurs qui attendent, une à la fois', async () => {
		let ensemble = 0;
		let plus = 0;
		await Promise.all(
			Array.from({ length: 20 }, async () => {
				const rendre = await verrouiller(racine, 'dist', () => {});
				plus = Math.max(plus, ++ensemble);
				await new Promise(setImmediate);
				ensemble--;
				rendre();
			}),
		);
		expect(plus).toBe(1);
	});
	it('est propre à chaque projet', async () => {
		const autre = mkdtempSync(join(tmpdir(), 'lignee-'));
		const rendre = await verrouiller(racine, 'dist', () => {});
		(await verrouiller(autre, 'dist', () => expect.unreachable()))();
		rendre();
		rmSync(autre, { recursive: true });
	});
});
