import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { adresse } from '../domaine/adresse.ts';
import { listerPaires } from '../domaine/comparaison/paires.ts';
import { carteComparaison, carteSite, carteVersion } from '../domaine/exports/carte.ts';
import { type Catalogue, lireCatalogue } from '../loaders/catalogue.ts';
import type { ADessiner, Dessinee } from './ouvrier.ts';

/** Draws the picture of each version and of each comparison, for the places where their pages are shared. */
export default function images(): AstroIntegration {
	let dessinees: Dessinee[] = [];
	return {
		name: 'lignee-images',
		hooks: {
			// Before the pages, while our memory is small: each thread that draws adds its own. Astro empties the output
			// folder after this, so that the pictures wait for the end.
			'astro:build:start': async () => {
				dessinees = await dessinerToutes(cartes(lireCatalogue()));
			},
			'astro:build:done': ({ dir, logger }) => {
				for (const { chemin, octets } of dessinees) {
					const fichier = fileURLToPath(new URL(`.${chemin}`, dir));
					mkdirSync(dirname(fichier), { recursive: true });
					writeFileSync(fichier, octets);
				}
				logger.info(`${dessinees.length} images dessinées`);
			},
		},
	};
}

/** Every card of the site, with the address of its picture. */
function cartes({ versions, correspondances }: Catalogue): ADessiner[] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	return [
		{ chemin: adresse.imageSite, carte: carteSite },
		...versions.map((v) => ({ chemin: adresse.imageTitre(v.id), carte: carteVersion(v, parId) })),
		...listerPaires(versions, correspondances).map(({ de, vers }) => ({
			chemin: adresse.imageComparaison(de.id, vers.id),
			carte: carteComparaison(de, vers),
		})),
	];
}

/** Pictures are long to draw and know nothing of each other: each core draws its share. */
async function dessinerToutes(toutes: readonly ADessiner[]): Promise<Dessinee[]> {
	const threads = availableParallelism();
	const parts = Array.from({ length: threads }, (_, part) => toutes.filter((_, rang) => rang % threads === part));
	return (await Promise.all(parts.filter(({ length }) => length).map(confier))).flat();
}

/** Gives a share to a thread, and waits for its end. */
const confier = (part: readonly ADessiner[]): Promise<Dessinee[]> =>
	new Promise((finir, echouer) => {
		const dessinees: Dessinee[] = [];
		new Worker(new URL('./ouvrier.ts', import.meta.url), { workerData: part })
			.on('message', (dessinee: Dessinee) => dessinees.push(dessinee))
			.once('error', echouer)
			.once('exit', () => finir(dessinees));
	});
