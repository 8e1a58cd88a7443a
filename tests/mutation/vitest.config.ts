import { defineConfig } from 'vitest/config';

/**
 * The unit tests of the domain, except those that take too long to run for each mutant: they start commands, draw or
 * read whole documents, or measure the alignment on all its pairs.
 */
export default defineConfig({
	test: {
		include: ['tests/unit/**/*.test.ts'],
		exclude: [
			'tests/unit/{construction,generation,integrations,catalogue}/**',
			'tests/unit/architecture.test.ts',
			'tests/unit/**/{commande,mesure,graines,propriete,proprietes,relire,pdf}.test.ts',
		],
		setupFiles: ['tests/graine.ts'],
		isolate: false,
	},
});
