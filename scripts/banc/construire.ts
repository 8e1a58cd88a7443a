import '../construction/memoire.ts';
import { writeFileSync } from 'node:fs';
import { build } from 'astro';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { chronometre } from './chronometre.ts';

/** Builds the site of the current folder as `npm run build` does. Arguments: output folder, file for the measures. */
const [sortie, rapport] = process.argv.slice(2) as [string, string];
lireCatalogue();
await build({
	root: '.',
	outDir: sortie,
	force: true,
	logLevel: 'error',
	integrations: [chronometre((jalons, routes) => writeFileSync(rapport, JSON.stringify({ jalons, routes })))],
});
