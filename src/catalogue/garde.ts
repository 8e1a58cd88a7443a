import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { lireReglages } from '../reglages.ts';
import { empreinte, empreintesDesFichiers, resumer } from './dependances.ts';
import type { Result } from './lecture.ts';

/** Where what was read is kept, by its key. */
interface Depot {
	lire(cle: string): Uint8Array | undefined;
	garder(cle: string, octets: Uint8Array): void;
}

/**
 * Files of a catalogue as an earlier build has read them. One is taken where its bytes are the same, and those of the
 * glossary, which explains the abbreviations of prose, of the documents, which prose is checked against, and of the code.
 * What was refused, or found to have a problem, is always read again. What no file can be checked for alone always is.
 */
export class Garde {
	readonly #dossier: string;
	readonly #autour: string;
	readonly #depot: Depot;

	/** @param code hash of all that reads files, and of what it is run with */
	constructor(dossier: string, code: readonly string[], depot: Depot) {
		this.#dossier = dossier;
		this.#depot = depot;
		// Prose leads to the glossary by addresses that settings change.
		const { base } = lireReglages(process.env);
		const glossaire = this.#empreinte('glossaire.yaml');
		this.#autour = resumer([...code, base, glossaire, ...empreintesDesFichiers(dossier, ['sources'])]);
	}

	/** One file, taken or read. */
	lire<T extends object>(fichier: string, lire: () => Result<T>): Result<T> {
		const cle = this.#cle(fichier);
		const garde = cle && this.#depot.lire(cle);
		if (garde) return { data: avecLignes(deserialize(garde) as T, lire), problemes: [] };
		const lu = lire();
		// A file that changed while it was read is not what its hash says.
		if (cle && lu.data && !lu.problemes.length && this.#cle(fichier) === cle)
			this.#depot.garder(cle, serialize(sansLignes(lu.data)));
		return lu;
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

/** The lines of values, by a function, are found again in the file, which a problem across files asks for. */
const sansLignes = (data: object): object => ('ligne' in data ? { ...data, ligne: undefined } : data);
const avecLignes = <T extends object>(data: T, lire: () => Result<T>): T =>
	'ligne' in data
		? {
				...data,
				ligne: (chemin: readonly PropertyKey[]) => (lire().data as { ligne(c: typeof chemin): number }).ligne(chemin),
			}
		: data;
