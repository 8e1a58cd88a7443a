import type { AstroIntegration } from 'astro';

/**
 * Lets pages hold the components of `vues/`, as plain HTML. `@astrojs/preact` is made for islands: it renders each
 * component a first time to know whether it is one of Preact's, and once more to have it.
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
