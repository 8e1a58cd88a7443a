import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Carte } from '../domaine/exports/carte.ts';
import { dessiner } from './dessin.ts';
import { encoderPng } from './png.ts';

/** Where a picture stands on the site, and what it says. */
export interface ADessiner {
	chemin: string;
	carte: Carte;
}

/** A picture once drawn: a PNG file. */
export interface Dessinee {
	chemin: string;
	octets: Uint8Array;
}

/** A thread of its own: draws its share of the cards, one after the other, hands each over, and ends. */
for (const { chemin, carte } of workerData as ADessiner[]) {
	const image = await dessiner(carte);
	const octets = new Uint8Array(encoderPng(image) ?? image.asPng());
	parentPort?.postMessage({ chemin, octets } satisfies Dessinee, [octets.buffer]);
	// resvg gives its memory back between two tasks of the event loop, and drawing alone never leaves one.
	await setImmediate();
}
