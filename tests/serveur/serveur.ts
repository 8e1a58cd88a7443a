import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { servirParNginx } from './nginx.ts';

/** A copy of the built site, compressed: `dist` itself stays as the build leaves it. */
export const PUBLIE = '.cache/publie';

/** Serves the built site to these tests as a host would: compressed, by nginx, with its headers. */
export default async function servir(projet: TestProject): Promise<() => void> {
	if (!existsSync('dist/index.html')) throw new Error('dist/ est vide : lancer « npm run build » avant.');
	rmSync(PUBLIE, { recursive: true, force: true });
	cpSync('dist', PUBLIE, { recursive: true });
	const { status, stderr } = spawnSync(process.execPath, ['scripts/compresser.ts', PUBLIE], { encoding: 'utf8' });
	if (status !== 0) throw new Error(stderr);
	const { adresse, fermer } = await servirParNginx(PUBLIE);
	projet.provide('adresse', adresse);
	return fermer;
}
