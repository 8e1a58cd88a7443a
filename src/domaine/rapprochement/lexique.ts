import type { Lexique } from '../../schemas/lexique.ts';
import { estInfinitif } from '../texte/infinitif.ts';
import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { tokeniser } from '../texte/tokeniser.ts';

export type Index = ReturnType<typeof lireIndex>;

/** Whether a phrase says an action and nothing that it bears on: one infinitive, or « mettre en service ». */
const estVerbal = (terme: string): boolean => estInfinitif(terme) || /^(?:re)?mettre en /.test(terme);

/** An index as a file holds it: to read every phrase again takes a telephone longer than to align two versions. */
export type IndexEcrit = {
	/** Roots of a phrase, then its concept; a root that words of two concepts share is not there. */
	concepts: [racines: string, concept: string][];
	/** Concepts of the words whose root another concept has too (« équipe », « équipement »), by their plain form. */
	formes: [forme: string, concept: string][];
	/** Concepts that one verb is enough to say: « mettre en place » is a way to say « installer ». */
	verbaux: string[];
	/** Concepts of the verbs that only carry a noun, and those of which each phrase can replace the others. */
	supports: string[];
	synonymes: string[];
	/** Roots of the phrases of either that only bring labels nearer. */
	sauf: string[];
};

const INDEX_DE = new WeakMap<Lexique | IndexEcrit, Index>();

/** Words of a phrase that carry meaning, as roots: the key under which the phrase is recognised. */
export const cleDe = (expression: string): string =>
	tokeniser(expression)
		.filter((j) => j.mot && !estMotOutil(j.texte))
		.map((j) => racine(j.texte))
		.join(' ');

/** A word without accents nor plural. */
export const formeDe = (mot: string): string => replierMot(mot).replace(/[sx]$/, '');

/** The key under which two labels share a word or phrase, given by its roots: its concept, else the roots themselves. */
export const cleDeRacines = (racines: string, { concepts }: Pick<Index, 'concepts'>): string => {
	const concept = concepts.get(racines);
	return concept ? `=${concept}` : racines;
};

/** Whether a term is one of the verbs that only carry the noun after them. */
export const estSupport = (
	{ concept, racines }: { concept: string | null; racines: string },
	{ supports, sauf }: Index,
): boolean => concept !== null && supports.has(concept) && !sauf.has(racines);

/** The index of a lexicon, made once for each lexicon. */
export const indexer = (lexique: Lexique | IndexEcrit): Index => {
	const connu = INDEX_DE.get(lexique);
	if (connu) return connu;
	const index = lireIndex(Array.isArray(lexique) ? ecrireIndex(lexique) : lexique);
	INDEX_DE.set(lexique, index);
	return index;
};

const lireIndex = (ecrit: IndexEcrit) => {
	const longueurs = new Map<string, number>();
	for (const [cle] of ecrit.concepts) {
		const racines = cle.split(' ');
		const premiere = racines[0] as string;
		longueurs.set(premiere, Math.max(longueurs.get(premiere) ?? 0, racines.length));
	}
	return {
		concepts: new Map(ecrit.concepts),
		formes: new Map(ecrit.formes),
		verbaux: new Set(ecrit.verbaux),
		supports: new Set(ecrit.supports),
		synonymes: new Set(ecrit.synonymes),
		sauf: new Set(ecrit.sauf),
		/** How many words the longest phrase has, by the root that it begins with. */
		longueurs,
	};
};

/** The index of a lexicon in the form of a file, which `indexer` takes in place of the lexicon. */
export const ecrireIndex = (lexique: Lexique): IndexEcrit => {
	const parCle = new Map<string, { concept: string; terme: string }[]>();
	for (const { concept, termes } of lexique)
		for (const terme of termes) {
			const cle = cleDe(terme);
			if (cle) parCle.set(cle, [...(parCle.get(cle) ?? []), { concept, terme }]);
		}
	const partagee = (dits: { concept: string }[]) => dits.some(({ concept }) => concept !== dits[0]?.concept);
	const [partages = [], propres = []] = [true, false].map((voulu) =>
		[...parCle].filter(([cle, dits]) => (!cle.includes(' ') && partagee(dits)) === voulu),
	);
	const deLEmploi = (emploi: Lexique[number]['emploi']) =>
		lexique.flatMap((e) => (e.emploi === emploi ? [e.concept] : []));
	return {
		concepts: propres.map(([cle, dits]) => [cle, dits[0]?.concept as string]),
		formes: partages.flatMap(([, dits]) =>
			dits.map(({ concept, terme }): [string, string] => [formeDe(terme), concept]),
		),
		verbaux: lexique.filter((e) => e.termes.some(estVerbal)).map((e) => e.concept),
		supports: deLEmploi('support'),
		synonymes: deLEmploi('synonymes'),
		sauf: lexique.flatMap((e) => e.sauf?.map(cleDe) ?? []),
	};
};
