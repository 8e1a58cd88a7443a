import type { SSRLoadedRendererValue } from 'astro';
import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * A view as HTML.
 * @param contenus what a page puts between the tags of the view
 * @throws where there is any: a view takes all by its attributes, and would drop it without a word
 */
export function rendreVue(vue: ComponentType, props: object, contenus: object): string {
	if (Object.keys(contenus).length > 0) throw new Error(`${vue.name} : une vue reçoit tout par ses attributs`);
	return renderToString(h(vue, props));
}

/** Renderer of components that are neither Astro's own nor the content of a guide: they are views. */
const rendu: SSRLoadedRendererValue = {
	name: 'lignee-vues',
	check: async (composant: unknown) => typeof composant === 'function',
	renderToStaticMarkup: async (vue: ComponentType, props: object, contenus: object) => ({
		html: rendreVue(vue, props, contenus),
	}),
};
export default rendu;
