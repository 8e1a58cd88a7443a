import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { catalogue } from '../catalogue/catalogue.ts';
import { resumer } from '../catalogue/dependances.ts';
import { peuDeFichiers } from '../catalogue/publication.ts';
import { noticesDuCatalogue } from '../catalogue/recherche.ts';
import { sousChemin } from '../domaine/adresse.ts';
import type { NoticeLue } from '../domaine/recherche/chercher.ts';
import { lettreDuGenre, type Notice } from '../domaine/recherche/notice.ts';
import { vocabulaire } from '../domaine/recherche/vocabulaire.ts';
import { Cache } from './cache.ts';
import { allegerIndex, type Index, RANG } from './index-leger.ts';
import { cleDuSite, codeDuSite } from './reprise.ts';

/**
 * Indexes the catalogue with Pagefind: into `dist/pagefind/` at build, in memory under `npm run dev`. A build reuses
 * the index of the site that it replaces if the records are the same.
 */
export default function pagefind(): AstroIntegration {
	let base = '/';
	let construit = false;
	/** Where the index waits for the site. It is not kept in memory: at 2,700 versions it takes a hundred MiB. */
	let attente = '';
	return {
		name: 'lignee-pagefind',
		hooks: {
			'astro:config:setup': ({ command }) => {
				construit = command === 'build';
			},
			// First stage of the build: Pagefind is another process, and runs while this one still uses little memory.
			'astro:config:done': async ({ config }) => {
				base = config.base;
				if (!construit) return;
				attente = fileURLToPath(new URL('pagefind', config.cacheDir));
				ecrire(attente, await reprendre(fileURLToPath(config.root), base));
			},
			'astro:build:done': ({ dir }) => renameSync(attente, new URL('pagefind', dir)),
			'astro:server:setup': ({ server, logger }) => {
				let fichiers: Promise<Index> | undefined;
				server.watcher.on('change', () => {
					fichiers = undefined;
				});
				server.middlewares.use((requete, reponse, suivant) => {
					const chemin = (requete.url ?? '').split('?')[0] ?? '';
					const nom = chemin.split('/pagefind/')[1];
					if (!nom) return suivant();
					fichiers ??= indexer(base);
					fichiers
						.then((tous) => {
							const contenu = tous.get(nom);
							if (!contenu) return suivant();
							reponse.setHeader('Content-Type', nom.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
							reponse.end(contenu);
						})
						.catch((erreur: Error) => {
							logger.error(`index de recherche : ${erreur.message}`);
							suivant(erreur);
						});
				});
			},
		},
	};
}

/**
 * The search index of the catalogue, taken from the cache if it is unchanged since the site that this build replaces.
 * It is cached with a hash of the records, of the lexicon, of the sub-path and of all the code.
 */
async function reprendre(racine: string, base: string): Promise<Index> {
	const cache = new Cache(racine, 'recherche');
	const place = cleDuSite(process.env.SITE_PRECEDENT ?? '');
	const notices = noticesDuCatalogue();
	const cle = resumer([base, notices, catalogue().lexique, ...codeDuSite(racine)]);
	const garde = cache.lire(place);
	if (garde?.subarray(0, cle.length).equals(Buffer.from(cle))) {
		console.log('Index de recherche repris du site précédent');
		return deserialize(garde.subarray(cle.length));
	}
	const index = await indexer(base, notices);
	await close();
	cache.garder(place, Buffer.concat([Buffer.from(cle), serialize(index)]));
	cache.balayer();
	return index;
}

/** Writes an index to a folder, which is emptied first. */
function ecrire(dossier: string, index: Index): void {
	rmSync(dossier, { recursive: true, force: true });
	const fichiers = [...index].map(([chemin, octets]) => ({ fichier: join(dossier, chemin), octets }));
	for (const sien of new Set(fichiers.map(({ fichier }) => dirname(fichier)))) mkdirSync(sien, { recursive: true });
	for (const { fichier, octets } of fichiers) writeFileSync(fichier, octets);
}

/** Files of Pagefind left out: its interfaces, and its worker. The site has its own page and runs the engine in it. */
const SUPERFLU = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/** Records sent to Pagefind at once. Sent one by one, each would wait for the answer to the previous one. */
const ENVOI = 200;

/**
 * A search reads some forty records, mostly of different titles: with four records a file, its bytes grow by a tenth.
 * For a host that counts files, they are larger, and chunks of words are not split.
 */
const DECOUPE = { parPaquet: 2 };
const DECOUPE_EN_PEU_DE_FICHIERS = { parPaquet: 128, taille: Number.POSITIVE_INFINITY };

/**
 * Builds the whole index in memory, with `vocabulaire.json`: the words of all records, which a search without results
 * reads. Pagefind can also write its files, but reports them written before their last bytes are on the disk.
 */
async function indexer(base: string, notices = noticesDuCatalogue()): Promise<Index> {
	const { index, errors } = await createIndex({ forceLanguage: 'fr' });
	if (!index) throw new Error(`index de recherche : ${errors.join(' ; ')}`);
	// Pagefind only receives what a search reads. What a result shows is in files of the site.
	const ajouter = async ({ url, contenu, filtres }: Notice, rang: number) => {
		const filters = Object.entries({ ...filtres, [RANG]: String(rang) }).map(([cle, valeur]) => [cle, [valeur]]);
		const { errors: refus } = await index.addCustomRecord({
			url: String(rang),
			content: contenu,
			language: 'fr',
			filters: Object.fromEntries(filters),
		});
		if (refus.length) throw new Error(`index de recherche, ${url} : ${refus.join(' ; ')}`);
	};
	for (let debut = 0; debut < notices.length; debut += ENVOI)
		await Promise.all(notices.slice(debut, debut + ENVOI).map((notice, i) => ajouter(notice, debut + i)));
	const enFichiers = index.getFiles();
	// Pagefind is another process, and works meanwhile.
	const mots = vocabulaire(
		notices.map(({ contenu }) => contenu),
		catalogue().lexique,
	);
	const { files, errors: pannes } = await enFichiers;
	if (pannes.length) throw new Error(`index de recherche : ${pannes.join(' ; ')}`);
	await index.deleteIndex();
	const leger = allegerIndex(
		new Map(files.filter(({ path }) => !SUPERFLU.test(path)).map(({ path, content }) => [path, content])),
		notices.map((notice) => ({ marque: lettreDuGenre(notice.filtres.genre), notice: lue(notice, base) })),
		peuDeFichiers() ? DECOUPE_EN_PEU_DE_FICHIERS : DECOUPE,
	);
	return new Map([...leger, ['vocabulaire.json', Buffer.from(JSON.stringify(mots))]]);
}

/** A record as the browser reads it. */
const lue = ({ url, contenu, dit, filtres }: Notice, base: string): NoticeLue => ({
	url: sousChemin(base, url),
	contenu,
	...dit,
	statut: filtres.statut,
});
