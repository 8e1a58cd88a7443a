import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { type Carte, carteComparaison, carteSite, carteVersion } from '../domaine/exports/carte.ts';
import type { Version } from '../domaine/version.ts';
import { lireCatalogue } from '../loaders/catalogue.ts';
import { dessiner } from './dessin.ts';

/** Draws the picture of each version and of each comparison, for the places where their pages are shared. */
export default function images(): AstroIntegration {
	return {
		name: 'lignee-images',
		hooks: {
			'astro:build:done': async ({ dir, pages, logger }) => {
				const versions = new Map(lireCatalogue().versions.map((v) => [v.id, v]));
				const cartes = pages.flatMap(({ pathname }) => carteDe(`/${pathname}`, versions) ?? []);
				for (const { chemin, carte } of [{ chemin: '/images/lignee.png', carte: carteSite }, ...cartes]) {
					const fichier = new URL(`.${chemin}`, dir);
					mkdirSync(dirname(fichier.pathname), { recursive: true });
					writeFileSync(fichier, (await dessiner(carte)).asPng());
					// resvg gives its memory back between two tasks of the event loop, and drawing alone never leaves one.
					await setImmediate();
				}
				logger.info(`${cartes.length + 1} images dessinées`);
			},
		},
	};
}

/** The card of a page, where it has one of its own. */
function carteDe(page: string, versions: ReadonlyMap<string, Version>): { chemin: string; carte: Carte } | undefined {
	const [, rubrique, ...ids] = page.replace(/\/$/, '').split('/');
	const [premiere, seconde] = [versions.get(ids[0] ?? ''), versions.get(ids[1] ?? '')];
	const chemin = `/images/${rubrique}/${ids.join('/')}.png`;
	if (rubrique === 'titres' && premiere && ids.length === 1) return { chemin, carte: carteVersion(premiere, versions) };
	if (rubrique === 'comparer' && premiere && seconde) return { chemin, carte: carteComparaison(premiere, seconde) };
	return undefined;
}
