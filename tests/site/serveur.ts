import type { TestProject } from 'vitest/node';
import { preparerNavigateur } from '../../scripts/navigateur.ts';
import { servirDossier } from '../../scripts/serveur.ts';

/** Global setup: serves `dist` to the tests of the site, and unpacks their browser before they start. */
export default async function servir(projet: TestProject): Promise<() => Promise<void>> {
	await preparerNavigateur();
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
