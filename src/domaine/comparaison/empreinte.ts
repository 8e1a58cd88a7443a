import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { replier } from '../texte/normaliser.ts';

const LONGUEUR = 12;

/**
 * Hash of the labels that an editor read: 12 hexadecimal digits of the SHA-256 of both lists. Typography and the
 * order of the labels on one side do not change it; a word does.
 */
export const empreinte = (de: readonly string[], vers: readonly string[]): string => {
	const cote = (libelles: readonly string[]) => libelles.map(replier).sort();
	return bytesToHex(sha256(utf8ToBytes(JSON.stringify([cote(de), cote(vers)])))).slice(0, LONGUEUR);
};
