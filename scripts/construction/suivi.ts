import type { AstroIntegration } from 'astro';

/** Says each stage of a build when it ends, and how long it took; it changes nothing of what is built. */
export function suivre(dire: (ligne: string) => void): AstroIntegration {
	let debut = performance.now();
	const finir = (etape: string) => {
		const secondes = ((performance.now() - debut) / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
		dire(`${etape} : ${secondes} s`);
		debut = performance.now();
	};
	return {
		name: 'lignee-suivi',
		hooks: {
			'astro:build:start': () => finir('Catalogue lu et vérifié, images dessinées'),
			'astro:build:generated': () => finir('Pages et données'),
			'astro:build:done': () => finir('Plan du site et index de recherche'),
		},
	};
}
