import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compte } from '../src/domaine/vocabulaire.ts';
import { engendrer } from './generation/catalogue.ts';
import { lireFonds } from './generation/modele.ts';
import { lireOptions } from './options.ts';

/**
 * Writes a catalogue of any size, to see how the site grows: a copy of the real one, and generated versions until there
 * are as many as asked. `CATALOGUE=<folder> npm run build` builds it.
 */
const USAGE = 'Usage : npm run catalogue-genere -- --versions 900 --dossier <dossier vide> [--graine 1]';
const { values } = lireOptions(USAGE, {
	options: {
		versions: { type: 'string', default: '900' },
		dossier: { type: 'string' },
		graine: { type: 'string', default: '1' },
		modele: { type: 'string', default: 'content' },
	},
});
const { dossier, modele } = values;
const versions = Number(values.versions);
if (!dossier || !Number.isInteger(versions) || versions < 1) {
	console.error(USAGE);
	process.exit(2);
}
if (existsSync(dossier) && readdirSync(dossier).length) {
	console.error(`« ${dossier} » n’est pas vide : donner un dossier neuf.`);
	process.exit(2);
}
const fichiers = engendrer(lireFonds(modele), versions, Number(values.graine));
cpSync(modele, dossier, { recursive: true });
for (const [chemin, texte] of fichiers) {
	const fichier = join(dossier, chemin);
	mkdirSync(dirname(fichier), { recursive: true });
	writeFileSync(fichier, texte);
}
console.log(
	`${dossier} : le catalogue « ${modele} » et ${compte(fichiers.size, 'fichier engendré', 'fichiers engendrés')}, ${compte(versions, 'version détenue', 'versions détenues')}.`,
);
