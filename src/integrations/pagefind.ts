import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex, type PagefindIndex } from 'pagefind';
import { adresse, sousChemin } from '../domaine/adresse.ts';
import { fichesRecherche, type PageCherchable } from '../domaine/recherche/fiche.ts';
import { type Catalogue, lireCatalogue } from '../loaders/catalogue.ts';
import { lireGuides } from '../loaders/guide.ts';
import { stabiliserIndex } from './index-stable.ts';

/** Indexes the catalogue with Pagefind: into `dist/pagefind/` at build, in memory under `npm run dev`. */
export default function pagefind(): AstroIntegration {
	let base = '/';
	return {
		name: 'lignee-pagefind',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
			},
			'astro:build:done': async ({ dir, logger }) => {
				const index = await indexer(base);
				const outputPath = fileURLToPath(new URL('pagefind', dir));
				const { errors } = await index.writeFiles({ outputPath });
				if (errors.length) throw new Error(`index de recherche : ${errors.join(' ; ')}`);
				stabiliserIndex(outputPath);
				logger.info('index de recherche écrit');
			},
			'astro:server:setup': ({ server, logger }) => {
				let fichiers: Promise<Map<string, Uint8Array>> | undefined;
				server.watcher.on('change', () => {
					fichiers = undefined;
				});
				server.middlewares.use((requete, reponse, suivant) => {
					const chemin = (requete.url ?? '').split('?')[0] ?? '';
					const nom = chemin.split('/pagefind/')[1];
					if (!nom) return suivant();
					fichiers ??= enMemoire(base);
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

async function enMemoire(base: string): Promise<Map<string, Uint8Array>> {
	const { files, errors } = await (await indexer(base)).getFiles();
	if (errors.length) throw new Error(errors.join(' ; '));
	return new Map(files.map(({ path, content }) => [path, content]));
}

async function indexer(base: string): Promise<PagefindIndex> {
	const catalogue = lireCatalogue();
	const { index, errors } = await createIndex({ forceLanguage: 'fr' });
	if (!index) throw new Error(`index de recherche : ${errors.join(' ; ')}`);
	for (const fiche of fichesRecherche(catalogue.versions, lireGuides(), termes(catalogue))) {
		const filters = Object.fromEntries(Object.entries(fiche.filtres).map(([cle, valeur]) => [cle, [valeur]]));
		const { errors: refus } = await index.addCustomRecord({
			url: sousChemin(base, fiche.url),
			content: fiche.contenu,
			language: 'fr',
			meta: fiche.meta,
			filters,
		});
		if (refus.length) throw new Error(`index de recherche, ${fiche.url} : ${refus.join(' ; ')}`);
	}
	return index;
}

const termes = ({ glossaire }: Catalogue): PageCherchable[] =>
	glossaire.map((t) => ({
		url: adresse.terme(t.id),
		titre: t.terme,
		texte: [t.developpe, ...t.formes, t.definition].filter(Boolean).join(' '),
	}));
