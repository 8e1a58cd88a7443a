import type { SSRLoadedRendererValue } from 'astro';
import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Astro's name for what stands inside a component of another kind. Preact needs an element to hold HTML as it is. */
const DEDANS = 'astro-static-slot';

/**
 * A view as HTML.
 * @param dedans HTML of what a page puts between the tags of the view
 */
export function rendreVue(vue: ComponentType, props: object, dedans = ''): string {
	if (!dedans) return renderToString(h(vue, props));
	const enfant = h(DEDANS, { dangerouslySetInnerHTML: { __html: dedans } });
	return renderToString(h(vue, props, enfant)).replace(new RegExp(`</?${DEDANS}>`, 'g'), '');
}

/** How Astro renders what is neither one of its own components nor the content of a guide: as a view. */
const rendu: SSRLoadedRendererValue = {
	name: 'lignee-vues',
	check: async (composant: unknown) => typeof composant === 'function',
	renderToStaticMarkup: async (vue: ComponentType, props: object, { default: dedans }: Record<string, string>) => ({
		html: rendreVue(vue, props, dedans && String(dedans)),
	}),
};
export default rendu;
