import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { sansLigatures } from '../texte/normaliser.ts';
import { racine } from '../texte/racine.ts';

const ELISION = /(?<![\p{L}\p{N}])(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/giu;

/** A code of the NSF: its letter belongs to it, however it is written. */
const CODE_NSF = /(?<![\p{L}\p{N}])(\d{3})\s([a-z])(?![\p{L}\p{N}'’])/giu;

/** Words, cut at spaces and punctuation: a compound is one word, and keeps its «sous-». */
const MOT_ENTIER = /[^\s"«»“”.,;:!?…]+/gu;

/**
 * Text as the index and the queries read it: elided articles set apart, or «l’annuaire» would be one word and
 * «annuaire» would not find it; parentheses inside words opened («technicien(ne)»); «œ» in two letters; words of grammar left out, which
 * every label has: at the size of the whole catalogue, the list of where «de» stands would weigh more than the rest.
 * @returns the empty string where no word is left
 */
export function eclaircir(texte: string): string {
	const clair = sansLigatures(texte.normalize('NFC'))
		.replace(CODE_NSF, '$1$2')
		.replace(ELISION, ' ')
		.replace(/[()]/g, ' ')
		.replace(MOT_ENTIER, (mot) => (estMotOutil(mot) ? ' ' : mot))
		.replace(/\s+/g, ' ')
		.trim();
	return /[\p{L}\p{N}]/u.test(clair) ? clair : '';
}

/** A word, with the apostrophes and hyphens inside it. */
const MOT = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’-](?=[\p{L}\p{N}]))*/gu;

/** The words that a text is searched by, as it writes them: words of grammar are none. */
export const motsDe = (texte: string): string[] => eclaircir(texte).match(MOT) ?? [];

/** Folded words, and the parts of those with a hyphen. */
type Mots = ReadonlySet<string>;

/** The words by which a text is found. */
export const ensemble = (texte: string): Mots =>
	new Set(
		motsDe(texte).flatMap((mot) => {
			const plie = replierMot(mot);
			return plie.includes('-') ? [plie, plie.replaceAll('-', ''), ...plie.split('-')] : plie;
		}),
	);

/** Strength of the match of a query word, from 0 to 3: none, prefix of a word, another form of it, exact. */
type Accord = 0 | 1 | 2 | 3;

/** Below this, a root is the beginning of too many things: « VAE » has the root of « va ». */
const RACINE_MINIMALE = 4;

/** Matches of one word of a query among the words of a text. */
export function accord(mot: string, mots: Mots): Accord {
	const plie = replierMot(mot);
	if (mots.has(plie)) return 3;
	const parties = plie.split('-').filter((partie) => !estMotOutil(partie));
	if (parties.length > 1) {
		if (mots.has(parties.join(''))) return 3;
		return Math.min(...parties.map((partie) => accord(partie, mots))) as Accord;
	}
	// A year or a code is itself, and not the beginning of another one.
	if (/\d{3}/.test(plie)) return 0;
	const sienne = racine(plie);
	let meilleur: Accord = 0;
	for (const autre of mots) {
		if (sienne.length >= RACINE_MINIMALE && racine(autre) === sienne) return 2;
		if (autre.startsWith(plie)) meilleur = 1;
	}
	return meilleur;
}
