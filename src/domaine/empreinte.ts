import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parObjet } from './memo.ts';
import { replier } from './texte/normaliser.ts';

/** Number of hexadecimal digits shown to readers and written in correspondence files. */
const AFFICHES = 12;

/**
 * Canonical JSON (RFC 8785): no spaces, sorted keys, strings as in `JSON.stringify`. `jq -cS` gives the same bytes for
 * the data of the catalogue, so that anyone can check a hash.
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

/**
 * Hash of a published object, which is not changed afterwards: SHA-256 of its canonical JSON, 64 hexadecimal digits.
 */
export const empreinteDe = parObjet((valeur: object): string => bytesToHex(sha256(utf8ToBytes(canonique(valeur)))));

/** First digits of a hash, for citations and correspondence files. */
export const enBref = (empreinte: string): string => empreinte.slice(0, AFFICHES);

/**
 * Hash of the labels that an editor read, stored in the correspondence file. It ignores typography and the order of the
 * labels on each side.
 */
export const empreinteDeLecture = (de: readonly string[], vers: readonly string[]): string => {
	const cote = (libelles: readonly string[]) => libelles.map(replier).sort();
	return enBref(empreinteDe([cote(de), cote(vers)]));
};
