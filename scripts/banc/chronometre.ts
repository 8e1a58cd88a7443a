import type { AstroIntegration, AstroPrerenderer } from 'astro';

/** Seconds of each stage of a build, by the clock and of processor. */
export interface Etape {
	duree: number;
	processeur: number;
}
/** Files written for each page or endpoint of `src/pages`, and the seconds between one file and the next. */
export interface Routes {
	[composant: string]: { fichiers: number; duree: number };
}

/**
 * Times the stages of a build from inside, on Astro's public hooks: it changes nothing of what is built. Files are made
 * a few at a time, so the time since the last one counts for the one that ends.
 */
export function chronometre(rendre: (etapes: Record<string, Etape>, routes: Routes) => void): AstroIntegration {
	const etapes: Record<string, Etape> = {};
	const routes: Routes = {};
	let [heure, processeur] = [0, { user: 0, system: 0 }];
	let dernier = 0;
	/** What renders without us: Astro keeps the last one that is set, which is ours. */
	let siens: (astro: AstroPrerenderer) => AstroPrerenderer = (astro) => astro;
	const clore = (nom: string) => {
		const maintenant = performance.now();
		const { user, system } = process.cpuUsage(processeur);
		const deja = etapes[nom] ?? { duree: 0, processeur: 0 };
		etapes[nom] = {
			duree: deja.duree + (maintenant - heure) / 1000,
			processeur: deja.processeur + (user + system) / 1e6,
		};
		[heure, processeur] = [maintenant, process.cpuUsage()];
	};
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
							return chemins;
						},
						render: async (requete, options) => {
							const rendu = await defaut.render(requete, options);
							const { component } = options.routeData;
							const route = routes[component] ?? { fichiers: 0, duree: 0 };
							const maintenant = performance.now();
							routes[component] = { fichiers: route.fichiers + 1, duree: route.duree + (maintenant - dernier) / 1000 };
							dernier = maintenant;
							return rendu;
						},
					};
				});
			},
			'astro:build:generated': () => clore('pages'),
			'astro:build:done': () => {
				clore('autres');
				rendre(etapes, routes);
			},
		},
	};
}
