import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { environnementNu } from '../../scripts/environnement.ts';

const PRECHARGEMENT = resolve('tests/pannes/prechargement.ts');

/**
 * Runs a script of the project, and makes one of its writes to the disk fail.
 * @param panne the failure, and the write at which it happens: `SIGKILL:12`, `ENOSPC:3`; without it, writes are counted
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
