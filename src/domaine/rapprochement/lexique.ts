import type { Lexique } from '../../schemas/lexique.ts';
import { estInfinitif } from '../texte/infinitif.ts';
import { estMotOutil } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { tokeniser } from '../texte/tokeniser.ts';

/** A lexicon made ready to read labels. */
export type Index = {
	/** Concepts by the roots of their phrases. */
	concepts: ReadonlyMap<string, string>;
	/** Concepts that one verb is enough to say: « mettre en place » is a way to say « installer ». */
	verbaux: ReadonlySet<string>;
	/** Words of the longest phrase. */
	longueur: number;
};

/** Whether a phrase says an action and nothing that it bears on: one infinitive, or « mettre en service ». */
const estVerbal = (terme: string): boolean => estInfinitif(terme) || /^(?:re)?mettre en /.test(terme);

const INDEX_DE = new WeakMap<Lexique, Index>();

/** Words of a phrase that carry meaning, as roots: the key under which the phrase is recognised. */
export const cleDe = (expression: string): string =>
	tokeniser(expression)
		.filter((j) => j.mot && !estMotOutil(j.texte))
		.map((j) => racine(j.texte))
		.join(' ');

/** The index of a lexicon, made once for each lexicon. */
export const indexer = (lexique: Lexique): Index => {
	const connu = INDEX_DE.get(lexique);
	if (connu) return connu;
	const concepts = new Map<string, string>();
	for (const { concept, termes } of lexique)
		for (const terme of termes) {
			const cle = cleDe(terme);
			if (cle && !concepts.has(cle)) concepts.set(cle, concept);
		}
	const longueur = Math.max(1, ...[...concepts.keys()].map((cle) => cle.split(' ').length));
	const verbaux = new Set(lexique.filter((e) => e.termes.some(estVerbal)).map((e) => e.concept));
	const index = { concepts, verbaux, longueur };
	INDEX_DE.set(lexique, index);
	return index;
};
