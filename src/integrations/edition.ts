import { subscribe } from 'node:diagnostics_channel';
import type { AstroIntegration } from 'astro';
import { lireCatalogue } from '../catalogue/catalogue.ts';

/** Path of a data file or of a source document, without its query nor the sub-path of the site. */
const FICHIER = /^\/(?:donnees|sources)\/[^?]*\.\w+(?=\?|$)/;

/**
 * Under `npm run dev`, shows an edit of the catalogue that changes no entry of a collection: Astro would not notice it.
 * Astro's cached lists of paths, which hold data already read, are dropped, and the browser reloads. Writing Astro's
 * whole data store again would do the same, but costs more than reading the catalogue. It also serves data files and
 * documents at their own address: with `trailingSlash: 'always'`, the server only knows them with a slash at the end.
 */
export default function edition(): AstroIntegration {
	return {
		name: 'lignee-edition',
		hooks: {
			'astro:config:setup': ({ command }) => {
				if (command !== 'dev') return;
				try {
					// Read before the server starts: a large catalogue takes long, and Vite gives up after a minute.
					lireCatalogue();
				} catch {
					// The content loader reports this error.
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
