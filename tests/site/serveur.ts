import type { TestProject } from 'vitest/node';
import { preparerNavigateur } from '../../scripts/navigateur.ts';
import { servirDossier } from '../../scripts/serveur.ts';

/** Serves `dist` to all the tests of the site; their browser is unpacked before the first of them starts. */
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
