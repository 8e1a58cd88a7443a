import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fichiersMdx } from '../catalogue/dossier.ts';

/** The list that Astro imports, and ours in its place. */
const LISTE = 'astro:content-module-imports';
const SIENNE = '\0lignee-contenus';
/** How Astro asks for the component that a file of MDX makes. */
const COMPOSANT = '?astroRenderContent';

/**
 * The guides and texts that a build renders, by their files. Astro leaves this list in `.astro/`, where another build of
 * the same folder, of another catalogue, puts its own meanwhile: a build makes its own list.
 */
export default function contenus(): AstroIntegration {
	return {
		name: 'lignee-contenus',
		hooks: {
			'astro:config:setup': ({ config, updateConfig }) => {
				const racine = fileURLToPath(config.root);
				const plugin = {
					name: 'lignee-contenus',
					apply: 'build' as const,
					resolveId: { order: 'pre' as const, handler: (id: string) => (id === LISTE ? SIENNE : undefined) },
					load: (id: string) => (id === SIENNE ? ecrire(racine) : undefined),
				};
				updateConfig({ vite: { plugins: [plugin] } });
			},
		},
	};
}

/** A module whose map has, for each file by its path from the project, what imports it. */
function ecrire(racine: string): string {
	const entrees = fichiersMdx().map((fichier) => {
		const nom = relative(racine, fichier).replaceAll('\\', '/');
		return `[${JSON.stringify(nom)}, () => import(${JSON.stringify(fichier + COMPOSANT)})]`;
	});
	return `export default new Map([${entrees}]);`;
}
