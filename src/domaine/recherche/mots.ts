import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { sansLigatures } from '../texte/normaliser.ts';
import { racine } from '../texte/racine.ts';

const ELISION = /(?<![\p{L}\p{N}])(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/giu;

/** An NSF code, with or without the space before its letter. */
const CODE_NSF = /(?<![\p{L}\p{N}])(\d{3})\s([a-z])(?![\p{L}\p{N}'’])/giu;

/** A word cut at spaces and punctuation: a compound with hyphens stays whole, including its « sous- ». */
const MOT_ENTIER = /[^\s"«»“”.,;:!?…]+/gu;

/**
 * Normalises a text for indexing and searching. Elided articles are separated, so that « annuaire » finds
 * « l’annuaire »; parentheses are opened (« technicien(ne) »); « œ » becomes « oe »; function words are removed, since
 * they would take most of the index.
 * @returns an empty string if no word is left
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

/** A word, with inner apostrophes and hyphens. */
const MOT = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’-](?=[\p{L}\p{N}]))*/gu;

/** Search words of a text, as it spells them, without function words. */
export const motsDe = (texte: string): string[] => eclaircir(texte).match(MOT) ?? [];

/** Folded words, and the parts of those with a hyphen. */
type Mots = ReadonlySet<string>;

/** Set of words by which a text is found. */
export const ensemble = (texte: string): Mots =>
	new Set(
		motsDe(texte).flatMap((mot) => {
			const plie = replierMot(mot);
			return plie.includes('-') ? [plie, plie.replaceAll('-', ''), ...plie.split('-')] : plie;
		}),
	);

/** Strength of the match of a query word, from 0 to 3: none, prefix of a word, another form of it, exact. */
type Accord = 0 | 1 | 2 | 3;

/** Minimum length for a root to be compared: « VAE » has the root of « va ». */
const RACINE_MINIMALE = 4;

/** Best match of one query word among the words of a text. */
export function accord(mot: string, mots: Mots): Accord {
	const plie = replierMot(mot);
	if (mots.has(plie)) return 3;
	const parties = plie.split('-').filter((partie) => !estMotOutil(partie));
	if (parties.length > 1) {
		if (mots.has(parties.join(''))) return 3;
		return Math.min(...parties.map((partie) => accord(partie, mots))) as Accord;
	}
	// Numbers and codes match exactly or not at all.
	if (/\d{3}/.test(plie)) return 0;
	const sienne = racine(plie);
	let meilleur: Accord = 0;
	for (const autre of mots) {
		if (sienne.length >= RACINE_MINIMALE && racine(autre) === sienne) return 2;
		if (autre.startsWith(plie)) meilleur = 1;
	}
	return meilleur;
}
