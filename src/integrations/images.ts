import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Catalogue, lireCatalogue } from '../catalogue/catalogue.ts';
import { adresse } from '../domaine/adresse.ts';
import { listerPaires } from '../domaine/comparaison/paires.ts';
import { carteComparaison, carteSite, carteVersion } from '../domaine/exports/carte.ts';
import { compte } from '../domaine/vocabulaire.ts';
import type { ADessiner, Dessinee } from './ouvrier.ts';

/** Draws the picture of each version and of each comparison, for the places where their pages are shared. */
export default function images(): AstroIntegration {
	let dessinees: Dessinee[] = [];
	return {
		name: 'lignee-images',
		hooks: {
			// Before the pages, while our memory is small: each process that draws has its own. Astro empties the output
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
				logger.info(compte(dessinees.length, 'image dessinée', 'images dessinées'));
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
	const processus = availableParallelism();
	const parts = Array.from({ length: processus }, (_, part) => toutes.filter((_, rang) => rang % processus === part));
	return (await Promise.all(parts.filter(({ length }) => length).map(confier))).flat();
}

/** A picture is a few objects that stand for megabytes of points: V8, which counts objects, must look for garbage often. */
const MEMOIRE = ['--max-semi-space-size=4', '--heap-growing-percent=30'];

/**
 * Gives a share to a process, and waits for its end: unlike a thread, it gives back to the system all the memory that
 * drawing took.
 * @throws where it stops before its end, having said why itself
 */
async function confier(part: readonly ADessiner[]): Promise<Dessinee[]> {
	const dessinees: Dessinee[] = [];
	const ouvrier = fork(new URL('./ouvrier.ts', import.meta.url), {
		serialization: 'advanced',
		execArgv: [...process.execArgv, ...MEMOIRE],
	});
	ouvrier.on('message', (dessinee: Dessinee) => dessinees.push(dessinee)).send(part);
	const [code, signal] = await once(ouvrier, 'close');
	if (code !== 0) throw new Error(`Les images n’ont pas pu être dessinées (${signal ?? `code ${code}`}).`);
	return dessinees;
}
