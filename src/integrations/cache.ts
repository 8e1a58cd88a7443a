import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Days after which an entry that no build has read is removed. */
const DUREE = 30;
const JOUR = 86_400_000;

/** Caches: pictures, parsed files of the catalogue, the search index, the records of published sites. */
const NOMS = ['images', 'lectures', 'recherche', 'reprise'] as const;
type Nom = (typeof NOMS)[number];

/** Empties every cache. The folders stay, since another build may be writing in them. */
export function viderCaches(racine: string): void {
	for (const nom of NOMS) new Cache(racine, nom).balayer(Number.NEGATIVE_INFINITY);
}

const empreinte = (octets: Uint8Array): Buffer => createHash('sha256').update(octets).digest();

/**
 * Files kept between builds, under keys that the caller computes. An entry begins with the SHA-256 of its own bytes:
 * one that a full disk or a killed build has truncated counts as missing.
 */
export class Cache {
	readonly #dossier: string;

	/** @param racine folder of the project */
	constructor(racine: string, nom: Nom) {
		this.#dossier = join(racine, '.cache', nom);
		mkdirSync(this.#dossier, { recursive: true });
	}

	/** @returns the bytes of an entry, whose date is renewed; `undefined` if it is missing or truncated */
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

	/** Removes the entries that no build has read or written for `duree` days. */
	balayer(duree = DUREE): void {
		for (const nom of readdirSync(this.#dossier)) {
			const fichier = join(this.#dossier, nom);
			const { mtimeMs } = statSync(fichier, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY };
			if (Date.now() - mtimeMs >= duree * JOUR) rmSync(fichier, { force: true });
		}
	}
}
