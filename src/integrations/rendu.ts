import type { SSRLoadedRendererValue } from 'astro';
import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** How Astro renders what is neither one of its own components nor the content of a guide: as a view. */
const rendu: SSRLoadedRendererValue = {
	name: 'lignee-vues',
	check: async (composant: unknown) => typeof composant === 'function',
	renderToStaticMarkup: async (vue: ComponentType, props: object) => ({ html: renderToString(h(vue, props)) }),
};
export default rendu;
