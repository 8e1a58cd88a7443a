import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { lireReglages } from '../reglages.ts';
import { empreinte, empreintesDesFichiers, resumer } from './dependances.ts';
import type { Result } from './lecture.ts';

/** A file that was read, with the hash of all that its reading depends on. */
type Gardee = { cle: string; data: object };

/**
 * Files of a catalogue as an earlier build has read them. One is taken where its bytes are the same, and those of the
 * glossary, which explains the abbreviations of prose, of the documents, which prose is checked against, and of the code.
 * What was refused, or found to have a problem, is always read again. What no file can be checked for alone always is.
 */
export class Garde {
	readonly #dossier: string;
	readonly #code: readonly string[];
	readonly #autour: string;
	readonly #avant: ReadonlyMap<string, Gardee>;
	readonly #apres = new Map<string, Gardee>();

	/**
	 * @param code hash of all that reads files
	 * @param octets what `octets` gave to an earlier build
	 */
	constructor(dossier: string, code: readonly string[], octets: Uint8Array | undefined) {
		[this.#dossier, this.#code] = [dossier, code];
		this.#avant = octets ? deserialize(octets) : new Map();
		this.#autour = this.#alentours();
	}

	/** One file, taken or read. */
	lire<T extends object>(fichier: string, lire: () => Result<T>): Result<T> {
		const cle = this.#cle(fichier);
		const gardee = this.#avant.get(fichier);
		if (cle && gardee?.cle === cle) {
			this.#apres.set(fichier, gardee);
			return { data: avecLignes(gardee.data as T, lire), problemes: [] };
		}
		const lu = lire();
		// A file that changed while it was read is not what its hash says.
		if (cle && lu.data && !lu.problemes.length && this.#cle(fichier) === cle)
			this.#apres.set(fichier, { cle, data: sansLignes(lu.data) });
		return lu;
	}

	/** What is to be kept; nothing where it is what was kept, or where what is around files has changed under their reading. */
	octets(): Uint8Array | undefined {
		if (this.#alentours() !== this.#autour) return undefined;
		const { size } = this.#avant;
		const change = size !== this.#apres.size || [...this.#apres].some(([f, g]) => g !== this.#avant.get(f));
		return change ? serialize(this.#apres) : undefined;
	}

	/** Prose leads to the glossary by addresses that settings change. */
	#alentours(): string {
		const { base } = lireReglages(process.env);
		const glossaire = this.#empreinte('glossaire.yaml');
		return resumer([...this.#code, base, glossaire, ...empreintesDesFichiers(this.#dossier, ['sources'])]);
	}

	#cle(fichier: string): string | undefined {
		const octets = this.#empreinte(fichier);
		return octets && resumer([octets, this.#autour]);
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
