import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AstroInlineConfig, preview } from 'astro';
import type { TestProject } from 'vitest/node';

/**
 * Serves a built site on a free port.
 * @returns its origin, without a trailing slash, and what stops it
 */
export async function servirDossier(
	config: Pick<AstroInlineConfig, 'outDir' | 'base'> = {},
): Promise<{ adresse: string; fermer: () => Promise<void> }> {
	const dossier = config.outDir ?? 'dist';
	if (!existsSync(join(dossier, 'index.html')))
		throw new Error(`${dossier}/ est vide : lancer « npm run build » avant.`);
	const serveur = await preview({ root: '.', ...config, server: { port: 0 }, logLevel: 'error' });
	return { adresse: `http://localhost:${serveur.port}`, fermer: () => serveur.stop() };
}

/** Serves `dist` to all the tests of the site. */
export default async function servir(projet: TestProject): Promise<() => Promise<void>> {
	const { adresse, fermer } = await servirDossier();
	projet.provide('adresse', adresse);
	return fermer;
}

declare module 'vitest' {
	export interface ProvidedContext {
		/** Origin of the served site, without a trailing slash. */
		adresse: string;
	}
}
