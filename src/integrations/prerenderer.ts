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
	reprise: Reprise | undefined,
	avertir: (texte: string) => void,
): AstroPrerenderer {
	const direct = new Direct(astro, config, reprise, avertir);
	return {
		...astro,
		name: 'lignee-ecriture',
		getStaticPaths: () => direct.faireLesRoutes(),
		render: (requete, options) => direct.rendre(requete, options),
	};
}

class Direct {
	readonly #astro: Astro;
	readonly #reprise: Reprise | undefined;
	readonly #avertir: (texte: string) => void;
	readonly #sortie: string;
	readonly #base: string;
	readonly #site: URL | undefined;
	readonly #dossiers = new Set<string>();
	#echec = false;
	/** When the event loop last had its turn. */
	#tour = 0;

	constructor(
		astro: Astro,
		{ outDir, base, site }: Pick<AstroConfig, 'outDir' | 'base' | 'site'>,
		reprise: Reprise | undefined,
		avertir: (texte: string) => void,
	) {
		[this.#astro, this.#reprise, this.#avertir] = [astro, reprise, avertir];
		this.#sortie = fileURLToPath(outDir);
		this.#base = base.replace(/\/$/, '');
		this.#site = site ? new URL(site) : undefined;
	}

	/** Writes the files of all routes that can be rendered directly. @returns the files left to Astro */
	async faireLesRoutes(): Promise<PathWithRoute[]> {
		const routes = Map.groupBy(await this.#astro.getStaticPaths(), ({ route }) => route);
		ROUTE_FAITE.publish({ fichiers: 0 });
		const restent: PathWithRoute[] = [];
		for (const [route, siens] of routes) restent.push(...(await this.#faireRoute(route, siens)));
		return restent;
	}

	/** Renders one file with Astro, and writes it unless Astro must. */
	async rendre(requete: Request, options: Options): Promise<Response> {
		// The folder is being removed: a page requested before the failure must not be written there again.
		if (this.#echec) return new Response(null);
		try {
			const corps = await rendre(requete, options, this.#astro);
			if (corps instanceof Response) return corps;
			const chemin = decodeURI(new URL(requete.url).pathname.slice(this.#base.length));
			if (!this.#echec) this.#ecrire(fichierDe(chemin, options.routeData), corps);
			await this.#ceder();
			return new Response(null);
		} catch (erreur) {
			this.#echec = true;
			throw erreur;
		}
	}

	/** Writes the files of a route. @returns those left to Astro */
	async #faireRoute(route: RouteData, siens: PathWithRoute[]): Promise<PathWithRoute[]> {
		const { app } = this.#astro;
		const chemins = app?.routeCache.get(route)?.staticPaths?.keyed;
		if (!app || !chemins || siens.length < MASSE) return siens;
		const module = await app.getComponentByRoute(route);
		const eprouvee = await this.#eprouver(route, chemins, module);
		if (!eprouvee) return siens;
		const { faire, temoins } = eprouvee;
		const dependre = (nom: string) => this.#reprise && module.dependances?.(chemins.get(nom) as Chemin);
		const reprise = this.#repriseDe(route, temoins, dependre);
		const restent: PathWithRoute[] = [];
		let raison = '';
		for (const chemin of siens) {
			const { pathname: nom } = chemin;
			const fichier = fichierDe(nom, route);
			const depend = dependre(nom);
			const cle = this.#cleDe(route, depend);
			const pris = reprise?.prendre(fichier, cle);
			let corps: Corps | undefined = pris;
			try {
				corps ??= faire(this.#adresse(nom), chemins.get(nom) as Chemin);
			} catch (erreur) {
				// Astro renders this page, or reports the error better.
				raison ||= `${nom} : ${(erreur as Error).message}`;
				restent.push(chemin);
				continue;
			}
			if (pris) depend?.tenir?.(pris);
			else this.#reprise?.noter(fichier, cle, corps);
			this.#ecrire(fichier, corps);
			if (route.type === 'page') pagesFaites.push({ pathname: nom.slice(1) });
			await this.#ceder();
		}
		if (raison)
			this.#avertir(`${route.component} : ${compte(restent.length, 'fichier')} à faire par Astro (${raison})`);
		ROUTE_FAITE.publish({ composant: route.component, fichiers: siens.length - restent.length });
		return restent;
	}

	/** @returns the direct renderer of a route, and the files it was compared on; `undefined` if Astro must render it */
	async #eprouver(
		route: RouteData,
		chemins: ReadonlyMap<string, Chemin>,
		{ default: page, contenu }: Module,
	): Promise<{ faire: Faire; temoins: Temoin[] } | undefined> {
		if (!page && !contenu) return undefined;
		const noms = [...chemins.keys()];
		// Not the last data file: it may list all the others, which are not written yet.
		const rangs = [0, noms.length >> 1, ...(contenu ? [] : [noms.length - 1])];
		const temoins = await Promise.all(rangs.map((rang) => this.#temoin(route, noms[rang] as string, chemins)));
		try {
			let tete = TETE;
			const faire: Faire = (url, chemin) =>
				contenu?.(chemin) ?? (page as Composant).direct({ ...chemin, url, site: this.#site, tete });
			if (page) {
				const [{ nom, chemin, octets }] = temoins as [Temoin];
				const [avant = '', apres = ''] = String(faire(this.#adresse(nom), chemin)).split(TETE);
				const texte = octets.toString();
				tete = texte.slice(avant.length, texte.length - apres.length);
			}
			for (const { nom, chemin, octets } of temoins)
				if (!octets.equals(Buffer.from(faire(this.#adresse(nom), chemin)))) throw new Error(`${nom} n’est pas le même`);
			return { faire, temoins };
		} catch (erreur) {
			this.#avertir(`${route.component} : fait par Astro (${(erreur as Error).message})`);
			return undefined;
		}
	}

	/** Renders one file of a route with Astro. */
	async #temoin(route: RouteData, nom: string, chemins: ReadonlyMap<string, Chemin>): Promise<Temoin> {
		const requete = new Request(this.#adresse(nom));
		const rendu = await this.#astro.render(requete, { routeData: route, collectMetadata: false });
		const octets = Buffer.from(await (rendu instanceof Response ? rendu : rendu.response).arrayBuffer());
		return { nom, chemin: chemins.get(nom) as Chemin, octets };
	}

	/** @returns what files of a route may be reused from; nothing if one that was just rendered is not what was kept */
	#repriseDe(
		route: RouteData,
		temoins: readonly Temoin[],
		dependre: (nom: string) => Dependances | undefined,
	): Reprise | undefined {
		const trompeur = temoins.find(
			({ nom, octets }) =>
				this.#reprise?.confirme(fichierDe(nom, route), this.#cleDe(route, dependre(nom)), octets) === false,
		);
		if (!trompeur) return this.#reprise;
		this.#avertir(`${route.component} : tout est refait (${trompeur.nom} n’est plus ce qui en était gardé)`);
		return undefined;
	}

	#cleDe(route: RouteData, depend: Dependances | undefined): string | undefined {
		return depend && this.#reprise?.cle(route.component, depend);
	}

	#adresse(nom: string): URL {
		return new URL(`${this.#base}${encodeURI(nom)}`, this.#site ?? 'http://localhost');
	}

	#ecrire(chemin: string, octets: Corps): void {
		const fichier = join(this.#sortie, chemin);
		const dossier = dirname(fichier);
		if (!this.#dossiers.has(dossier)) mkdirSync(dossier, { recursive: true });
		this.#dossiers.add(dossier);
		// `wx` fails if the file exists: two pages with one address, or a page and a file of `public/`, are an error.
		writeFileSync(fichier, octets, { encoding: 'utf8', flag: 'wx' });
	}

	/** Yields to the event loop: rendering never awaits I/O, so signals would not be handled nor unused memory freed. */
	async #ceder(): Promise<void> {
		if (performance.now() - this.#tour < TOUR) return;
		await setImmediate();
		this.#tour = performance.now();
	}
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
