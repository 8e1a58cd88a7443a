import type { Referentiel } from '../referentiel.ts';
import { memeLibelle, replier } from '../texte/normaliser.ts';

/**
 * Competences of one side that bear the same label, taken as one; `blocs` are ranks in the version. `ids` is empty
 * where others have settled them all: the label still counts in the rarity of words, and joins nothing.
 */
export type Noeud = { ids: string[]; libelle: string; cle: string; blocs: Set<number> };

/** Whether a label is still to be placed. */
export const aPlacer = ({ ids }: Noeud): boolean => ids.length > 0;

const parCle = (a: Noeud, b: Noeud): number => (a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0);

/**
 * The distinct labels of a version, sorted by label, so that nothing after this depends on the order of the document.
 * @param reglees ids that are settled elsewhere
 */
export const noeuds = (r: Referentiel, reglees: ReadonlySet<string>): Noeud[] => {
	const parReplie = new Map<string, Noeud[]>();
	for (const [rang, { competences }] of r.blocs.entries())
		for (const { id, libelle } of competences) {
			const cle = replier(libelle);
			const voisins = parReplie.get(cle) ?? [];
			parReplie.set(cle, voisins);
			const noeud = voisins.find((n) => memeLibelle(n.libelle, libelle)) ?? { ids: [], libelle, cle, blocs: new Set() };
			if (!voisins.includes(noeud)) voisins.push(noeud);
			if (!reglees.has(id)) noeud.ids.push(id);
			noeud.blocs.add(rang);
		}
	return [...parReplie.values()].flat().sort(parCle);
};
