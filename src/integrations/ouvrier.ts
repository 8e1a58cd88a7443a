import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Carte } from '../domaine/exports/carte.ts';
import { dessiner } from './dessin.ts';

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

/** A process of its own: draws its share of the cards, one after the other, hands each over, and ends. */
process.once('message', async (part: ADessiner[]) => {
	const rendre = promisify((dessinee: Dessinee, rappel: (erreur: Error | null) => void) =>
		process.send?.(dessinee, undefined, undefined, rappel),
	);
	for (const { chemin, carte } of part) {
		const image = await dessiner(carte);
		await rendre({ chemin, octets: image.asPng() });
		// resvg gives its memory back between two tasks of the event loop, and drawing alone never leaves one.
		await setImmediate();
	}
	process.disconnect();
});
// The build has been stopped: nobody waits for the pictures any more.
process.once('disconnect', () => process.exit());
