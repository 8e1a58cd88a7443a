import { type SpawnSyncReturns, spawnSync } from 'node:child_process';

/**
 * Runs the real `npm run build` with other settings. The variables that Vitest sets in its own process (`BASE_URL`,
 * `MODE`…) would reach the pages, so the child starts with few.
 */
export function construire(reglages: Record<string, string>): SpawnSyncReturns<string> {
	const { PATH, HOME } = process.env;
	return spawnSync('npm', ['run', '--silent', 'build'], {
		env: { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', ...reglages },
		encoding: 'utf8',
	});
}
