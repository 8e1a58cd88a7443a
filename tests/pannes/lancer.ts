import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { environnementNu } from '../../scripts/environnement.ts';

const PRECHARGEMENT = resolve('tests/pannes/prechargement.ts');

/**
 * Runs a script of the project whose writes to the disk fail at one point.
 * @param panne what fails, and at which write: `SIGKILL:12`, `ENOSPC:3`; nothing counts the writes
 */
export function lancer(
	args: readonly string[],
	panne: string | undefined,
	reglages: Record<string, string> = {},
): SpawnSyncReturns<string> & { ecritures: number } {
	const fini = spawnSync(process.execPath, ['--import', PRECHARGEMENT, ...args], {
		env: environnementNu({ ...(panne ? { PANNE: panne } : { PANNE_COMPTE: '1' }), ...reglages }),
		encoding: 'utf8',
	});
	return { ...fini, ecritures: Number(/ecritures=(\d+)/.exec(fini.stderr)?.[1] ?? 0) };
}
