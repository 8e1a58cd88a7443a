import { competences, type Referentiel } from '../referentiel.ts';
import { memeLibelle, replier } from '../texte/normaliser.ts';

/**
 * A distinct label of one side. `premier` is the id of its first copy, and `place` the position of that copy in the
 * document, from 0 to 1. `blocs` are indexes of blocs. `ids` are the copies to align: empty if an editor has settled
 * all of them, in which case the label is still compared but joined to nothing.
 */
export type Noeud = { premier: string; ids: string[]; libelle: string; cle: string; blocs: Set<number>; place: number };

/** Whether a label still has copies to align. */
export const aPlacer = ({ ids }: Noeud): boolean => ids.length > 0;

const parCle = (a: Noeud, b: Noeud): number => (a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0);

/** Distinct labels of a version, sorted by key. @param reglees ids settled by an editor */
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
