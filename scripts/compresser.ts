import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fichiersDe } from './fichiers.ts';

/**
 * Writes a `.gz` file beside each text file of the built site, for nginx's `gzip_static`:
 * `npm run compresser -- [folder]`. It is not part of the build, since most hosts compress by themselves.
 */
const [dossier = process.env.OUT_DIR || 'dist'] = process.argv.slice(2);
const TEXTES = new Set([
	'.html', '.css', '.js', '.json', '.jsonld', '.csv', '.md', '.txt', '.ttl', '.xml', '.svg', '.ics',
]); // biome-ignore format: a list to read
/** Bytes under which a file is not compressed: it fits in one packet anyway. */
const PETIT = 1024;

if (!existsSync(join(dossier, 'index.html'))) {
	console.error(`${dossier}/ n’est pas un site construit : lancer « npm run build » avant.`);
	process.exit(1);
}
let avant = 0;
let apres = 0;
for (const chemin of fichiersDe(dossier).map((f) => join(dossier, f))) {
	if (!TEXTES.has(extname(chemin))) continue;
	const octets = readFileSync(chemin);
	if (octets.length < PETIT) continue;
	const compresses = gzipSync(octets, { level: 9 });
	// Written aside, then renamed: if this script is interrupted, no truncated file is served.
	writeFileSync(`${chemin}.partiel`, compresses);
	renameSync(`${chemin}.partiel`, `${chemin}.gz`);
	avant += octets.length;
	apres += compresses.length;
}
const mo = (octets: number) => `${(octets / 1e6).toLocaleString('fr', { maximumFractionDigits: 1 })} Mo`;
console.log(`${mo(avant)} de texte, ${mo(apres)} une fois compressés.`);
