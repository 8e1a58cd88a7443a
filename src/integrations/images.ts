import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { type Carte, carteComparaison, carteSite, carteVersion } from '../domaine/exports/carte.ts';
import type { Version } from '../domaine/version.ts';
import { lireCatalogue } from '../loaders/catalogue.ts';
import type { ADessiner } from './ouvrier.ts';

/** Draws the picture of each version and of each comparison, for the places where their pages are shared. */
export default function images(): AstroIntegration {
	return {
		name: 'lignee-images',
		hooks: {
			'astro:build:done': async ({ dir, pages, logger }) => {
				const versions = new Map(lireCatalogue().versions.map((v) => [v.id, v]));
				const cartes = pages.flatMap(({ pathname }) => carteDe(`/${pathname}`, versions) ?? []);
				const toutes = [{ chemin: '/images/lignee.png', carte: carteSite }, ...cartes].map(
					({ chemin, carte }): ADessiner => ({ fichier: fileURLToPath(new URL(`.${chemin}`, dir)), carte }),
				);
				await dessinerToutes(toutes);
				logger.info(`${toutes.length} images dessinées`);
			},
		},
	};
}

/** Pictures are long to draw and know nothing of each other: each core draws its share. */
async function dessinerToutes(toutes: readonly ADessiner[]): Promise<void> {
	const parts = Array.from({ length: availableParallelism() }, (_, part) =>
		toutes.filter((_, rang) => rang % availableParallelism() === part),
	);
	await Promise.all(parts.filter(({ length }) => length).map(confier));
}

/** Gives a share to a thread, and waits for its end. */
const confier = (part: readonly ADessiner[]): Promise<void> =>
	new Promise((finir, echouer) =>
		new Worker(new URL('./ouvrier.ts', import.meta.url), { workerData: part })
			.once('error', echouer)
			.once('exit', () => finir()),
	);

/** The card of a page, where it has one of its own. */
function carteDe(page: string, versions: ReadonlyMap<string, Version>): { chemin: string; carte: Carte } | undefined {
	const [, rubrique, ...ids] = page.replace(/\/$/, '').split('/');
	const [premiere, seconde] = [versions.get(ids[0] ?? ''), versions.get(ids[1] ?? '')];
	const chemin = `/images/${rubrique}/${ids.join('/')}.png`;
	if (rubrique === 'titres' && premiere && ids.length === 1) return { chemin, carte: carteVersion(premiere, versions) };
	if (rubrique === 'comparer' && premiere && seconde && ids.length === 2)
		return { chemin, carte: carteComparaison(premiere, seconde) };
	return undefined;
}
