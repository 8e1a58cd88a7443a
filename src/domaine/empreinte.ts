import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { replier } from './texte/normaliser.ts';

/** How many digits are enough to tell two contents apart where a reader sees or copies them. */
const AFFICHES = 12;

/**
 * The one way to write a JSON value: no space, keys sorted, strings as `JSON.stringify` has them (RFC 8785, JSON
 * Canonicalization Scheme). `jq -cS` writes the same bytes for what the catalogue holds, so that anyone can check.
 */
export function canonique(valeur: unknown): string {
	if (Array.isArray(valeur)) return `[${valeur.map(canonique).join(',')}]`;
	if (valeur === null || typeof valeur !== 'object') return JSON.stringify(valeur) ?? 'null';
	const objet = valeur as Record<string, unknown>;
	const paires = Object.keys(objet)
		.filter((cle) => objet[cle] !== undefined)
		.sort()
		.map((cle) => `${JSON.stringify(cle)}:${canonique(objet[cle])}`);
	return `{${paires.join(',')}}`;
}

/** Hash of a published object: the SHA-256 of its canonical form, 64 hexadecimal digits. */
export const empreinteDe = (valeur: object): string => bytesToHex(sha256(utf8ToBytes(canonique(valeur))));

/** The digits that a citation shows, and that a file of correspondences holds. */
export const enBref = (empreinte: string): string => empreinte.slice(0, AFFICHES);

/**
 * Hash of the labels that an editor read, which a file of correspondences holds. Typography and the order of the labels
 * on one side do not change it; a word does.
 */
export const empreinteDeLecture = (de: readonly string[], vers: readonly string[]): string => {
	const cote = (libelles: readonly string[]) => libelles.map(replier).sort();
	return enBref(empreinteDe([cote(de), cote(vers)]));
};
