import { defineConfig } from 'vitest/config';

// Telemetry writes its settings under HOME, and Astro's servers stop where HOME is not writable.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** Limits in ms, long enough for a busy machine: they only end what hangs. No test measures time. */
const PATIENCE = { testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: 120_000 } } };

export default defineConfig({
	test: {
		// By default Vitest leaves one core free.
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
					// The modules under test keep no state, so that all test files can share one copy of them.
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
					// Every page; the `site` project only tests one of each kind.
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
