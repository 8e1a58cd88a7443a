import { defineConfig } from 'vitest/config';

// Its settings stand under HOME, and Astro's servers stop where that cannot be written.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** A page in a browser, or a whole build, takes longer than a function. */
const LENT = { testTimeout: 120_000, hookTimeout: 180_000 };

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
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts'],
					globalSetup: ['tests/site/serveur.ts'],
					...LENT,
				},
			},
			{
				test: {
					// All the pages, where the tests of the site take one of each kind.
					name: 'accessibilite',
					include: ['tests/site/accessibilite.test.ts'],
					env: { TOUTES_LES_PAGES: '1' },
					globalSetup: ['tests/site/serveur.ts'],
					...LENT,
				},
			},
			{
				test: {
					name: 'serveur',
					include: ['tests/serveur/**/*.test.ts'],
					globalSetup: ['tests/serveur/serveur.ts'],
					...LENT,
				},
			},
			{
				test: {
					name: 'grand',
					include: ['tests/grand/**/*.test.ts'],
					globalSetup: ['tests/grand/serveur.ts'],
					...LENT,
				},
			},
			{
				test: {
					name: 'firefox',
					include: ['tests/firefox/**/*.test.ts'],
					globalSetup: ['tests/site/serveur.ts'],
					...LENT,
				},
			},
			{ test: { name: 'pannes', include: ['tests/pannes/**/*.test.ts'], ...LENT, testTimeout: 600_000 } },
		],
	},
});
