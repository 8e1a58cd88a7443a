import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bilan, bilan } from './banc/bilan.ts';
import { lotEnTableau, mesurerLot } from './banc/lot.ts';
import { machine } from './banc/machine.ts';
import { type Passe, passer } from './banc/passe.ts';
import { comprimer, type PoidsPage, peser } from './banc/poids.ts';
import { mesurer } from './banc/processus.ts';
import { copierProjet } from './banc/projet.ts';
import { nombre, tableau, tableauDesCouts } from './banc/tableau.ts';
import { type Usage, utiliser } from './banc/usage.ts';
import { lireOptions } from './options.ts';

/**
 * Measures the build of generated catalogues, in a copy of the project, and compares it with a bare script that writes
 * the same files: whole processes, medians. `npm run bench -- --versions 100,900 [--passes 3] [--eleventy] [--json]`.
 * `--eleventy` installs Eleventy in the copy, and measures it on the same files too. `--lot` measures the importer
 * instead, on a generated export of the RNCP as large as the real one.
 */
const USAGE = 'Usage : npm run bench -- --versions 4,100,900 [--passes 3] [--eleventy] [--json] [--lot]';
const { values } = lireOptions(USAGE, {
	options: {
		versions: { type: 'string', default: '4,100,900' },
		passes: { type: 'string', default: '3' },
		json: { type: 'boolean', default: false },
		eleventy: { type: 'boolean', default: false },
		lot: { type: 'boolean', default: false },
	},
});
const tailles = values.versions.split(',').map(Number);
const passes = Number(values.passes);
if (![...tailles, passes].every((n) => Number.isInteger(n) && n > 0)) {
	console.error(USAGE);
	process.exit(2);
}

const projet = copierProjet();
process.on('exit', projet.retirer);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const sur = machine(projet.enMemoire ? 'sur un disque en mémoire' : 'sur un disque');
const suivre = (etat: string) => console.error(etat);
suivre(sur);

if (values.lot) {
	const lot = await mesurerLot(projet.racine, suivre);
	console.log(values.json ? JSON.stringify({ machine: sur, lot }, null, '\t') : `${sur}\n\n${lotEnTableau(lot)}`);
	process.exit(0);
}

interface Resultat {
	bilan: Bilan;
	passes: Passe[];
	poids: PoidsPage[];
	/** Compressed bytes that a tool loads besides the chosen versions. */
	index: number;
	usage: Usage;
}
const resultats: Resultat[] = [];
for (const versions of tailles) {
	const catalogue = join(projet.racine, `catalogue-${versions}`);
	await mesurer(['scripts/catalogue-genere.ts', '--versions', String(versions), '--dossier', catalogue], {
		dossier: projet.racine,
	});
	const faites: Passe[] = [];
	while (faites.length < passes) {
		suivre(`${versions} versions, passe ${faites.length + 1} sur ${passes}`);
		faites.push(await passer(projet.racine, catalogue, values.eleventy));
	}
	suivre(`${versions} versions, dans le navigateur`);
	const dist = join(projet.racine, 'dist');
	resultats.push({
		bilan: bilan(versions, faites),
		passes: faites,
		// On a large site, one page in twenty is enough to know the weight of each kind.
		poids: peser(dist, (_, rang) => versions < 50 || rang % 20 === 0),
		index: ['repertoire', 'lexique'].reduce(
			(octets, nom) => octets + comprimer(readFileSync(join(dist, `outils/${nom}.json`))),
			0,
		),
		usage: await utiliser(projet.racine, catalogue),
	});
}

if (values.json) console.log(JSON.stringify({ machine: sur, date: new Date().toISOString(), resultats }, null, '\t'));
else console.log(enTableau(resultats));

function enTableau(resultats: readonly Resultat[]): string {
	const ligne = (nom: string, lire: (b: Bilan) => string) => [nom, ...resultats.map((r) => lire(r.bilan))];
	const maximum = (poids: readonly PoidsPage[], lire: (p: PoidsPage) => number) => Math.max(0, ...poids.map(lire));
	const kio = (octets: number) => nombre(octets / 1024);
	return [
		`${sur}, ${new Date().toISOString().slice(0, 10)}, médianes de ${passes} passes`,
		...resultats.map(({ bilan: b }) =>
			tableauDesCouts(
				`${nombre(b.versions, 0)} versions, ${nombre(b.fichiers, 0)} fichiers, ${nombre(b.octets / 2 ** 20, 0)} Mio`,
				b.couts.map(({ poste, retrait, cout }) => ({ nom: '  '.repeat(retrait) + poste, cout })),
			),
		),
		tableau(
			['', ...resultats.map((r) => `${nombre(r.bilan.versions, 0)} versions`)],
			[
				ligne('pages et données × écriture nue', (b) => nombre(b.rapport)),
				ligne('une édition d’un titre × écriture nue', (b) => nombre(b.rapportEdition)),
				ligne('  tout sauf images et index × écriture seule', (b) => nombre(b.rapportEtroit)),
				ligne('ms par fichier', (b) => nombre(b.parFichier, 2)),
				ligne('paires comparées', (b) => nombre(b.paires, 0)),
				ligne('ms par comparaison', (b) => nombre(b.comparaison, 2)),
				[
					'page la plus lourde, avec son CSS (Kio, Brotli)',
					...resultats.map((r) => kio(maximum(r.poids, (p) => p.premierEcran))),
				],
				[
					'scripts, page ordinaire la plus lourde (Kio)',
					...resultats.map((r) => kio(maximum(r.poids.filter(ordinaire), (p) => p.scripts))),
				],
				['index des outils et lexique (Kio)', ...resultats.map((r) => kio(r.index))],
				...(
					[
						['ms, /comparer/ après ses données, processeur 4 × ralenti', (u) => nombre(u.outils['/comparer/']?.debut)],
						['  entière', (u) => nombre(u.outils['/comparer/']?.fin)],
						['  /mes-ccp/', (u) => nombre(u.outils['/mes-ccp/']?.fin)],
						['  /me-situer/', (u) => nombre(u.outils['/me-situer/']?.fin)],
						['première recherche, le plus lourd morceau (Kio), Pagefind', (u) => kio(u.recherche.pagefind.premiere)],
						['  MiniSearch, index entier', (u) => kio(u.recherche.minisearch.premiere)],
						['recherche suivante, le plus lourd morceau (Kio), Pagefind', (u) => kio(u.recherche.pagefind.suivante)],
						['index de MiniSearch : construction (s)', (u) => nombre(u.recherche.minisearch.construction, 2)],
						['  lecture (s)', (u) => nombre(u.recherche.minisearch.lecture, 2)],
						['une édition sous npm run dev (s)', (u) => nombre(u.edition, 2)],
					] as [string, (u: Usage) => string][]
				).map(([nom, lire]) => [nom, ...resultats.map((r) => lire(r.usage))]),
			],
		),
	].join('\n\n');
}

/** True for pages that are not a tool. */
function ordinaire({ chemin }: PoidsPage): boolean {
	return !/^\/(?:comparer|mes-ccp|me-situer|recherche)\/$/.test(chemin);
}
