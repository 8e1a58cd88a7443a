import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { preparerNavigateur } from '../../scripts/navigateur.ts';
import { exigerSite } from '../../scripts/serveur.ts';
import { servirParNginx } from './nginx.ts';

/** Global setup: serves a compressed copy of the built site with nginx and its headers, as a host would. */
export default async function servir(projet: TestProject): Promise<() => void> {
	await preparerNavigateur();
	exigerSite('dist');
	mkdirSync('.cache', { recursive: true });
	const dossier = mkdtempSync('.cache/publie-');
	const retirer = () => rmSync(dossier, { recursive: true, force: true });
	const publie = join(dossier, 'site');
	cpSync('dist', publie, { recursive: true });
	const { status, stderr } = spawnSync(process.execPath, ['scripts/compresser.ts', publie], { encoding: 'utf8' });
	if (status !== 0) {
		retirer();
		throw new Error(stderr);
	}
	const { adresse, fermer } = await servirParNginx(publie);
	projet.provide('adresse', adresse);
	projet.provide('dist', publie);
	return () => {
		fermer();
		retirer();
	};
}
