/**
 * Two labels are `identique` if they are the same once typography is set aside: apostrophes, spaces, quotation marks,
 * dashes, ligatures, capitals, accents of capitals and the final stop. French printers long left capitals without
 * accents, so « E » may stand for « É »; the accent of a lower-case letter is spelling.
 */

const INVISIBLES = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u2032\u00b4\uff07`]/g;
/** Opening and closing quotation marks, but for those that stand for an apostrophe. */
const GUILLEMETS = /[\p{Pi}\p{Pf}\u201e\u2033]/gu;
/** Dashes and hyphens of every kind, the minus sign, and the bullet in the shape of a hyphen. */
const TIRETS = /[\p{Pd}\u2043\u2212]/gu;
/** French puts spaces beside some of these marks, and transcriptions of one document add or remove them. */
const ESPACES_DE_PONCTUATION = / ?([-;:!?"()/,]) ?/g;
/** Any white space but a single plain space. */
export const ESPACES = /\s{2,}|[^\S ]/g;
/** In a list set as one sentence, the final mark of an item is a semicolon or a comma. */
const POINT_FINAL = / ?[.;,]$/;
const MARQUES = /\p{M}/gu;
const HORS_ASCII = /[^\0-\x7f]/gu;
const ASCII = /^[\0-\x7f]*$/;
/** Fast path: composed French letters, without characters that have variants. */
const SIMPLE = /^[\0-_a-\x7fÀ-ÅÇ-åç-ÿ]*$/;

const LIGATURES: Record<string, string> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' };

/** Removes accents: « é » becomes « e », « Ç » becomes « C ». */
export const sansAccents = (texte: string): string =>
	// Fast path for ASCII.
	ASCII.test(texte) ? texte : texte.normalize('NFC').replace(HORS_ASCII, sansAccent).normalize('NFC');

const sansAccent = (lettre: string): string => lettre.normalize('NFD').replace(MARQUES, '').normalize('NFC');

/** Replaces the variants of the apostrophe by the straight one. */
export const apostropheDroite = (texte: string): string => texte.replace(APOSTROPHES, "'");

/** Expands « œ » and the other ligatures. */
export const sansLigatures = (texte: string): string =>
	texte.replace(/[œŒæÆﬀ-ﬆ]/g, (ligature) => LIGATURES[ligature] ?? ligature.normalize('NFKC'));

/** Replaces the variants of each character by one, and expands ligatures. Keeps case and accents. */
export const unifierSignes = (texte: string): string =>
	(SIMPLE.test(texte)
		? texte
		: sansLigatures(apostropheDroite(texte.normalize('NFC').replace(INVISIBLES, '')))
				.replace(GUILLEMETS, '"')
				.replace(TIRETS, '-')
	).replaceAll('...', '…');

/** Normalises punctuation, spaces and ligatures. Keeps case and accents. */
const composer = (texte: string): string =>
	unifierSignes(texte).replace(ESPACES, ' ').replace(ESPACES_DE_PONCTUATION, '$1').trim().replace(POINT_FINAL, '');

/**
 * Folds a label: key to look up, sort and hash it. Labels with one key are nearly always the same; `memeLibelle`
 * decides.
 */
export const replier = (libelle: string): string => sansAccents(composer(libelle)).toLowerCase();

const estCapitale = (lettre: string): boolean => lettre !== lettre.toLowerCase();

/** Same letter except for case, or an unaccented capital that stands for an accented letter. */
const memeLettre = (a: string, b: string): boolean => {
	if (a.toLowerCase() === b.toLowerCase()) return true;
	const nueA = sansAccents(a);
	const nueB = sansAccents(b);
	if (nueA.toLowerCase() !== nueB.toLowerCase()) return false;
	return (estCapitale(a) && nueA === a) || (estCapitale(b) && nueB === b);
};

/**
 * Whether two labels are the same once typography is set aside. This is not transitive: « PECHER » equals « pécher »
 * and « pêcher », which differ. So it cannot be reduced to a key.
 */
export const memeLibelle = (a: string, b: string): boolean => a === b || memesLettres(composer(a), composer(b));

/** Whether two words or characters are the same once typography is set aside. */
export const memeMot = (a: string, b: string): boolean => a === b || memesLettres(unifierSignes(a), unifierSignes(b));

const memesLettres = (a: string, b: string): boolean => {
	const lettresA = [...a];
	const lettresB = [...b];
	return lettresA.length === lettresB.length && lettresA.every((lettre, i) => memeLettre(lettre, lettresB[i] ?? ''));
};
