import { channel } from 'node:diagnostics_channel';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroPrerenderer, RouteData } from 'astro';
import type { Dependances } from '../catalogue/dependances.ts';
import { compte } from '../domaine/vocabulaire.ts';
import type { Composant, Contexte } from './direct.ts';
import type { Reprise } from './reprise.ts';

type Astro = AstroPrerenderer & { app?: App };
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];
type Options = Parameters<AstroPrerenderer['render']>[1];
type Chemin = Pick<Contexte, 'params' | 'props'>;
type Corps = string | Uint8Array;
/** Renders one page or data file of a route, without Astro. */
type Faire = (url: URL, chemin: Chemin) => Corps;
/**
 * Exports of a file of `src/pages`: the page, or `contenu`, the body that `GET` answers with; and `dependances`, what
 * each page depends on, where pages may be reused from the previous site.
 */
interface Module {
	default?: Composant;
	contenu?: (chemin: Chemin) => Corps;
	dependances?: (chemin: Chemin) => Dependances | undefined;
}
/** A page rendered by Astro, to compare the direct rendering with. */
type Temoin = { nom: string; chemin: Chemin; octets: Buffer };

/** Part of Astro's prerenderer that its public type leaves out. Where it is missing, Astro renders every page. */
interface App {
	getComponentByRoute(route: RouteData): Promise<Module>;
	routeCache: { get(route: RouteData): { staticPaths?: { keyed: ReadonlyMap<string, Chemin> } } | undefined };
}

/** Routes of fewer pages are left to Astro: comparing some of them would cost more than it saves. */
const MASSE = 10;
/** Placeholder for the head tags of a route until they are known. No page contains this character. */
const TETE = '\0';
/** Time after which rendering yields to the event loop, in milliseconds. */
const TOUR = 50;
/** Progress: a message without `composant` once all routes are listed, then one per route with its count of files. */
const ROUTE_FAITE = channel('lignee:route');
/** Pages rendered without Astro, which leaves them out of the list that it gives at the end of a build. */
export const pagesFaites: { pathname: string }[] = [];

