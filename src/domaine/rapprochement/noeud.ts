import type { Referentiel } from '../referentiel.ts';
import { memeLibelle, replier } from '../texte/normaliser.ts';

/** Competences of one side that bear the same label, taken as one; `blocs` are ranks in the version. */
export type Noeud = { ids: string[]; libelle: string; cle: string; blocs: Set<number> };

const parCle = (a: Noeud, b: Noeud): number => (a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0);

/** The distinct labels of a version, sorted by label, so that nothing after this depends on the order of the document. */
export const noeuds = (r: Referentiel): Noeud[] => {
	const parReplie = new Map<string, Noeud[]>();
	for (const [rang, { competences }] of r.blocs.entries())
		for (const { id, libelle } of competences) {
			const cle = replier(libelle);
			const voisins = parReplie.get(cle) ?? [];
			parReplie.set(cle, voisins);
			const meme = voisins.find((n) => memeLibelle(n.libelle, libelle));
			if (!meme) voisins.push({ ids: [id], libelle, cle, blocs: new Set([rang]) });
			else {
				meme.ids.push(id);
				meme.blocs.add(rang);
			}
		}
	return [...parReplie.values()].flat().sort(parCle);
};
