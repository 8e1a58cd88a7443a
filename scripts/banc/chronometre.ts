import { subscribe } from 'node:diagnostics_channel';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { maintenant } from './processus.ts';

/** End of a stage of a build. */
export interface Jalon {
	etape: string;
	/** Milliseconds since 1970. */
	fin: number;
}
/** Files and seconds of each file of `src/pages`, from its first file written to the first of the next route. */
export type Routes = { [composant: string]: { fichiers: number; duree: number; processeur: number } };

/**
 * Times the stages of a build from inside, with Astro's public hooks, without changing what is built. CPU time is read
 * between two routes, since files are rendered route by route: read at each file, it would cost as much as a small
 * file.
 * @param rendre receives the measures when the build ends
 */
export function chronometre(rendre: (jalons: Jalon[], routes: Routes) => void): AstroIntegration {
	const jalons: Jalon[] = [];
	const routes: Routes = {};
	let courante: string | undefined;
	let fichiers = 0;
	let dernier = 0;
	let depense = process.cpuUsage();
	function relever(): void {
		const [heure, { user, system }] = [performance.now(), process.cpuUsage(depense)];
		if (courante) {
			const route = routes[courante] ?? { fichiers: 0, duree: 0, processeur: 0 };
			routes[courante] = {
				fichiers: route.fichiers + fichiers,
				duree: route.duree + (heure - dernier) / 1000,
				processeur: route.processeur + (user + system) / 1e6,
			};
		}
		[courante, fichiers, dernier, depense] = [undefined, 0, heure, process.cpuUsage()];
	}
	subscribe('lignee:route', (message) => {
		({ composant: courante, fichiers } = message as { composant?: string; fichiers: number });
		relever();
	});
	/** Prerenderer that another integration has set. Astro only keeps the last one set, so ours wraps it. */
	let siens: (astro: AstroPrerenderer) => AstroPrerenderer = (astro) => astro;
	const clore = (etape: string) => jalons.push({ etape, fin: maintenant() });
	return {
		name: 'banc',
		hooks: {
			'astro:config:setup': () => {
				clore('démarrage');
			},
			'astro:config:done': ({ config }) => {
				// The only integration that does its work before this hook.
				clore('lignee-pagefind');
				for (const { name, hooks } of config.integrations) {
					if (name === 'banc') continue;
					const { 'astro:build:start': debut, 'astro:build:done': fin } = hooks;
					if (debut)
						hooks['astro:build:start'] = async (options) => {
							clore('contenu');
							await debut({
								...options,
								setPrerenderer: (prerenderer) => {
									siens = typeof prerenderer === 'function' ? prerenderer : () => prerenderer;
								},
							});
							clore(name);
						};
					if (fin)
						hooks['astro:build:done'] = async (...args) => {
							clore('autres');
							await fin(...args);
							clore(name);
						};
				}
			},
			'astro:build:start': ({ setPrerenderer }) => {
				clore('contenu');
				setPrerenderer((astro) => {
					const defaut = siens(astro);
					return {
						...defaut,
						getStaticPaths: async () => {
							clore('assemblage');
							const chemins = await defaut.getStaticPaths();
							clore('liste des pages');
							return chemins;
						},
						render: (requete, options) => {
							const { component } = options.routeData;
							if (component !== courante) relever();
							courante = component;
							fichiers++;
							return defaut.render(requete, options);
						},
					};
				});
			},
			'astro:build:generated': () => {
				relever();
				clore('pages');
			},
			'astro:build:done': () => {
				clore('autres');
				rendre(jalons, routes);
			},
		},
	};
}
