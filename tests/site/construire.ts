import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { environnementNu } from '../../scripts/environnement.ts';

/** Runs the real `npm run build` with other settings. */
export const construire = (reglages: Record<string, string>): SpawnSyncReturns<string> =>
	spawnSync('npm', ['run', '--silent', 'build'], { env: environnementNu(reglages), encoding: 'utf8' });

/** A folder for one build of one run, since two runs may test the same tree at once; removed after the file's tests. */
export function sortieNeuve(): string {
	mkdirSync('.cache', { recursive: true });
	const dossier = mkdtempSync('.cache/essai-');
	afterAll(() => rmSync(dossier, { recursive: true, force: true }));
	return join(dossier, 'site');
}
