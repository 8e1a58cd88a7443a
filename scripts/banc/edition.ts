import { appendFileSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dev } from 'astro';
import { mediane } from './tableau.ts';

/**
 * Under `npm run dev`: adds a sentence to the document of a version, and asks for its page until it says it. The first
 * edit, which finds nothing ready, is not counted.
 * @returns on standard output: `{ edition }`, the median of five edits, in seconds
 */
const EDITIONS = 5;
/** An edit that the page does not say after so many ms is lost. */
const PATIENCE = 60_000;
const catalogue = process.env.CATALOGUE;
// It writes in official documents: never in those of the project, which is what the default would be.
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
