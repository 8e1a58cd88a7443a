import { defineConfig } from 'vitest/config';

// Its settings stand under HOME, and Astro's servers stop where that cannot be written.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** No test is on time: these limits only end what hangs, on a machine however busy. */
const PATIENCE = { testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: 120_000 } } };

export default defineConfig({
	test: {
		// Every core works: the machine has nothing else to do.
		maxWorkers: '100%',
		coverage: {
			include: ['src/{domaine,importation}/**/*.ts'],
			reporter: ['text-summary', 'json-summary'],
			thresholds: { branches: 95 },
		},
		projects: [
			{
				test: {
					name: 'unit',
					// These modules keep no state, so that one reading of each serves all the files.
					isolate: false,
					include: ['tests/unit/**/*.test.ts'],
					setupFiles: ['tests/graine.ts'],
					...PATIENCE,
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts'],
					globalSetup: ['tests/site/serveur.ts'],
					...PATIENCE,
				},
			},
			{
				test: {
					// All the pages, where the tests of the site take one of each kind.
					name: 'accessibilite',
					include: ['tests/site/accessibilite.test.ts'],
					env: { TOUTES_LES_PAGES: '1' },
					globalSetup: ['tests/site/serveur.ts'],
					...PATIENCE,
				},
			},
			{
				test: {
					name: 'serveur',
					include: ['tests/serveur/**/*.test.ts'],
					globalSetup: ['tests/serveur/serveur.ts'],
					...PATIENCE,
				},
			},
			{
				test: {
					name: 'grand',
					include: ['tests/grand/**/*.test.ts'],
					globalSetup: ['tests/grand/serveur.ts'],
					...PATIENCE,
				},
			},
			{
				test: {
					name: 'firefox',
					include: ['tests/firefox/**/*.test.ts'],
					globalSetup: ['tests/site/serveur.ts'],
					...PATIENCE,
				},
			},
			{ test: { name: 'reprise', include: ['tests/reprise/**/*.test.ts'], ...PATIENCE } },
			{ test: { name: 'pannes', include: ['tests/pannes/**/*.test.ts'], ...PATIENCE } },
		],
	},
});
