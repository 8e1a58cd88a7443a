import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fichiersDe } from '../fichiers.ts';

/**
 * The reference of the bench: writes the files of a built site to another folder, same bytes, same paths. Arguments:
 * the site, the target, then folders to leave out. Prints `{ fichiers, octets, duree }`: the seconds of writing,
 * without reading the files nor starting Node.
 */
const [site, cible, ...sauf] = process.argv.slice(2) as [string, string, ...string[]];
const fichiers = fichiersDe(site)
	.filter((f) => !sauf.includes(f.split('/')[0] as string))
	.map((f) => ({ chemin: join(cible, f), octets: readFileSync(join(site, f)) }));
const debut = performance.now();
const dossiers = new Set<string>();
for (const { chemin, octets } of fichiers) {
	const dossier = dirname(chemin);
	if (!dossiers.has(dossier)) mkdirSync(dossier, { recursive: true });
	dossiers.add(dossier);
	writeFileSync(chemin, octets);
}
const duree = (performance.now() - debut) / 1000;
const octets = fichiers.reduce((somme, f) => somme + f.octets.byteLength, 0);
console.log(JSON.stringify({ fichiers: fichiers.length, octets, duree }));
