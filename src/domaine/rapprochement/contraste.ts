import { replierMot } from '../texte/mots-outils.ts';
import { tokeniser } from '../texte/tokeniser.ts';
import { formeDe, type Index } from './lexique.ts';
import type { Etiquette } from './traits.ts';

/** Small words that turn a competence into another: « hors tension », « non accompagnés », « se former ». */
const MOTS_DE_SENS = new Set(
	"sans non ne n' ni pas jamais aucun aucune hors hormis sauf excepté contre avant après moins plus sous avec chez vers se s' être"
		.split(' ')
		.map(replierMot),
);

/** A number, in figures or in Roman ones, alone or in a name: « 3,5 », « II », « I4 ». */
const NOMBRE = /\d|^[IVX]+$/;

/**
 * Whether two labels that share their words say two things all the same: by a small word or a number, by their order,
 * or because two of those words have only a root in common, or are only neighbours in the lexicon. Measures of likeness do not see it; a pair that contrasts
 * may be a best guess, and is never proposed.
 */
export const contrastent = (a: Etiquette, b: Etiquette, index: Index): boolean =>
	!memesReperes(a.libelle, b.libelle) || !memeOrdre(a, b) || deuxNoms(a, b) || joignentDesVoisins(a, b, index);

/** Words of meaning and numbers of a label, each once, in a settled order. */
const reperes = (libelle: string): string => {
	const trouves = tokeniser(libelle).flatMap(({ texte, mot }) => {
		const plie = replierMot(texte);
		return mot && (MOTS_DE_SENS.has(plie) || NOMBRE.test(texte)) ? [plie] : [];
	});
	return [...new Set(trouves)].sort().join(' ');
};

const memesReperes = (a: string, b: string): boolean => reperes(a) === reperes(b);

/**
 * Whether the words that both share come in one order, those that « et » or a comma joins in any: « du lit au
 * fauteuil » is not « du fauteuil au lit », « la conservation et la traçabilité » is « la traçabilité et la
 * conservation ».
 */
const memeOrdre = (a: Etiquette, b: Etiquette): boolean => suiteDe(a, b) === suiteDe(b, a);

/** The words of a label that another shares, in order, each run of coordinated ones in a settled order. */
const suiteDe = ({ termes }: Etiquette, autre: Etiquette): string => {
	const suites: string[][] = [];
	for (const { cle, coordonne } of termes) {
		if (!coordonne || suites.length === 0) suites.push([]);
		if (autre.parCle.has(cle)) suites.at(-1)?.push(cle);
	}
	return suites.flatMap((suite) => suite.sort()).join();
};

/** Whether two nouns of theirs have one root and are two things: a « conduit » and a « conduite », « paie » and « paiement ». */
const deuxNoms = (a: Etiquette, b: Etiquette): boolean =>
	a.termes.some((terme) => {
		const autre = b.parCle.get(terme.cle);
		if (!autre || autre.racines !== terme.racines || !terme.nom || !autre.nom) return false;
		return formeDe(terme.forme) !== formeDe(autre.forme);
	});

/** Whether the lexicon joins words of theirs, one of which does not always replace the other. */
const joignentDesVoisins = (a: Etiquette, b: Etiquette, { synonymes, supports }: Index): boolean =>
	a.termes.some(({ cle, concept, racines }) => {
		const autre = b.parCle.get(cle);
		if (!autre || concept === null || autre.racines === racines) return false;
		return !synonymes.has(concept) && !supports.has(concept);
	});
