import { channel } from 'node:diagnostics_channel';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import type { Dependances } from '../catalogue/dependances.ts';
import { compte } from '../domaine/vocabulaire.ts';
import type { Composant, Contexte } from './direct.ts';
import { Reprise } from './reprise.ts';

type Astro = AstroPrerenderer & { app?: App };
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];
type Options = Parameters<AstroPrerenderer['render']>[1];
type Chemin = Pick<Contexte, 'params' | 'props'>;
type Corps = string | Uint8Array;
/** Makes one page or data file of a route, without Astro. */
type Faire = (url: URL, chemin: Chemin) => Corps;
/**
 * What a file of `src/pages` holds: a page, or what `GET` answers, where it says so apart; and what each of its pages
 * depends on, where they may be taken of the previous site.
 */
interface Module {
	default?: Composant;
	contenu?: (chemin: Chemin) => Corps;
	dependances?: (chemin: Chemin) => Dependances | undefined;
}
/** A page that Astro has made, to compare others with. */
type Temoin = { nom: string; chemin: Chemin; octets: Buffer };

/** What Astro's own prerenderer knows of the pages, beyond its public type: where it is missing, Astro makes all. */
interface App {
	getComponentByRoute(route: RouteData): Promise<Module>;
	routeCache: { get(route: RouteData): { staticPaths?: { keyed: ReadonlyMap<string, Chemin> } } | undefined };
}

/** A route of fewer pages is not worth the pages that are compared. */
const MASSE = 10;
/** Stands where Astro puts the styles of a route: no page holds this sign. */
const TETE = '\0';
/** How long files are made before signals are heard, in milliseconds. */
const TOUR = 50;
/** Tells how many files a route is now written with; first that none is, when the list of all is known. */
const ROUTE_FAITE = channel('lignee:route');
/** Addresses of the pages that Astro has not made: it does not know of them when a build ends. */
export const pagesFaites: { pathname: string }[] = [];
const RUNTIME = 'astro/compiler-runtime';
const DIRECT = fileURLToPath(new URL('./direct.ts', import.meta.url));

/**
 * Makes pages and data files, and writes each at once. Astro makes a request and a response of each, then hands its folder,
 * its opening and its writing to a thread and waits for it: of a route of many pages, we make them ourselves, by the same
 * components (`direct.ts`), or by what `GET` answers with (`contenu`). The first, the last and the one between are made
 * both ways: where a byte differs, Astro makes that route. Taken out of `astro.config.mjs`, the site is the same to the
 * byte. With it, Astro says of each file that it wrote none, in lines that `npm run build` does not print.
 *
 * Where `SITE_PRECEDENT` names the folder of a site that was built before, its pages are taken (`reprise.ts`).
 * @param avertir is told what Astro had to make, and why
 */
