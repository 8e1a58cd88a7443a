import type { AstroIntegration } from 'astro';

/**
 * Lets pages use the components of `vues/`, rendered as plain HTML. `@astrojs/preact` is made for islands: it renders
 * each component once to check that it is Preact's, and once more for its output.
 */
export default function vues(): AstroIntegration {
	return {
		name: 'lignee-vues',
		hooks: {
			'astro:config:setup': ({ addRenderer }) => {
				addRenderer({ name: 'lignee-vues', serverEntrypoint: new URL('./rendu.ts', import.meta.url) });
			},
		},
	};
}
