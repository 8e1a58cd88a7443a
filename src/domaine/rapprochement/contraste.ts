import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { memeMot } from '../texte/normaliser.ts';
import { tokeniser } from '../texte/tokeniser.ts';
import { ditSonVerbe } from './action.ts';
import type { Index } from './lexique.ts';
import { prepositionsDe, syntaxe } from './syntaxe.ts';
import type { Terme } from './termes.ts';
import type { Etiquette } from './traits.ts';

/** Function words that change a competence: « hors tension », « non accompagnés », « se former ». */
const MOTS_DE_SENS = new Set(
	"sans non ne n' ni pas jamais aucun aucune hors hormis sauf excepté contre avant après moins plus sous avec chez vers se s' être tout même"
		.split(' ')
		.map(replierMot),
);

/** A number, in Arabic or Roman digits, alone or in a name: « 3,5 », « II », « I4 ». */
const NOMBRE = /\d|^[IVX]+$/;

/**
 * Whether two labels with common words still mean different things: by a function word or a number, by their syntax, or
 * because common words share only a root or a line of the lexicon. Similarity measures do not detect this. A
 * contrasting pair may be a best guess, but is never proposed.
 */
export const contrastent = (a: Etiquette, b: Etiquette, index: Index): boolean =>
	reperes(a.libelle) !== reperes(b.libelle) ||
	!memeChoix(a.libelle, b.libelle) ||
	syntaxe(a.libelle, b.parCle, index) !== syntaxe(b.libelle, a.parCle, index) ||
	ontDesMotsVoisins(a, b, index);

/** Distinct function words and numbers of a label, sorted. */
const reperes = (libelle: string): string => {
	const trouves = tokeniser(libelle).flatMap(({ texte, mot }) => {
		const plie = replierMot(texte)
			.replace(/^(?:tous|toutes?)$/, 'tout')
			.replace(/^memes$/, 'meme');
		return mot && (MOTS_DE_SENS.has(plie) || NOMBRE.test(texte)) ? [plie] : [];
	});
	return [...new Set(trouves)].sort().join(' ');
};

/** Whether both labels have « ou », or neither. « et/ou » matches both « et » and « ou ». */
const memeChoix = (a: string, b: string): boolean => {
	const [deA, deB] = [a, b].map((libelle) => tokeniser(libelle).map(({ texte }) => replierMot(texte)));
	if (deA?.includes('et/ou') || deB?.includes('et/ou')) return true;
	return deA?.includes('ou') === deB?.includes('ou');
};

/**
 * Whether two labels share a term through words that cannot replace each other: neighbours in the lexicon, or two words
 * of one root that are not the same word in number and gender, nor a verb and its noun of action. A « conduit » is not
 * a « conduite », « mouler » is not to make a « moule », data of the « personnel » are not « données personnelles »,
 * and « un mode » is not « une mode ».
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

/** A word without plural, and with one spelling for accents that have two: événement and évènement, boîte and boite. */
const ecrire = (mot: string): string =>
	mot
		.normalize('NFC')
		.replace(/(?<!^fond|^cour)[sx]$/i, '')
		.replaceAll('è', 'é')
		.replaceAll('î', 'i');

/** Whether two phrases have the same words, not only the same roots: « tâche » and « tache » differ. */
const sEcriventDeMeme = (a: string, b: string): boolean => {
	const [deA, deB] = [a, b].map((forme) => tokeniser(forme).filter(({ texte, mot }) => mot && !estMotOutil(texte)));
	return (
		deA?.length === deB?.length && !!deA?.every(({ texte }, i) => memeMot(ecrire(texte), ecrire(deB?.[i]?.texte ?? '')))
	);
};

/** A word without its feminine ending. */
const sansGenre = ({ forme }: Terme): string => ecrire(forme).replace(/(?:([lnts])\1)?e$/i, '$1');
