import { parTexte } from '../memo.ts';
import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { sansLigatures } from '../texte/normaliser.ts';
import { racine, tronquer } from '../texte/racine.ts';

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

/** Words that only form a question. */
const MOTS_DE_QUESTION = new Set(
	`est-ce qu'est-ce est-il est-elle c'est y-a-t-il combien comment quand pourquoi quel quelle quels quelles quoi
	ai-je puis-je dois-je peut-on faut-il ai je suis veux voudrais peux encore toujours déjà`
		.split(/\s+/)
		.map(replierMot),
);

/** Search words of a query, without those that only form a question, unless it has no others. */
export function motsDemandes(saisie: string): string[] {
	const tous = motsDe(saisie);
	const utiles = tous.filter((mot) => !MOTS_DE_QUESTION.has(replierMot(mot)));
	return utiles.length ? utiles : tous;
}

/** Splits words such as « ccp1 » and « tssr2018 ». */
export const separer = (mots: readonly string[]): string[] =>
	mots.flatMap((mot) => /^(\p{L}{2,})(\d{1,4})$/u.exec(mot)?.slice(1) ?? mot);

/** Folded words, and the parts of those with a hyphen, each with its roots. */
type Mots = ReadonlyMap<string, readonly string[]>;

/** Set of words by which a text is found. */
export const ensemble = (texte: string): Mots =>
	new Map(
		motsDe(texte).flatMap((mot): [string, readonly string[]][] => {
			const formes = mot.includes('-') ? [mot, mot.replaceAll('-', ''), ...mot.split('-')] : [mot];
			return formes.map((forme) => [replierMot(forme), racines(forme)]);
		}),
	);

/**
 * Roots of a word with and without its accents. A query may lack them, and the stemmer, which relies on accents, gives
 * « sécurisées » and « securisees » different roots.
 */
const racines = parTexte((mot): readonly string[] => {
	const plie = replierMot(mot);
	const formes = new Set([mot, plie, plie.replace(/ee(s?)$/, 'ée$1')]);
	return [...new Set([...formes].map(racine))];
});

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
	if (/\d{3}|^\d+$/.test(plie)) return 0;
	const siennes = racines(mot).filter(({ length }) => length >= RACINE_MINIMALE);
	let meilleur: Accord = 0;
	for (const [autre, leurs] of mots) {
		if (siennes.some((sienne) => leurs.includes(sienne))) return 2;
		if (autre.startsWith(plie)) meilleur = 1;
	}
	return meilleur;
}

/**
 * Root of a word to search the engine for, if it finds more forms than the word does. The engine finds words that begin
 * with its own stem; « dépannage » finds « dépanner » only by our root, which is shorter.
 */
export function racinePourMoteur(mot: string): string {
	const plie = replierMot(mot);
	if (/[\d-]/.test(plie)) return plie;
	const tronque = tronquer(plie);
	const [courte] = racines(mot)
		.filter((r) => r.length >= RACINE_MINIMALE && r.length < tronque.length && tronque.startsWith(r))
		.sort((a, b) => a.length - b.length);
	return courte ?? plie;
}
