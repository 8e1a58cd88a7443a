import { type SankeyNodeMinimal, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import { idBlocDe } from '../referentiel.ts';
import { type Bloc, nomBloc } from '../version.ts';
import type { Comparaison } from './comparaison.ts';
import { affirmee, parentesDe } from './parente.ts';

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
	/** A parenté is drawn otherwise: nothing goes from one bloc to the other. */
	genre: Genre;
	poids: number;
	trace: string;
	epaisseur: number;
}

export type Genre = 'correspondance' | 'parente';

export interface Flux {
	boites: Boite[];
	courants: Courant[];
	largeur: number;
	hauteur: number;
	/** Competences that no claim places. */
	aVerifier: number;
}

/** Where competences that nothing follows, not even kin, end; and where new ones begin. */
export const SANS_SUITE = 'sans-suite';
export const NOUVELLES = 'nouvelles';

interface Noeud {
	id: string;
	nom: string;
	cote: 'de' | 'vers';
}
interface Lien {
	poids: number;
	genre: Genre;
}
/** A box that the diagram has laid out: its place and its weight are known. */
type Place = Noeud & Required<SankeyNodeMinimal<Noeud, Lien>>;

/** Competences joined by claimed entries and by parentés, counted bloc by bloc. */
export function compterCourants(
	comparaison: Pick<Comparaison, 'competences' | 'parentes'>,
): { de: string; vers: string; genre: Genre; poids: number }[] {
	const courants = new Map<string, { de: string; vers: string; genre: Genre; poids: number }>();
	const ajouter = (de: string, vers: string, genre: Genre = 'correspondance') => {
		const cle = `${genre} ${de} ${vers}`;
		const courant = courants.get(cle) ?? { de, vers, genre, poids: 0 };
		courant.poids++;
		courants.set(cle, courant);
	};
	const apparentees = parentesDe(comparaison);
	for (const { de, vers, nature } of comparaison.competences) {
		if (nature === null) continue;
		if (de.length && vers.length) for (const a of de) for (const b of vers) ajouter(idBlocDe(a), idBlocDe(b));
		else for (const id of de) if (!apparentees.has(id)) ajouter(idBlocDe(id), SANS_SUITE);
		if (!de.length) for (const id of vers) if (!apparentees.has(id)) ajouter(NOUVELLES, idBlocDe(id));
	}
	for (const { de, vers } of comparaison.parentes.filter(affirmee)) ajouter(idBlocDe(de), idBlocDe(vers), 'parente');
	return [...courants.values()];
}

/**
 * Lays out the flow of competences between the blocs of two versions (Sankey diagram, d3-sankey).
 * @param largeur of the picture, in its own units
 * @returns nothing where no entry claims anything
 */
export function dessinerFlux(
	de: readonly Bloc[],
	vers: readonly Bloc[],
	comparaison: Pick<Comparaison, 'competences' | 'parentes'>,
	largeur = 640,
): Flux | undefined {
	const courants = compterCourants(comparaison);
	if (!courants.length) return undefined;
	const utiles = new Set(courants.flatMap(({ de, vers }) => [de, vers]));
	const noeuds: Noeud[] = [
		...de.map((b) => ({ id: b.id, nom: nomBloc(b), cote: 'de' as const })),
		{ id: NOUVELLES, nom: 'Rien de proche', cote: 'de' as const },
		...vers.map((b) => ({ id: b.id, nom: nomBloc(b), cote: 'vers' as const })),
		{ id: SANS_SUITE, nom: 'Rien de proche', cote: 'vers' as const },
	].filter(({ id }) => utiles.has(id));
	const lignes = Math.max(...(['de', 'vers'] as const).map((c) => noeuds.filter(({ cote }) => cote === c).length));
	const total = courants.reduce((somme, { poids }) => somme + poids, 0);
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
		links: courants.map(({ de: source, vers: target, ...reste }) => ({ source, target, value: reste.poids, ...reste })),
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
			genre: l.genre,
			poids: l.poids,
			trace: (trace(l) ?? '').replace(/\d+\.\d+/g, (n) => String(arrondi(Number(n)))),
			epaisseur: arrondi(Math.max(1, l.width ?? 1)),
		})),
	};
}
