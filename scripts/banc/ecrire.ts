import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * The yardstick: a bare script that writes the files of a built site again, same bytes, same paths. Reading them first
 * is not counted; starting Node is not either. Folders named after are left out.
 * @returns on standard output: `{ fichiers, octets, duree }`, in seconds
 */
const [site, cible, ...sauf] = process.argv.slice(2) as [string, string, ...string[]];
const fichiers = readdirSync(site, { recursive: true, withFileTypes: true })
	.filter((f) => f.isFile())
	.map((f) => join(f.parentPath, f.name))
	.filter((f) => !sauf.includes(relative(site, f).split('/')[0] as string))
	.map((f) => ({ chemin: join(cible, relative(site, f)), octets: readFileSync(f) }));
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
