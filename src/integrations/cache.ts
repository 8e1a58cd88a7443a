import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Days for which an entry that no build uses is kept. */
const DUREE = 30;
const JOUR = 86_400_000;

const empreinte = (octets: Uint8Array): Buffer => createHash('sha256').update(octets).digest();

/**
 * Files kept between builds, each by the hash of all that it was made from. An entry begins with the hash of its own
 * bytes: one that was cut, by a full disk or a killed build, is not there.
 */
export class Cache {
	readonly #dossier: string;

	constructor(dossier: string) {
		mkdirSync(dossier, { recursive: true });
		this.#dossier = dossier;
	}

	lire(cle: string): Buffer | undefined {
		const fichier = join(this.#dossier, cle);
		try {
			const entree = readFileSync(fichier);
			const octets = entree.subarray(32);
			if (!empreinte(octets).equals(entree.subarray(0, 32))) return undefined;
			const maintenant = new Date();
			utimesSync(fichier, maintenant, maintenant);
			return octets;
		} catch (erreur) {
			if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw erreur;
		}
	}

	garder(cle: string, octets: Uint8Array): void {
		writeFileSync(join(this.#dossier, cle), Buffer.concat([empreinte(octets), octets]));
	}

	/** Removes what no build has read for a month. */
	balayer(): void {
		for (const nom of readdirSync(this.#dossier)) {
			const fichier = join(this.#dossier, nom);
			const { mtimeMs } = statSync(fichier, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY };
			if (Date.now() - mtimeMs > DUREE * JOUR) rmSync(fichier, { force: true });
		}
	}
}
