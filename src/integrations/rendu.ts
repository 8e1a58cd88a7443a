import type { SSRLoadedRendererValue } from 'astro';
import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * Renders a view to HTML.
 * @param contenus the slots: what a page writes between the tags of the view
 * @throws if there is any slot: a view takes everything as props, and would silently drop it
 */
export function rendreVue(vue: ComponentType, props: object, contenus: object): string {
	if (Object.keys(contenus).length > 0) throw new Error(`${vue.name} : une vue reçoit tout par ses attributs`);
	return renderToString(h(vue, props));
}

/** Astro renderer of views: function components that are neither Astro's own nor the content of a guide. */
const rendu: SSRLoadedRendererValue = {
	name: 'lignee-vues',
	check: async (composant: unknown) => typeof composant === 'function',
	renderToStaticMarkup: async (vue: ComponentType, props: object, contenus: object) => ({
		html: rendreVue(vue, props, contenus),
	}),
};
export default rendu;
