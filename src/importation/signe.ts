import { droits } from './caractere.ts';

/**
 * Signs that a text keeps when its layout is lost: capitals, stops, first and last words. None of these is
 * sure alone; `bloc.ts` and `paragraphe.ts` weigh them.
 */

/** Folds what typography changes and meaning does not: case, accents, apostrophes, dashes, white space. */
export const replier = (texte: string): string =>
	droits(texte.normalize('NFD').replace(/\p{M}/gu, ''))
		.replace(/œ/giu, 'oe')
		.replace(/æ/giu, 'ae')
		.replace(/\s+/gu, ' ')
		.trim()
		.toLowerCase();

/** Words of a text, for counting: runs of letters and runs of digits, folded (« réseaux1 » is two, « ² » is « 2 »). */
export const mots = (texte: string): string[] => replier(texte.normalize('NFKC')).match(/\p{L}+|\p{N}+/gu) ?? [];

/** Written in capitals: nine letters in ten, « (CCS) 2 » and « l’ » notwithstanding. */
export const enCapitales = (texte: string): boolean => {
	const lettres = texte.match(/\p{L}/gu) ?? [];
	if (lettres.length < 2) return false;
	return lettres.filter((l) => l === l.toUpperCase() && l !== l.toLowerCase()).length / lettres.length >= 0.9;
};

const premierSigne = (texte: string): string => /^[^\p{L}\p{N}]*([\p{L}\p{N}])/u.exec(texte)?.[1] ?? '';

export const commenceEnMinuscule = (texte: string): boolean => /^\p{Ll}$/u.test(premierSigne(texte));
export const commenceEnCapitale = (texte: string): boolean => /^\p{Lu}$/u.test(premierSigne(texte));

/** Ends a sentence: a stop, perhaps inside a closing mark or before the call of a note. */
export const finitPhrase = (texte: string): boolean =>
	/[.!?…](?:\s*[»”")\]])*(?:\s*(?:\(\d{1,2}\)|\(\*+\)|\*+|[⁰¹²³⁴⁵⁶⁷⁸⁹]))?$/u.test(texte);

/** Ends an item of a list that may go on: « ; » or a stop. */
export const finitItem = (texte: string): boolean => finitPhrase(texte) || /[;:]$/u.test(texte);

const SUSPENS =
	/(?:^|[\s'’(])(?:[àa]|au|aux|avec|ce|ces|cette|chez|d|dans|de|des|dont|du|en|entre|et|l|la|le|les|leur|leurs|ou|par|pour|qu|que|qui|sa|sans|ses|son|sous|sur|un|une|vers|afin|selon|lors)$/iu;

/** Cannot end here: an article, a preposition, a comma, an opening mark, an elided word. */
export const resteEnSuspens = (texte: string): boolean => SUSPENS.test(texte) || /[,(«/'’&-]$/u.test(texte);

/** Opens a bracket that it does not close. */
export const parentheseOuverte = (texte: string): boolean =>
	(texte.match(/\(/gu)?.length ?? 0) > (texte.match(/\)/gu)?.length ?? 0);

/**
 * Starts with an infinitive, as the label of a competence does: « Assister », « S’appuyer », « Se tenir ». Nouns in
 * -er, -ir, -re (« Atelier », « Cadre ») pass too: the sign is weighed with others.
 */
export const commenceParInfinitif = (texte: string): boolean =>
	/^(?:S'|Se |Ne pas |N')?\p{L}*\p{Ll}(?:er|ir|re)(?=$|[\s,;:.'/(-])/u.test(droits(texte)) &&
	commenceEnCapitale(texte) &&
	// No verb ends so: « Matière », « Critère », « Ministère ».
	!/^\p{L}*ère(?!\p{L})/u.test(texte) &&
	!/^(?:Notre|Votre|Autre|Entre|Contre|Outre|Titre|Cadre|Secrétaire|Hier|Premier|Dernier|Dossier|Être humain)\b/u.test(
		texte,
	);

/** « Fendre l’osier (abrogé) »: says of itself that it is out of force. */
export const seDitHorsVigueur = (texte: string): boolean =>
	/[([]\s*(?:abrog|supprim|annul|périm)ée?s?(?!\p{L})[^)\]]*[)\]]/iu.test(texte);
export const MOTIF_HORS_VIGUEUR = 'le texte dit que ceci n’est plus en vigueur : à ôter ?';

/** Puts two printed lines end to end. */
export const joindre = (a: string, b: string): string => {
	if (a === '') return b;
	// « suite à un incident d’ » + « exploitation », « PME- » + « PMI »
	if (/\p{L}['’]$/u.test(a) || (/\p{L}-$/u.test(a) && /^\p{L}/u.test(b))) return a + b;
	return `${a} ${b}`;
};
