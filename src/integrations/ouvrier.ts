import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import type { Carte } from '../domaine/exports/carte.ts';
import { dessiner } from './dessin.ts';
import { encoderPng } from './png.ts';

/** A card, and the file that its picture goes to. */
export interface ADessiner {
	fichier: string;
	carte: Carte;
}

/** A thread of its own: draws its share of the cards, one after the other, and ends. */
for (const { fichier, carte } of workerData as ADessiner[]) {
	mkdirSync(dirname(fichier), { recursive: true });
	const image = await dessiner(carte);
	writeFileSync(fichier, encoderPng(image) ?? image.asPng());
	// resvg gives its memory back between two tasks of the event loop, and drawing alone never leaves one.
	await setImmediate();
}