/** Astro's prerenderer, with routes of many pages rendered and written directly. See `ecriture.ts`. */
export function prerenderer(
	astro: Astro,
	config: Pick<AstroConfig, 'outDir' | 'base' | 'site'>,
	gardee: Reprise | undefined,
	avertir: (texte: string) => void,
): AstroPrerenderer {
	const sortie = fileURLToPath(config.outDir);
	const base = config.base.replace(/\/$/, '');
	const site = config.site ? new URL(config.site) : undefined;
	const dossiers = new Set<string>();
	let echec = false;
	/** When the event loop last had its turn. */
	let tour = 0;
	return { ...astro, name: 'lignee-ecriture', getStaticPaths: faireLesRoutes, render: faireParAstro };

	/** Writes the files of all routes that can be rendered directly. @returns the files left to Astro */
	async function faireLesRoutes(): Promise<PathWithRoute[]> {
		const routes = Map.groupBy(await astro.getStaticPaths(), ({ route }) => route);
		ROUTE_FAITE.publish({ fichiers: 0 });
		const restent: PathWithRoute[] = [];
		for (const [route, siens] of routes) restent.push(...(await faireRoute(route, siens)));
		return restent;
	}

	/** Renders one file with Astro, and writes it unless Astro must. */
	async function faireParAstro(requete: Request, options: Options): Promise<Response> {
		// The folder is being removed: a page requested before the failure must not be written there again.
		if (echec) return new Response(null);
		try {
			const corps = await rendre(requete, options, astro);
			if (corps instanceof Response) return corps;
			const chemin = decodeURI(new URL(requete.url).pathname.slice(base.length));
			if (!echec) ecrire(fichierDe(chemin, options.routeData), corps);
			await ceder();
			return new Response(null);
		} catch (erreur) {
			echec = true;
			throw erreur;
		}
	}

	/** Writes the files of a route. @returns those left to Astro */
	async function faireRoute(route: RouteData, siens: PathWithRoute[]): Promise<PathWithRoute[]> {
		const { app } = astro;
		const chemins = app?.routeCache.get(route)?.staticPaths?.keyed;
		if (!app || !chemins || siens.length < MASSE) return siens;
		const module = await app.getComponentByRoute(route);
		const eprouvee = await eprouver(route, chemins, module);
		if (!eprouvee) return siens;
		const { faire, temoins } = eprouvee;
		const dependre = (nom: string) => gardee && module.dependances?.(chemins.get(nom) as Chemin);
		const reprise = repriseDe(route, temoins, dependre);
		const restent: PathWithRoute[] = [];
		let raison = '';
		for (const chemin of siens) {
			const { pathname: nom } = chemin;
			const fichier = fichierDe(nom, route);
			const depend = dependre(nom);
			const cle = cleDe(route, depend);
			const pris = reprise?.prendre(fichier, cle);
			let corps: Corps | undefined = pris;
			try {
				corps ??= faire(adresse(nom), chemins.get(nom) as Chemin);
			} catch (erreur) {
				// Astro renders this page, or reports the error better.
				raison ||= `${nom} : ${(erreur as Error).message}`;
				restent.push(chemin);
				continue;
			}
			const octets = enOctets(corps);
			if (pris) depend?.tenir?.(pris);
			else gardee?.noter(fichier, cle, octets);
			ecrire(fichier, octets);
			if (route.type === 'page') pagesFaites.push({ pathname: nom.slice(1) });
			await ceder();
		}
		if (raison) avertir(`${route.component} : ${compte(restent.length, 'fichier')} à faire par Astro (${raison})`);
		ROUTE_FAITE.publish({ composant: route.component, fichiers: siens.length - restent.length });
		return restent;
	}

	/** @returns the direct renderer of a route, and the files it was compared on; `undefined` if Astro must render it */
	async function eprouver(
		route: RouteData,
		chemins: ReadonlyMap<string, Chemin>,
		{ default: page, contenu }: Module,
	): Promise<{ faire: Faire; temoins: Temoin[] } | undefined> {
		if (!page && !contenu) return undefined;
		const noms = [...chemins.keys()];
		// Not the last data file: it may list all the others, which are not written yet.
		const rangs = [0, noms.length >> 1, ...(contenu ? [] : [noms.length - 1])];
		const temoins = await Promise.all(rangs.map((rang) => temoin(route, noms[rang] as string, chemins)));
		try {
			let tete = TETE;
			const faire: Faire = (url, chemin) =>
				contenu?.(chemin) ?? (page as Composant).direct({ ...chemin, url, site, tete });
			if (page) {
				const [{ nom, chemin, octets }] = temoins as [Temoin];
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

	/** Renders one file of a route with Astro. */
	async function temoin(route: RouteData, nom: string, chemins: ReadonlyMap<string, Chemin>): Promise<Temoin> {
		const requete = new Request(adresse(nom));
		const rendu = await astro.render(requete, { routeData: route, collectMetadata: false });
		const octets = Buffer.from(await (rendu instanceof Response ? rendu : rendu.response).arrayBuffer());
		return { nom, chemin: chemins.get(nom) as Chemin, octets };
	}

	/** @returns what files of a route may be reused from; nothing if one that was just rendered is not what was kept */
	function repriseDe(
		route: RouteData,
		temoins: readonly Temoin[],
		dependre: (nom: string) => Dependances | undefined,
	): Reprise | undefined {
		const trompeur = temoins.find(
			({ nom, octets }) => gardee?.confirme(fichierDe(nom, route), cleDe(route, dependre(nom)), octets) === false,
		);
		if (!trompeur) return gardee;
		avertir(`${route.component} : tout est refait (${trompeur.nom} n’est plus ce qui en était gardé)`);
		return undefined;
	}

	function cleDe(route: RouteData, depend: Dependances | undefined): string | undefined {
		return depend && gardee?.cle(route.component, depend);
	}

	function adresse(nom: string): URL {
		return new URL(`${base}${encodeURI(nom)}`, site ?? 'http://localhost');
	}

	function ecrire(chemin: string, octets: Uint8Array): void {
		const fichier = join(sortie, chemin);
		const dossier = dirname(fichier);
		if (!dossiers.has(dossier)) mkdirSync(dossier, { recursive: true });
		dossiers.add(dossier);
		// `wx` fails if the file exists: two pages with one address, or a page and a file of `public/`, are an error.
		writeFileSync(fichier, octets, { flag: 'wx' });
	}

	/** Yields to the event loop: rendering never awaits I/O, so signals would not be handled nor unused memory freed. */
	async function ceder(): Promise<void> {
		if (performance.now() - tour < TOUR) return;
		await setImmediate();
		tour = performance.now();
	}
}

/** Memory that each page is encoded into, one after the other: they are hashed and written before the next one. */
let tampon = new Uint8Array(1 << 20);

/** @returns the bytes of a page, valid until the next call */
function enOctets(corps: Corps): Uint8Array {
	if (typeof corps !== 'string') return corps;
	// In UTF-8 a unit of a string takes three bytes at most.
	if (corps.length * 3 > tampon.length) tampon = new Uint8Array(corps.length * 3);
	return tampon.subarray(0, new TextEncoder().encodeInto(corps, tampon).written);
}

/** @returns the bytes of a page rendered by Astro, or its response where Astro must write it, as for redirections */
async function rendre(requete: Request, options: Options, astro: AstroPrerenderer): Promise<Uint8Array | Response> {
	const rendu = await astro.render(requete, options);
	const reponse = rendu instanceof Response ? rendu : rendu.response;
	if (options.collectMetadata || !reponse.body || (reponse.status >= 300 && reponse.status < 400)) return reponse;
	return reponse.bytes();
}

/** File of an address with `build.format: 'directory'`: « /titres/tssr-2018/ » is `titres/tssr-2018/index.html`. */
export function fichierDe(chemin: string, { type, route }: Pick<RouteData, 'type' | 'route'>): string {
	if (type === 'endpoint') return chemin.replace(/\/$/, '');
	return route === '/404' || route === '/500' ? `${route}.html` : `${chemin}index.html`;
}
