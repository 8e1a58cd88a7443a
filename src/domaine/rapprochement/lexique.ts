import type { Lexique } from '../../schemas/lexique.ts';
import { parObjet } from '../memo.ts';
import { estInfinitif } from '../texte/infinitif.ts';
import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { tokeniser } from '../texte/tokeniser.ts';

export type Index = ReturnType<typeof lireIndex>;

/** Whether a phrase is an action without object: one infinitive, or « mettre en service ». */
const estVerbal = (terme: string): boolean => estInfinitif(terme) || /^(?:re)?mettre en /.test(terme);

/** Serialised index, since on a phone building it takes longer than aligning two versions. */
export type IndexEcrit = {
	/** Roots of a phrase with its concept, except roots shared by words of two concepts. */
	concepts: [racines: string, concept: string][];
	/** Concepts of words whose root is shared by two concepts (« équipe », « équipement »), by their singular form. */
	formes: [forme: string, concept: string][];
	/** Concepts that have a verbal phrase: « mettre en place » for « installer ». */
	verbaux: string[];
	/** Concepts of support verbs (`supports`), and of phrases that can replace each other (`synonymes`). */
	supports: string[];
	synonymes: string[];
	/** Roots of the phrases listed under `sauf`. */
	sauf: string[];
};

/** Roots of the content words of a phrase: the key by which it is recognised. */
export const cleDe = (expression: string): string =>
	tokeniser(expression)
		.filter((j) => j.mot && !estMotOutil(j.texte))
		.map((j) => racine(j.texte))
		.join(' ');

/** A word without accents and plural. */
export const formeDe = (mot: string): string => replierMot(mot).replace(/[sx]$/, '');

/** Key by which two labels share a term: its concept, or its roots. */
export const cleDeRacines = (racines: string, { concepts }: Pick<Index, 'concepts'>): string => {
	const concept = concepts.get(racines);
	return concept ? `=${concept}` : racines;
};

/** Whether a term is a support verb, which adds nothing to the noun after it. */
export const estSupport = (
	{ concept, racines }: { concept: string | null; racines: string },
	{ supports, sauf }: Index,
): boolean => concept !== null && supports.has(concept) && !sauf.has(racines);

/** Index of a lexicon. */
export const indexer: (lexique: Lexique | IndexEcrit) => Index = parObjet((lexique) =>
	lireIndex(Array.isArray(lexique) ? ecrireIndex(lexique) : lexique),
);

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
		/** Length in words of the longest phrase, by its first root. */
		longueurs,
	};
};

/** Builds the serialisable index of a lexicon, which `indexer` accepts in place of the lexicon. */
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
