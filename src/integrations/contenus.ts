import { relative } from 'node:path';
import { fichiersMdx } from '../catalogue/dossier.ts';

/** The virtual module by which Astro lists content files, and the one that replaces it. */
const LISTE = 'astro:content-module-imports';
const SIENNE = '\0lignee-contenus';
/** The query with which Astro imports an MDX file as a component. */
const COMPOSANT = '?astroRenderContent';

/**
 * Plugin of Vite that lists the MDX files (guides and texts) that a build renders. Astro stores this list in `.astro/`,
 * where a build of another catalogue that runs at the same time would overwrite it: each build computes its own instead.
 */
export const contenus = {
	name: 'lignee-contenus',
	apply: 'build' as const,
	resolveId: { order: 'pre' as const, handler: (id: string) => (id === LISTE ? SIENNE : undefined) },
	load: (id: string) => (id === SIENNE ? ecrire() : undefined),
};

/** Source of a module that exports a map from each file's path in the project to its dynamic import. */
function ecrire(): string {
	const entrees = fichiersMdx().map((fichier) => {
		const nom = relative('.', fichier).replaceAll('\\', '/');
		return `[${JSON.stringify(nom)}, () => import(${JSON.stringify(fichier + COMPOSANT)})]`;
	});
	return `export default new Map([${entrees}]);`;
}
