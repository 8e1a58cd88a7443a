import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { noticesDuCatalogue } from '../../src/catalogue/recherche.ts';
import { comprimer } from './poids.ts';
import { chronometrer } from './processus.ts';
import { somme } from './tableau.ts';

/**
 * Compares two searches of the same records: Pagefind, which loads the index of the built site piece by piece, and
 * MiniSearch, which loads an index built beforehand whole. Measures the compressed bytes that a browser loads before
 * the first result (Brotli, or gzip for files written so), and the time to build and parse the index of MiniSearch.
 * Prints `{ notices, pagefind: { premiere, suivante }, minisearch: { premiere, construction, lecture } }`, in bytes and
 * seconds; later searches of MiniSearch load nothing.
 */
const [dist = 'dist'] = process.argv.slice(2);
const dossier = join(dist, 'pagefind');
const notices = noticesDuCatalogue();

const taille = (chemin: string): number => statSync(join(dossier, chemin)).size;
const tailles = (sous: string): number[] => readdirSync(join(dossier, sous)).map((nom) => taille(join(sous, nom)));
const meta = readdirSync(dossier).find((nom) => nom.endsWith('.pf_meta')) ?? '';
const moteur = comprimer(readFileSync(join(dossier, 'pagefind.js'))) + taille('wasm.fr.pagefind');
const enFichiers = readdirSync(join(dossier, 'notices')).map((nom) =>
	comprimer(readFileSync(join(dossier, 'notices', nom))),
);
/**
 * Bytes of a later search: the heaviest chunk of words, and the files of the thirty records that the page shows. A word
 * at the edge of a chunk may load two chunks: `tests/grand/` weighs whole searches in a browser.
 */
const suivante = Math.max(...tailles('index')) + (30 * somme(enFichiers)) / enFichiers.length;
const premiere = moteur + taille('pagefind-entry.json') + taille(meta) + suivante;

const reglages = {
	idField: 'url',
	fields: ['texte'],
	storeFields: ['libelle', 'situation', 'etat', 'genre'],
	processTerm: (mot: string) => mot.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
};
const documents = notices.map(({ url, contenu, dit, filtres }) => ({
	url,
	texte: contenu,
	...dit,
	genre: filtres.genre,
}));
const [serialise, construction] = chronometrer(() => {
	const index = new MiniSearch(reglages);
	index.addAll(documents);
	return JSON.stringify(index);
});
const [, lecture] = chronometrer(() => MiniSearch.loadJSON(serialise, reglages));
const bibliotheque = createRequire(import.meta.url).resolve('minisearch');
console.log(
	JSON.stringify({
		notices: notices.length,
		pagefind: { premiere, suivante },
		minisearch: {
			premiere: comprimer(Buffer.from(serialise)) + comprimer(readFileSync(bibliotheque)),
			construction,
			lecture,
		},
	}),
);
