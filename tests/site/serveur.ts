import { existsSync } from 'node:fs';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

/** Serves the built site to the tests, on a free port. */
export default async function servir(projet: TestProject): Promise<() => Promise<void>> {
	if (!existsSync('dist/index.html')) throw new Error('dist/ est vide : lancer « npm run build » avant ces tests.');
	const serveur = await preview({ root: '.', server: { port: 0 }, logLevel: 'error' } as Parameters<typeof preview>[0]);
	projet.provide('adresse', `http://localhost:${serveur.port}`);
	return () => serveur.stop();
}

declare module 'vitest' {
	export interface ProvidedContext {
		/** Origin of the served site, without a trailing slash. */
		adresse: string;
	}
}
