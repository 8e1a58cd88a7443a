import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** How many digits a citation shows. */
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

/** The digits that a citation shows. */
export const enBref = (empreinte: string): string => empreinte.slice(0, AFFICHES);
