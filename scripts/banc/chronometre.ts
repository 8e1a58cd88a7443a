import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { maintenant } from './processus.ts';

/** Where a stage of a build ends, and the next one begins. */
export interface Jalon {
	etape: string;
	/** Milliseconds since 1970. */
	fin: number;
}
/** Files written for each page or endpoint of `src/pages`, and the seconds between one file and the next. */
export interface Routes {
	[composant: string]: { fichiers: number; duree: number; processeur: number };
}

/**
 * Times the stages of a build from inside, on Astro's public hooks: it changes nothing of what is built. Files are made
 * a few at a time, so the time since the last one counts for the one that ends.
 */
export function chronometre(rendre: (jalons: Jalon[], routes: Routes) => void): AstroIntegration {
	const jalons: Jalon[] = [];
	const routes: Routes = {};
	let dernier = 0;
	let depense = process.cpuUsage();
	/** What renders without us: Astro keeps the last one that is set, which is ours. */
	let siens: (astro: AstroPrerenderer) => AstroPrerenderer = (astro) => astro;
	const clore = (etape: string) => jalons.push({ etape, fin: maintenant() });
	return {
		name: 'banc',
		hooks: {
			'astro:config:done': ({ config }) => {
				clore('démarrage');
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
							dernier = performance.now();
							depense = process.cpuUsage();
							return chemins;
						},
						render: async (requete, options) => {
							const rendu = await defaut.render(requete, options);
							const { component } = options.routeData;
							const route = routes[component] ?? { fichiers: 0, duree: 0, processeur: 0 };
							const jusquIci = process.cpuUsage();
							const { user, system } = jusquIci;
							const heure = performance.now();
							routes[component] = {
								fichiers: route.fichiers + 1,
								duree: route.duree + (heure - dernier) / 1000,
								processeur: route.processeur + (user + system - depense.user - depense.system) / 1e6,
							};
							dernier = heure;
							depense = jusquIci;
							return rendu;
						},
					};
				});
			},
			'astro:build:generated': () => {
				clore('pages');
			},
			'astro:build:done': () => {
				clore('autres');
				rendre(jalons, routes);
			},
		},
	};
}
