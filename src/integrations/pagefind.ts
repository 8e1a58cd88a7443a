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
import { type Genre, lettreDuGenre, type Notice } from '../domaine/recherche/notice.ts';
import { vocabulaire } from '../domaine/recherche/vocabulaire.ts';
import { Cache } from './cache.ts';
import { allegerIndex, type Index } from './index-leger.ts';
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

/** Records per file with `PEU_DE_FICHIERS`: some ten KiB once compressed, mostly from a few titles. */
const NOTICES_PAR_PAQUET = 128;

/**
 * Builds the whole index in memory, with `vocabulaire.json`: the words of all records, which a search without results
 * reads. Pagefind can also write its files, but reports them written before their last bytes are on the disk.
 */
async function indexer(base: string, notices = noticesDuCatalogue()): Promise<Index> {
	const { index, errors } = await createIndex({ forceLanguage: 'fr' });
	if (!index) throw new Error(`index de recherche : ${errors.join(' ; ')}`);
	const ajouter = async (notice: Notice) => {
		// What a result only displays is given as filters, which no query uses. Given as metadata, it would be indexed:
		// each label twice, with its function words.
		const filters = Object.entries({ ...notice.filtres, ...notice.dit }).flatMap(([cle, valeur]) =>
			valeur ? [[cle, [valeur]]] : [],
		);
		const { errors: refus } = await index.addCustomRecord({
			url: sousChemin(base, notice.url),
			content: notice.contenu,
			language: 'fr',
			filters: Object.fromEntries(filters),
		});
		if (refus.length) throw new Error(`index de recherche, ${notice.url} : ${refus.join(' ; ')}`);
	};
	for (let debut = 0; debut < notices.length; debut += ENVOI)
		await Promise.all(notices.slice(debut, debut + ENVOI).map(ajouter));
	const { files, errors: pannes } = await index.getFiles();
	if (pannes.length) throw new Error(`index de recherche : ${pannes.join(' ; ')}`);
	await index.deleteIndex();
	const mots = vocabulaire(
		notices.map(({ contenu }) => contenu),
		catalogue().lexique,
	);
	const leger = allegerIndex(
		new Map(files.filter(({ path }) => !SUPERFLU.test(path)).map(({ path, content }) => [path, content])),
		({ filters }) => lettreDuGenre(filters.genre?.[0] as Genre),
		peuDeFichiers() ? NOTICES_PAR_PAQUET : undefined,
	);
	return new Map([...leger, ['vocabulaire.json', Buffer.from(JSON.stringify(mots))]]);
}
