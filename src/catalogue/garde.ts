import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { lireReglages } from '../reglages.ts';
import { empreinte, empreintesDesFichiers, resumer } from './dependances.ts';
import type { Result } from './lecture.ts';

/** Storage of results by key. */
interface Depot {
	lire(cle: string): Uint8Array | undefined;
	garder(cle: string, octets: Uint8Array): void;
}

/**
 * Cache of the results of an earlier build, file by file. A result is reused if these have the same bytes: the file,
 * the glossary (which explains abbreviations in prose), the documents (against which prose is checked) and the code.
 * Files with problems are always read again. Checks across files always run, save the alignments that readings are
 * checked against.
 */
export class Garde {
	readonly #dossier: string;
	readonly #autour: string;
	readonly #depot: Depot;

	/** @param code hashes of the code that reads files and of its runtime */
	constructor(dossier: string, code: readonly string[], depot: Depot) {
		this.#dossier = dossier;
		this.#depot = depot;
		// Links from the prose to the glossary depend on this setting.
		const { base } = lireReglages(process.env);
		const glossaire = this.#empreinte('glossaire.yaml');
		this.#autour = resumer([...code, base, glossaire, ...empreintesDesFichiers(dossier, ['sources'])]);
	}

	/** Result of reading one file, from the cache or by `lire`. */
	lire<T extends object>(fichier: string, lire: () => Result<T>): Result<T> {
		const cle = this.#cle(fichier);
		const garde = cle && this.#depot.lire(cle);
		if (garde) return { data: avecLignes(deserialize(garde) as T, lire), problemes: [] };
		const lu = lire();
		// If the file changed while it was read, the result does not match its hash.
		if (cle && lu.data && !lu.problemes.length && this.#cle(fichier) === cle)
			this.#depot.garder(cle, serialize(sansLignes(lu.data)));
		return lu;
	}

	/** Result of a calculation that depends on these values alone, from the cache or by `calculer`. */
	calculer<T>(valeurs: readonly unknown[], calculer: () => T): T {
		const cle = resumer([this.#autour, valeurs]);
		const garde = this.#depot.lire(cle);
		if (garde) return deserialize(garde);
		const calcule = calculer();
		this.#depot.garder(cle, serialize(calcule));
		return calcule;
	}

	#cle(fichier: string): string | undefined {
		const octets = this.#empreinte(fichier);
		return octets && resumer([fichier, octets, this.#autour]);
	}

	#empreinte(fichier: string): string | undefined {
		try {
			return empreinte(readFileSync(join(this.#dossier, fichier)));
		} catch {
			return undefined;
		}
	}
}

/** `ligne` is a function and cannot be serialised: the file is read again when a check across files needs a line. */
const sansLignes = (data: object): object => ('ligne' in data ? { ...data, ligne: undefined } : data);
const avecLignes = <T extends object>(data: T, lire: () => Result<T>): T =>
	'ligne' in data
		? {
				...data,
				ligne: (chemin: readonly PropertyKey[]) => (lire().data as { ligne(c: typeof chemin): number }).ligne(chemin),
			}
		: data;
