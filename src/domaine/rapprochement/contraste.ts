import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { memeMot } from '../texte/normaliser.ts';
import { tokeniser } from '../texte/tokeniser.ts';
import { ditSonVerbe } from './action.ts';
import type { Index } from './lexique.ts';
import { prepositionsDe, syntaxe } from './syntaxe.ts';
import type { Terme } from './termes.ts';
import type { Etiquette } from './traits.ts';

/** Small words that turn a competence into another: « hors tension », « non accompagnés », « se former ». */
const MOTS_DE_SENS = new Set(
	"sans non ne n' ni pas jamais aucun aucune hors hormis sauf excepté contre avant après moins plus sous avec chez vers se s' être tout même"
		.split(' ')
		.map(replierMot),
);

/** A number, in figures or in Roman ones, alone or in a name: « 3,5 », « II », « I4 ». */
const NOMBRE = /\d|^[IVX]+$/;

/**
 * Whether two labels that share their words say two things all the same: by a small word or a number, by what they make
 * of those words, or because two of those words have only a root in common, or are only neighbours in the lexicon.
 * Measures of likeness do not see it; a pair that contrasts may be a best guess, and is never proposed.
 */
export const contrastent = (a: Etiquette, b: Etiquette, index: Index): boolean =>
	!memesReperes(a.libelle, b.libelle) ||
	syntaxe(a.libelle, b.parCle, index) !== syntaxe(b.libelle, a.parCle, index) ||
	ontDesMotsVoisins(a, b, index);

/** Words of meaning and numbers of a label, each once, in a settled order. */
const reperes = (libelle: string): string => {
	const trouves = tokeniser(libelle).flatMap(({ texte, mot }) => {
		const plie = replierMot(texte)
			.replace(/^(?:tous|toutes?)$/, 'tout')
			.replace(/^memes$/, 'meme');
		return mot && (MOTS_DE_SENS.has(plie) || NOMBRE.test(texte)) ? [plie] : [];
	});
	return [...new Set(trouves)].sort().join(' ');
};

const memesReperes = (a: string, b: string): boolean => reperes(a) === reperes(b) && memeChoix(a, b);

/** Whether both leave a choice, or neither does: « ou » is not « et », and « et/ou » is said for one or the other. */
const memeChoix = (a: string, b: string): boolean => {
	const [deA, deB] = [a, b].map((libelle) => tokeniser(libelle).map(({ texte }) => replierMot(texte)));
	if (deA?.includes('et/ou') || deB?.includes('et/ou')) return true;
	return deA?.includes('ou') === deB?.includes('ou');
};

/**
 * Whether two labels share a term by words that do not replace each other: neighbours in the lexicon, or two words of
 * one root, which are one only in number and gender, or as a verb and its noun of action. A « conduit » is not a
 * « conduite », « mouler » is not to make a « moule », nor are data of the « personnel » « données personnelles », nor is « un mode »
 * « une mode ».
 */
const ontDesMotsVoisins = (a: Etiquette, b: Etiquette, { synonymes, supports, sauf }: Index): boolean =>
	a.termes.some((terme) => {
		const autre = b.parCle.get(terme.cle);
		if (!autre) return false;
		if (autre.racines !== terme.racines) {
			if (terme.concept === null || sauf.has(terme.racines) || sauf.has(autre.racines)) return true;
			return !synonymes.has(terme.concept) && !supports.has(terme.concept);
		}
		if (terme.mots.length > 1)
			return prepositionsDe(terme.forme) !== prepositionsDe(autre.forme) || !sEcriventDeMeme(terme.forme, autre.forme);
		if (sEcriventDeMeme(terme.forme, autre.forme)) return terme.genre !== autre.genre && !!terme.genre && !!autre.genre;
		if (terme.verbe !== autre.verbe) return !ditSonVerbe(terme.verbe ? autre : terme);
		return terme.nom || autre.nom || !memeMot(sansGenre(terme), sansGenre(autre));
	});

/** A word without its plural, nor the accents that have two spellings: événement and évènement, boîte and boite. */
const ecrire = (mot: string): string =>
	mot
		.normalize('NFC')
		.replace(/(?<!^fond|^cour)[sx]$/i, '')
		.replaceAll('è', 'é')
		.replaceAll('î', 'i');

/** Whether two phrases of the same roots have the same words: a « tâche » is not a « tache », nor a « marché » a « marche ». */
const sEcriventDeMeme = (a: string, b: string): boolean => {
	const [deA, deB] = [a, b].map((forme) => tokeniser(forme).filter(({ texte, mot }) => mot && !estMotOutil(texte)));
	return (
		deA?.length === deB?.length && !!deA?.every(({ texte }, i) => memeMot(ecrire(texte), ecrire(deB?.[i]?.texte ?? '')))
	);
};

/** A word without the mark of the feminine. */
const sansGenre = ({ forme }: Terme): string => ecrire(forme).replace(/(?:([lnts])\1)?e$/i, '$1');
