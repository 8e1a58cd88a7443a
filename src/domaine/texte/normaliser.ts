/**
 * Two labels are `identique` when they are the same once typography is set aside. Typography is
 * apostrophes, kinds of spaces, quotation marks, dashes, ligatures, capitals, accents of capitals and the final stop.
 * French printers long left capitals without accents, so « E » may stand for « É »; a lower-case accent is spelling.
 */

const INVISIBLES = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u2032\u00b4`]/g;
const GUILLEMETS = /[\u00ab\u00bb\u201c\u201d\u201e\u2033]/g;
const TIRETS = /[\u2010-\u2015\u2212]/g;
/** French sets spaces beside some of these signs; transcriptions of one document drop or add them. */
const ESPACES_DE_PONCTUATION = / ?([-;:!?"()/,]) ?/g;
/** All that becomes one plain space, but the single plain space itself, which most spaces are. */
export const ESPACES = /\s{2,}|[^\S ]/g;
/** In a list set as one sentence the final stop is a semicolon or a comma. */
const POINT_FINAL = / ?[.;,]$/;
const MARQUES = /\p{M}/gu;
const HORS_ASCII = /[^\0-\x7f]/gu;
const ASCII = /^[\0-\x7f]*$/;
/** Most words: letters of French already composed, and no sign that is printed in several ways. */
const SIMPLE = /^[\0-_a-\x7fÀ-ÅÇ-åç-ÿ]*$/;

const LIGATURES: Record<string, string> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff' };

/** Letters without their accents: « é » becomes « e », « Ç » becomes « C ». */
export const sansAccents = (texte: string): string =>
	// Most words are in plain letters, and asking is quicker than normalising.
	ASCII.test(texte) ? texte : texte.normalize('NFC').replace(HORS_ASCII, sansAccent).normalize('NFC');

const sansAccent = (lettre: string): string => lettre.normalize('NFD').replace(MARQUES, '').normalize('NFC');

/** The straight apostrophe for all that transcriptions write in its place. */
export const apostropheDroite = (texte: string): string => texte.replace(APOSTROPHES, "'");

/** « œ » and the other ligatures in separate letters. */
export const sansLigatures = (texte: string): string =>
	texte.replace(/[œŒæÆﬁﬂﬀ]/g, (ligature) => LIGATURES[ligature] ?? ligature);

/** One sign for all the ways to print it, and ligatures in letters; these keep their case and accents. */
export const unifierSignes = (texte: string): string =>
	(SIMPLE.test(texte)
		? texte
		: sansLigatures(apostropheDroite(texte.normalize('NFC').replace(INVISIBLES, '')))
				.replace(GUILLEMETS, '"')
				.replace(TIRETS, '-')
	).replaceAll('...', '…');

/** Punctuation, spaces and ligatures made one; letters keep their case and accents. */
const composer = (texte: string): string =>
	unifierSignes(texte).replace(ESPACES, ' ').replace(ESPACES_DE_PONCTUATION, '$1').trim().replace(POINT_FINAL, '');

/**
 * All that may differ between two writings of one label, folded: the key under which to look for a label, to sort it
 * and to hash it. Two labels with one key are nearly always the same label; `memeLibelle` decides.
 */
export const replier = (libelle: string): string => sansAccents(composer(libelle)).toLowerCase();

const estCapitale = (lettre: string): boolean => lettre !== lettre.toLowerCase();

/** The same letter but for case, or an unaccented capital that stands for an accented letter. */
const memeLettre = (a: string, b: string): boolean => {
	if (a.toLowerCase() === b.toLowerCase()) return true;
	const nueA = sansAccents(a);
	const nueB = sansAccents(b);
	if (nueA.toLowerCase() !== nueB.toLowerCase()) return false;
	return (estCapitale(a) && nueA === a) || (estCapitale(b) && nueB === b);
};

/**
 * Whether two labels are the same once typography is set aside. It cannot be a key: « PECHER » is « pécher » and
 * « pêcher », which are not each other; so it is asked of each pair and never carried along a chain.
 */
export const memeLibelle = (a: string, b: string): boolean => memesLettres(composer(a), composer(b));

/** Whether two words, or two signs, are the same once typography is set aside. */
export const memeMot = (a: string, b: string): boolean => a === b || memesLettres(unifierSignes(a), unifierSignes(b));

const memesLettres = (a: string, b: string): boolean => {
	const lettresA = [...a];
	const lettresB = [...b];
	return lettresA.length === lettresB.length && lettresA.every((lettre, i) => memeLettre(lettre, lettresB[i] ?? ''));
};
