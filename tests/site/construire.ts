import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { environnementNu } from '../../scripts/environnement.ts';

/** Runs `npm run build` with these settings. */
export const construire = (reglages: Record<string, string>): SpawnSyncReturns<string> =>
	spawnSync('npm', ['run', '--silent', 'build'], { env: environnementNu(reglages), encoding: 'utf8' });

/** Creates a unique output folder, since two test runs may share the tree; removed after the tests of the file. */
export function sortieNeuve(): string {
	mkdirSync('.cache', { recursive: true });
	const dossier = mkdtempSync('.cache/essai-');
	afterAll(() => rmSync(dossier, { recursive: true, force: true }));
	return join(dossier, 'site');
}
