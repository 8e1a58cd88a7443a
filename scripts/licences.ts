import { readFileSync } from 'node:fs';
import { compte } from '../src/domaine/vocabulaire.ts';

/**
 * Lists the licences of all packages of the lock file, and fails if one is not accepted: `npm run licences`. It reads
 * the lock file alone, so that packages of other platforms count too.
 */

/** Accepted licences: they ask at most for a notice, or that their own files keep their licence. */
const ADMISES = new Set([
	'0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MPL-2.0', 'Python-2.0',
]); // biome-ignore format: a list to read
/** Licences accepted for one package only: its name, the licence, the reason. */
const RESERVES: [RegExp, string, string][] = [
	[/^@img\/sharp-/, 'LGPL-3.0-or-later', 'bibliothèque d’images d’Astro, facultative : chargée à part, jamais publiée'],
	[/^caniuse-lite$/, 'CC-BY-4.0', 'table des navigateurs, lue par un outil de développement, jamais publiée'],
];
/** Licences of packages whose manifest names none, as read in their files. */
const LUES: Record<string, string> = { 'parse-cache-control': 'BSD-3-Clause', 'png-js': 'MIT' };

type Paquet = { nom: string; licence: string; developpement: boolean };

const verrou = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, { license?: string; dev?: boolean; link?: boolean }>;
};
const paquets = Object.entries(verrou.packages)
	.filter(([chemin, { link }]) => chemin && !link)
	.map(([chemin, { license, dev = false }]): Paquet => {
		const nom = chemin.replace(/^.*node_modules\//, '');
		return { nom, licence: license ?? LUES[nom] ?? 'inconnue', developpement: dev };
	});

/** An SPDX expression is accepted if every part of one of its alternatives is. */
const admise = ({ nom, licence }: Paquet): boolean =>
	licence
		.replace(/[()]/g, '')
		.split(' OR ')
		.some((choix) =>
			choix
				.split(' AND ')
				.every((l) => ADMISES.has(l) || RESERVES.some(([motif, reservee]) => reservee === l && motif.test(nom))),
		);

const compter = (liste: readonly Paquet[]): [string, number][] =>
	[...Map.groupBy(liste, ({ licence }) => licence)]
		.map(([licence, memes]): [string, number] => [licence, memes.length])
		.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));

for (const [titre, developpement] of [
	['Pour construire le site', false],
	['Pour le développer et l’éprouver', true],
] as const) {
	const liste = paquets.filter((p) => p.developpement === developpement);
	console.log(`\n${titre} : ${compte(liste.length, 'paquet')}`);
	for (const [licence, n] of compter(liste)) console.log(`  ${String(n).padStart(4)}  ${licence}`);
}
console.log('\nSous réserve :');
for (const [motif, licence, raison] of RESERVES)
	console.log(
		`  ${licence} — ${paquets.filter((p) => motif.test(p.nom) && p.licence.includes(licence)).length} paquets : ${raison}`,
	);

const refusees = paquets.filter((p) => !admise(p));
for (const { nom, licence } of refusees) console.error(`Licence à examiner : ${nom}, ${licence}`);
process.exitCode = refusees.length ? 1 : 0;
