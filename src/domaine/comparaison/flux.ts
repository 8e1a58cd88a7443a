import { type SankeyNodeMinimal, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import { idBlocDe } from '../referentiel.ts';
import { type Bloc, nomBloc } from '../version.ts';
import type { Comparaison } from './comparaison.ts';

/** A bloc of either version, or the place where competences end or begin, as a box of the picture. */
export interface Boite {
	id: string;
	nom: string;
	/** Competences that it holds here. */
	poids: number;
	cote: 'de' | 'vers';
	x: number;
	y: number;
	largeur: number;
	hauteur: number;
}

/** Competences that go from one bloc to another. */
export interface Courant {
	de: string;
	vers: string;
	poids: number;
	trace: string;
	epaisseur: number;
}

export interface Flux {
	boites: Boite[];
	courants: Courant[];
	largeur: number;
	hauteur: number;
	/** Competences that no claim places. */
	aVerifier: number;
}

/** Where competences without successor end, and where new ones begin. */
export const SANS_SUITE = 'sans-suite';
export const NOUVELLES = 'nouvelles';

interface Noeud {
	id: string;
	nom: string;
	cote: 'de' | 'vers';
}
interface Lien {
	poids: number;
}
/** A box that the diagram has laid out: its place and its weight are known. */
type Place = Noeud & Required<SankeyNodeMinimal<Noeud, Lien>>;

/** Competences joined by claimed entries, counted bloc by bloc: `[from, to, number]`. */
export function compterCourants({ competences }: Pick<Comparaison, 'competences'>): [string, string, number][] {
	const courants = new Map<string, number>();
	const ajouter = (de: string, vers: string) => courants.set(`${de} ${vers}`, (courants.get(`${de} ${vers}`) ?? 0) + 1);
	for (const { de, vers, nature } of competences) {
		if (nature === null) continue;
		if (!vers.length) for (const id of de) ajouter(idBlocDe(id), SANS_SUITE);
		else if (!de.length) for (const id of vers) ajouter(NOUVELLES, idBlocDe(id));
		else for (const a of de) for (const b of vers) ajouter(idBlocDe(a), idBlocDe(b));
	}
	return [...courants].map(([cle, n]) => [...(cle.split(' ') as [string, string]), n]);
}

/**
 * Lays out the flow of competences between the blocs of two versions (Sankey diagram, d3-sankey).
 * @param largeur of the picture, in its own units
 * @returns nothing where no entry claims anything
 */
export function dessinerFlux(
	de: readonly Bloc[],
	vers: readonly Bloc[],
	comparaison: Pick<Comparaison, 'competences'>,
	largeur = 640,
): Flux | undefined {
	const courants = compterCourants(comparaison);
	if (!courants.length) return undefined;
	const utiles = new Set([...courants.map(([a]) => a), ...courants.map(([, b]) => b)]);
	const noeuds: Noeud[] = [
		...de.map((b) => ({ id: b.id, nom: nomBloc(b), cote: 'de' as const })),
		{ id: NOUVELLES, nom: 'Nouvelles', cote: 'de' as const },
		...vers.map((b) => ({ id: b.id, nom: nomBloc(b), cote: 'vers' as const })),
		{ id: SANS_SUITE, nom: 'Sans suite', cote: 'vers' as const },
	].filter(({ id }) => utiles.has(id));
	const lignes = Math.max(...(['de', 'vers'] as const).map((c) => noeuds.filter(({ cote }) => cote === c).length));
	const total = courants.reduce((somme, [, , n]) => somme + n, 0);
	const hauteur = Math.max(lignes * 52, total * 9);
	const { nodes, links } = sankey<Noeud, Lien>()
		.nodeId(({ id }) => id)
		.nodeAlign(sankeyJustify)
		.nodeSort(null)
		.nodeWidth(10)
		.nodePadding(22)
		.extent([
			[0, 16],
			[largeur, hauteur],
		])({
		nodes: noeuds.map((n) => ({ ...n })),
		links: courants.map(([source, target, poids]) => ({ source, target, value: poids, poids })),
	});
	const trace = sankeyLinkHorizontal<Noeud, Lien>();
	const arrondi = (n: number) => Math.round(n * 10) / 10;
	return {
		largeur,
		hauteur: hauteur + 8,
		aVerifier: comparaison.competences.filter((e) => e.nature === null).length,
		boites: (nodes as Place[]).map((n) => ({
			id: n.id,
			nom: n.nom,
			cote: n.cote,
			poids: n.value,
			x: arrondi(n.x0),
			y: arrondi(n.y0),
			largeur: arrondi(n.x1 - n.x0),
			hauteur: arrondi(n.y1 - n.y0),
		})),
		courants: links.map((l) => ({
			de: (l.source as Noeud).id,
			vers: (l.target as Noeud).id,
			poids: l.poids,
			trace: (trace(l) ?? '').replace(/\d+\.\d+/g, (n) => String(arrondi(Number(n)))),
			epaisseur: arrondi(Math.max(1, l.width ?? 1)),
		})),
	};
}
