import { subscribe } from 'node:diagnostics_channel';
import type { AstroIntegration } from 'astro';
import { lireCatalogue } from '../catalogue/catalogue.ts';

/** The address of a data file or of a document, its query and the sub-path of the site set aside. */
const FICHIER = /^\/(?:donnees|sources)\/[^?]*\.\w+(?=\?|$)/;

/**
 * Under `npm run dev`, shows an edit that changes no entry of a collection, as Astro shows one that does: it forgets the
 * lists of pages, which hold what was read, and reloads the browser. Its own way is to write its whole store again, which
 * costs more than reading the catalogue. And it gives the files whose routes have no extension in their name at their
 * own address: with `trailingSlash: 'always'` the server has them with a slash at the end alone.
 */
export default function edition(): AstroIntegration {
	return {
		name: 'lignee-edition',
		hooks: {
			'astro:config:setup': ({ command }) => {
				if (command !== 'dev') return;
				try {
					// Before the server runs: a large catalogue is long to read, and Vite gives up on what does not answer in a minute.
					lireCatalogue();
				} catch {
					// The loader tells it.
				}
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((requete, _, suivant) => {
					requete.url = requete.url?.replace(FICHIER, '$&/');
					suivant();
				});
				subscribe('lignee:relu', () => {
					const { client, ssr, prerender } = server.environments;
					for (const rendu of [ssr, prerender]) rendu?.hot.send('astro:content-changed', {});
					client.hot.send({ type: 'full-reload' });
				});
			},
		},
	};
}
