import { competences, type Referentiel } from '../referentiel.ts';
import { memeLibelle, replier } from '../texte/normaliser.ts';

/**
 * Competences of one side that bear the same label, taken as one; `blocs` are ranks in the version, and `place` is
 * that of the first copy in the document, from 0 to 1. `ids` are those to place: none where an editor has settled them
 * all. The label then still weighs on the others, and joins nothing. `premier` is the first copy in the document.
 */
export type Noeud = { premier: string; ids: string[]; libelle: string; cle: string; blocs: Set<number>; place: number };

/** Whether a label is still to be placed. */
export const aPlacer = ({ ids }: Noeud): boolean => ids.length > 0;

const parCle = (a: Noeud, b: Noeud): number => (a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0);

/**
 * The distinct labels of a version, sorted by label.
 * @param reglees ids that are settled elsewhere
 */
export const noeuds = (r: Referentiel, reglees: ReadonlySet<string>): Noeud[] => {
	const parReplie = new Map<string, Noeud[]>();
	const total = competences(r).length;
	let lues = 0;
	for (const [rang, bloc] of r.blocs.entries())
		for (const { id, libelle } of bloc.competences) {
			const place = lues++ / total;
			const cle = replier(libelle);
			const voisins = parReplie.get(cle) ?? [];
			parReplie.set(cle, voisins);
			const connu = voisins.find((n) => memeLibelle(n.libelle, libelle));
			const noeud: Noeud = connu ?? { premier: id, ids: [], libelle, cle, blocs: new Set(), place };
			if (!voisins.includes(noeud)) voisins.push(noeud);
			if (!reglees.has(id)) noeud.ids.push(id);
			noeud.blocs.add(rang);
		}
	return [...parReplie.values()].flat().sort(parCle);
};