export default function ecriture(avertir: (texte: string) => void = console.warn): AstroIntegration {
	let sortie: string;
	let racine: string;
	let atelier: string;
	let reprise: Reprise | undefined;
	let base: string;
	let site: URL | undefined;
	const dossiers = new Set<string>();
	let echec = false;
	let tour = 0;

	function ecrire(chemin: string, octets: Corps): void {
		const fichier = join(sortie, chemin);
		const dossier = dirname(fichier);
		if (!dossiers.has(dossier)) mkdirSync(dossier, { recursive: true });
		dossiers.add(dossier);
		// Never over another: two pages of one address, or a page and a file of `public/`, are a fault to be told.
		writeFileSync(fichier, octets, { encoding: 'utf8', flag: 'wx' });
	}

	/** Nothing here waits for the outside: signals are heard now and then, and what is no longer used is let go. */
	async function ecouter(): Promise<void> {
		if (performance.now() - tour < TOUR) return;
		await setImmediate();
		tour = performance.now();
	}

	/** @returns what makes the files of a route, once it has made some as Astro does, and these */
	async function eprouver(
		route: RouteData,
		chemins: ReadonlyMap<string, Chemin>,
		astro: Astro,
		{ default: page, contenu }: Module,
	): Promise<{ faire: Faire; temoins: Temoin[] } | undefined> {
		if (!page && !contenu) return undefined;
		const noms = [...chemins.keys()];
		const temoins = await Promise.all(
			// The last data file may be made of all the others.
			[0, noms.length >> 1, ...(contenu ? [] : [noms.length - 1])].map(async (rang) => {
				const nom = noms[rang] as string;
				const rendu = await astro.render(new Request(adresse(nom)), { routeData: route, collectMetadata: false });
				const octets = Buffer.from(await (rendu instanceof Response ? rendu : rendu.response).arrayBuffer());
				return { nom, chemin: chemins.get(nom) as Chemin, octets };
			}),
		);
		try {
			let tete = TETE;
			const faire: Faire = (url, chemin) =>
				contenu?.(chemin) ?? (page as Composant).direct({ ...chemin, url, site, tete });
			if (page) {
				const [{ nom, chemin, octets }] = temoins as [(typeof temoins)[0]];
				const [avant = '', apres = ''] = String(faire(adresse(nom), chemin)).split(TETE);
				const texte = octets.toString();
				tete = texte.slice(avant.length, texte.length - apres.length);
			}
			for (const { nom, chemin, octets } of temoins)
				if (!octets.equals(Buffer.from(faire(adresse(nom), chemin)))) throw new Error(`${nom} n’est pas le même`);
			return { faire, temoins };
		} catch (erreur) {
			avertir(`${route.component} : fait par Astro (${(erreur as Error).message})`);
			return undefined;
		}
	}

	const adresse = (nom: string) => new URL(`${base}${encodeURI(nom)}`, site ?? 'http://localhost');

	/** @returns what is left for Astro to make */
	async function faireRoute(route: RouteData, siens: PathWithRoute[], astro: Astro): Promise<PathWithRoute[]> {
		const { app } = astro;
		const chemins = app?.routeCache.get(route)?.staticPaths?.keyed;
		if (!app || !chemins || siens.length < MASSE) return siens;
		const module = await app.getComponentByRoute(route);
		const eprouvee = await eprouver(route, chemins, astro, module);
		if (!eprouvee) return siens;
		const { faire, temoins } = eprouvee;
		const dependre = (chemin: Chemin) => reprise && module.dependances?.(chemin);
		const cleDe = (depend: Dependances | undefined) => depend && reprise?.cle(route.component, depend);
		const trompeur = temoins.find(
			({ nom, chemin, octets }) => reprise?.confirme(fichierDe(nom, route), cleDe(dependre(chemin)), octets) === false,
		);
		if (trompeur) avertir(`${route.component} : tout est refait (${trompeur.nom} n’est plus ce qui en était gardé)`);
		const restent: PathWithRoute[] = [];
		let raison = '';
		for (const chemin of siens) {
			const { pathname: nom } = chemin;
			const fichier = fichierDe(nom, route);
			const depend = dependre(chemins.get(nom) as Chemin);
			const cle = cleDe(depend);
			const pris = trompeur ? undefined : reprise?.prendre(fichier, cle);
			let corps: Corps | undefined = pris;
			try {
				corps ??= faire(adresse(nom), chemins.get(nom) as Chemin);
			} catch (erreur) {
				// Astro makes it, or tells the fault better.
				raison ||= `${nom} : ${(erreur as Error).message}`;
				restent.push(chemin);
				continue;
			}
			if (pris) depend?.tenir?.(pris);
			else reprise?.noter(fichier, cle, corps);
			ecrire(fichier, corps);
			if (route.type === 'page') pagesFaites.push({ pathname: nom.slice(1) });
			await ecouter();
		}
		if (raison) avertir(`${route.component} : ${compte(restent.length, 'fichier')} à faire par Astro (${raison})`);
		ROUTE_FAITE.publish({ composant: route.component, fichiers: siens.length - restent.length });
		return restent;
	}

	return {
		name: 'lignee-ecriture',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				const plugin = {
					name: 'lignee-direct',
					enforce: 'pre' as const,
					apply: 'build' as const,
					applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
					resolveId: (id: string, de: string | undefined) => (id === RUNTIME && de !== DIRECT ? DIRECT : undefined),
				};
				updateConfig({ vite: { plugins: [plugin] } });
			},
			'astro:config:done': ({ config }) => {
				[sortie, racine, atelier] = [config.outDir, config.root, config.cacheDir].map((url) => fileURLToPath(url)) as [
					string,
					string,
					string,
				];
				base = config.base.replace(/\/$/, '');
				site = config.site ? new URL(config.site) : undefined;
			},
			'astro:build:start': ({ setPrerenderer }) => {
				dossiers.clear();
				pagesFaites.length = 0;
				echec = false;
				const { SITE_PRECEDENT } = process.env;
				reprise = SITE_PRECEDENT ? new Reprise(racine, SITE_PRECEDENT) : undefined;
				setPrerenderer((astro) => ({
					...astro,
					name: 'lignee-ecriture',
					getStaticPaths: async () => {
						const restent: PathWithRoute[] = [];
						const routes = Map.groupBy(await astro.getStaticPaths(), ({ route }) => route);
						ROUTE_FAITE.publish({ fichiers: 0 });
						for (const [route, siens] of routes) restent.push(...(await faireRoute(route, siens, astro)));
						return restent;
					},
					render: async (requete, options) => {
						// A page already asked for when another fails must not come back in a folder that is being removed.
						if (echec) return new Response(null);
						try {
							const corps = await rendre(requete, options, astro);
							if (corps instanceof Response) return corps;
							const chemin = decodeURI(new URL(requete.url).pathname.slice(base.length));
							if (!echec) ecrire(fichierDe(chemin, options.routeData), corps);
							await ecouter();
							return new Response(null);
						} catch (erreur) {
							echec = true;
							throw erreur;
						}
					},
				}));
			},
			'astro:build:generated': () => {
				if (!reprise) return;
				reprise.ecrire(atelier);
				console.log(reprise.dire());
			},
		},
	};
}

/** @returns the bytes of a page that Astro makes; its response where it is Astro's to write, as redirections are */
async function rendre(requete: Request, options: Options, astro: AstroPrerenderer): Promise<Uint8Array | Response> {
	const rendu = await astro.render(requete, options);
	const reponse = rendu instanceof Response ? rendu : rendu.response;
	if (options.collectMetadata || !reponse.body || (reponse.status >= 300 && reponse.status < 400)) return reponse;
	return reponse.bytes();
}

/** Where `build.format: 'directory'` puts what answers an address: « /titres/tssr-2018/ » is `titres/tssr-2018/index.html`. */
export function fichierDe(chemin: string, { type, route }: Pick<RouteData, 'type' | 'route'>): string {
	if (type === 'endpoint') return chemin.replace(/\/$/, '');
	return route === '/404' || route === '/500' ? `${route}.html` : `${chemin}index.html`;
}
