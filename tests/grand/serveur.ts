import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { copierProjet } from '../../scripts/banc/projet.ts';
import { environnementNu } from '../../scripts/environnement.ts';
import { preparerNavigateur } from '../../scripts/navigateur.ts';
import { servirDossier } from '../../scripts/serveur.ts';

/** Global setup: builds the site of a generated catalogue in a copy of the project, and serves it. */
export default async function servir(projet: TestProject): Promise<() => Promise<void>> {
	await preparerNavigateur();
	const versions = process.env.VERSIONS || '900';
	const copie = copierProjet();
	const catalogue = join(copie.racine, 'catalogue');
	try {
		executer(copie.racine, {}, 'scripts/catalogue-genere.ts', '--versions', versions, '--dossier', catalogue);
		executer(copie.racine, { CATALOGUE: catalogue }, 'scripts/construire.ts');
		const dist = join(copie.racine, 'dist');
		const { adresse, fermer } = await servirDossier({ outDir: dist });
		projet.provide('adresse', adresse);
		projet.provide('dist', dist);
		return async () => {
			await fermer();
			copie.retirer();
		};
	} catch (erreur) {
		copie.retirer();
		throw erreur;
	}
}

function executer(dossier: string, reglages: Record<string, string>, ...args: string[]): void {
	const env = environnementNu({ NODE_ENV: 'production', ...reglages });
	// Astro logs a line for each page: only the end of the log can explain a failure.
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: dossier,
		env,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
	});
	if (status !== 0) throw new Error(`${args.join(' ')} :\n${stdout.slice(-2000)}\n${stderr}`);
}

declare module 'vitest' {
	export interface ProvidedContext {
		/** Folder of the served site. */
		dist: string;
	}
}
