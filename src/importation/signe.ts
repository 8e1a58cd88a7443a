import { droits } from './caractere.ts';

/**
 * Clues that remain when the layout of a text is lost: capitals, stops, first and last words. None is reliable alone;
 * `bloc.ts` and `paragraphe.ts` combine them.
 */

/** « n° », « nº », « no » (a superscript lost), « numéro », as the source of a case-insensitive regular expression. */
export const NUMERO_ABREGE = 'n\\s?(?:[°º]|o(?=[\\s.]))|num[ée]ro';

/** Folds case, accents, apostrophes, dashes and white space. */
export const replier = (texte: string): string =>
	droits(texte.normalize('NFD').replace(/\p{M}/gu, ''))
		.replace(/œ/giu, 'oe')
		.replace(/æ/giu, 'ae')
		.replace(/\s+/gu, ' ')
		.trim()
		.toLowerCase();

/** Folded words of a text, for counting: runs of letters and runs of digits (« réseaux1 » is two, « ² » is « 2 »). */
export const mots = (texte: string): string[] => replier(texte.normalize('NFKC')).match(/\p{L}+|\p{N}+/gu) ?? [];

/** Whether a text is in capitals: at least nine letters in ten, so that « l’ » does not matter. */
export const enCapitales = (texte: string): boolean => {
	const lettres = texte.match(/\p{L}/gu) ?? [];
	if (lettres.length < 2) return false;
	return lettres.filter((l) => l === l.toUpperCase() && l !== l.toLowerCase()).length / lettres.length >= 0.9;
};

const premierSigne = (texte: string): string => /^[^\p{L}\p{N}]*([\p{L}\p{N}])/u.exec(texte)?.[1] ?? '';

export const commenceEnMinuscule = (texte: string): boolean => /^\p{Ll}$/u.test(premierSigne(texte));
export const commenceEnCapitale = (texte: string): boolean => /^\p{Lu}$/u.test(premierSigne(texte));

/** Whether a text ends a sentence: a stop, possibly inside a closing mark or before a note call. */
export const finitPhrase = (texte: string): boolean =>
	/[.!?…](?:\s*[»”")\]])*(?:\s*(?:\(\d{1,2}\)|\(\*+\)|\*+|[⁰¹²³⁴⁵⁶⁷⁸⁹]))?$/u.test(texte);

/** Whether a text ends an item of a list: « ; », « : » or a stop. */
export const finitItem = (texte: string): boolean => finitPhrase(texte) || /[;:]$/u.test(texte);

const SUSPENS =
	/(?:^|[\s'’(])(?:[àa]|au|aux|avec|ce|ces|cette|chez|d|dans|de|des|dont|du|en|entre|et|l|la|le|les|leur|leurs|ou|par|pour|qu|que|qui|sa|sans|ses|son|sous|sur|un|une|vers|afin|selon|lors)$/iu;

/** Whether a text cannot end here: after an article, a preposition, a comma, an opening mark, an elided word. */
export const resteEnSuspens = (texte: string): boolean => SUSPENS.test(texte) || /[,(«/'’&-]$/u.test(texte);

/** Whether a bracket is left open. */
export const parentheseOuverte = (texte: string): boolean =>
	(texte.match(/\(/gu)?.length ?? 0) > (texte.match(/\)/gu)?.length ?? 0);

/**
 * Whether a text starts with an infinitive, as labels of competences do: « Assister », « S’appuyer », « Se tenir ».
 * Nouns in -er, -ir, -re (« Atelier ») match too: this is only a clue.
 */
export const commenceParInfinitif = (texte: string): boolean =>
	/^(?:S'|Se |Ne pas |N')?\p{L}*\p{Ll}(?:er|ir|re)(?=$|[\s,;:.'/(-])/u.test(droits(texte)) &&
	commenceEnCapitale(texte) &&
	// No verb ends in « ère »: « Matière », « Critère ».
	!/^\p{L}*ère(?!\p{L})/u.test(texte) &&
	!/^(?:Notre|Votre|Autre|Entre|Contre|Outre|Titre|Cadre|Secrétaire|Hier|Premier|Dernier|Dossier|Être humain)\b/u.test(
		texte,
	);

/** Joins two printed lines. */
export const joindre = (a: string, b: string): string => {
	if (a === '' || b === '') return a + b;
	// No space: « suite à un incident d’ » + « exploitation », « PME- » + « PMI ».
	if (/\p{L}['’]$/u.test(a) || (/\p{L}-$/u.test(a) && /^\p{L}/u.test(b))) return a + b;
	return `${a} ${b}`;
};
