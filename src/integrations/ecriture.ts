import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { pagesFaites, prerenderer } from './prerenderer.ts';
import { Reprise } from './reprise.ts';

const RUNTIME = 'astro/compiler-runtime';
const DIRECT = fileURLToPath(new URL('./direct.ts', import.meta.url));

/**
 * Renders pages and data files, and writes each one at once. Astro makes a request and a response for each file, then
 * waits for a thread to create its folder, open it and write it. For a route of many pages, this integration renders
 * them itself, with the same components (`direct.ts`) or with the body that `GET` answers (`contenu`). The first,
 * middle and last files are rendered both ways: if a byte differs, Astro renders that route. Without this integration,
 * the site is the same to the byte. With it, Astro logs that it wrote none of these files; `npm run build` hides this.
 *
 * If `SITE_PRECEDENT` names the folder of a site built before, its unchanged pages are reused (`reprise.ts`).
 * @param avertir receives what Astro had to render or what could not be reused, and why
 */
export default function ecriture(avertir: (texte: string) => void = console.warn): AstroIntegration {
	let config: AstroConfig;
	let reprise: Reprise | undefined;
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
			'astro:config:done': ({ config: reglee }) => {
				config = reglee;
			},
			'astro:build:start': ({ setPrerenderer }) => {
				pagesFaites.length = 0;
				const { SITE_PRECEDENT } = process.env;
				reprise = SITE_PRECEDENT ? new Reprise(fileURLToPath(config.root), SITE_PRECEDENT) : undefined;
				setPrerenderer((astro) => prerenderer(astro, config, reprise, avertir));
			},
			'astro:build:generated': () => {
				if (!reprise) return;
				reprise.ecrire(fileURLToPath(config.cacheDir));
				console.log(reprise.dire());
			},
		},
	};
}
