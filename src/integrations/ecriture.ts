import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';

type Options = Parameters<AstroPrerenderer['render']>[1];
type Rendu = Awaited<ReturnType<AstroPrerenderer['render']>>;

/**
 * Writes each page and data file at once when it is made. Astro hands each folder, opening and writing to a thread and
 * waits for it, which takes about a fifth more processor on thousands of small files. Taken out of `astro.config.mjs`, the
 * site is the same to the byte. With it, Astro says of each file that it wrote none, in lines that `npm run build` does
 * not print.
 */
export default function ecriture(): AstroIntegration {
	let sortie: URL;
	let base: string;
	const dossiers = new Set<string>();
	let echec = false;

	function ecrire(chemin: string, octets: Uint8Array): URL {
		const url = new URL(`.${chemin}`, sortie);
		const fichier = fileURLToPath(url);
		const dossier = dirname(fichier);
		if (!dossiers.has(dossier)) mkdirSync(dossier, { recursive: true });
		dossiers.add(dossier);
		// Never over another: two pages of one address, or a page and a file of `public/`, are a fault to be told.
		writeFileSync(fichier, octets, { flag: 'wx' });
		return url;
	}

	/** @returns whether it was ours to write: redirections and the cache of builds are Astro's. */
	async function prendre(
		{ url }: Request,
		{ routeData: route, collectMetadata }: Options,
		rendu: Rendu,
	): Promise<boolean> {
		const reponse = rendu instanceof Response ? rendu : rendu.response;
		if (collectMetadata || !reponse.body || (reponse.status >= 300 && reponse.status < 400)) return false;
		const octets = await reponse.bytes();
		const chemin = new URL(url).pathname.slice(base.length);
		if (echec) return true;
		const fichier = ecrire(fichierDe(chemin, route), octets);
		if (route.distURL) route.distURL.push(fichier);
		else route.distURL = [fichier];
		return true;
	}

	return {
		name: 'lignee-ecriture',
		hooks: {
			'astro:config:done': ({ config }) => {
				sortie = config.outDir;
				base = config.base.replace(/\/$/, '');
			},
			'astro:build:start': ({ setPrerenderer }) => {
				dossiers.clear();
				echec = false;
				setPrerenderer((astro) => ({
					...astro,
					name: 'lignee-ecriture',
					render: async (requete, options) => {
						// A page already asked for when another fails must not come back in a folder that is being removed.
						if (echec) return new Response(null);
						try {
							const rendu = await astro.render(requete, options);
							if (!(await prendre(requete, options, rendu))) return rendu;
							// Nothing else waits for the outside: signals are heard here, and what is no longer used is let go.
							await setImmediate();
							return new Response(null);
						} catch (erreur) {
							echec = true;
							throw erreur;
						}
					},
				}));
			},
		},
	};
}

/** Where `build.format: 'directory'` puts what answers an address: « /titres/tssr-2018/ » is `titres/tssr-2018/index.html`. */
export function fichierDe(chemin: string, { type, route }: Pick<RouteData, 'type' | 'route'>): string {
	if (type === 'endpoint') return chemin.replace(/\/$/, '');
	return route === '/404' || route === '/500' ? `${route}.html` : `${chemin}index.html`;
}
