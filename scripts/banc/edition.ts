import { appendFileSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dev } from 'astro';
import { mediane } from './tableau.ts';

/**
 * Measures an edit under `npm run dev`: adds a sentence to the document of a version, and requests its page until the
 * sentence is there. The first edit, before anything is loaded, is not counted.
 * Prints `{ edition, delais }`: the median of five edits, and all six, in seconds.
 */
const EDITIONS = 5;
/** Time in ms after which the measure fails if the page does not show the edit. */
const PATIENCE = 60_000;
const catalogue = process.env.CATALOGUE;
// This script writes into official documents, so it must never run on `content/`, the default catalogue.
if (!catalogue) throw new Error('CATALOGUE doit nommer un catalogue engendré, que cette mesure modifie');
const serveur = await dev({ root: '.', logLevel: 'error', server: { port: 0 } });
const [fiche = ''] = globSync(join(catalogue, 'titres/*.md')).sort();
const page = `http://localhost:${serveur.address.port}/titres/${basename(fiche, '.md')}/`;

async function attendre(phrase: string): Promise<void> {
	const limite = AbortSignal.timeout(PATIENCE);
	while (!(await (await fetch(page, { signal: limite })).text()).includes(phrase));
}
const delais: number[] = [];
for (let n = 0; n <= EDITIONS; n++) {
	const phrase = `Phrase ajoutée, édition ${n}.`;
	const debut = performance.now();
	appendFileSync(fiche, `\n${phrase}\n`);
	await attendre(phrase);
	delais.push((performance.now() - debut) / 1000);
}
await serveur.stop();
console.log(JSON.stringify({ edition: mediane(delais.slice(1)), delais }));
process.exit(0);
