import { type SankeyNodeMinimal, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { idBlocDe } from '../identifiant.ts';
import { type Bloc, nomBloc } from '../version.ts';
import { affirmee, type Comparaison, parentesDe } from './comparaison.ts';

/** A bloc of either version, drawn as a box. */
export interface Boite {
	id: string;
	nom: string;
	cote: 'de' | 'vers';
	x: number;
	y: number;
	largeur: number;
	hauteur: number;
}

/** Number of competences joined between two blocs. */
interface Compte {
	de: string;
	vers: string;
	/** A parenté is drawn differently: nothing goes from one bloc to the other. */
	genre: Genre;
	poids: number;
}

export type Courant = Compte & { trace: string; epaisseur: number };

/** `proposee`: a correspondence proposed by the alignment, never counted with those that a reader wrote. */
type Genre = 'correspondance' | 'proposee' | 'parente';

/** A Sankey diagram, in units of its viewBox. */
export type Diagramme = { boites: Boite[]; courants: Courant[]; largeur: number; hauteur: number };

/** Ends of the flows that join nothing: competences without successor, and new ones. */
export const SANS_SUITE = 'sans-suite';
export const NOUVELLES = 'nouvelles';

type Noeud = Pick<Boite, 'id' | 'nom' | 'cote'>;
type Lien = Pick<Compte, 'poids' | 'genre'>;
/** A node with the position and value computed by d3-sankey. */
type Place = Noeud & Required<SankeyNodeMinimal<Noeud, Lien>>;

/** Counts competences bloc by bloc: claimed entries, and claimed parentés. */
export function compterCourants(comparaison: Pick<Comparaison, 'competences' | 'parentes'>): Compte[] {
	const courants = new Map<string, Compte>();
	const ajouter = (de: string, vers: string, genre: Genre = 'correspondance') => {
		const cle = `${genre} ${de} ${vers}`;
		const courant = courants.get(cle) ?? { de, vers, genre, poids: 0 };
		courant.poids++;
		courants.set(cle, courant);
	};
	const apparentees = parentesDe(comparaison);
	for (const { de, vers, nature, statut } of comparaison.competences) {
		if (nature === null) continue;
		const genre = statut === 'proposee' ? 'proposee' : 'correspondance';
		if (de.length && vers.length) for (const a of de) for (const b of vers) ajouter(idBlocDe(a), idBlocDe(b), genre);
		else for (const id of de) if (!apparentees.has(id)) ajouter(idBlocDe(id), SANS_SUITE);
		if (!de.length) for (const id of vers) if (!apparentees.has(id)) ajouter(NOUVELLES, idBlocDe(id));
	}
	for (const { de, vers } of comparaison.parentes.filter(affirmee)) ajouter(idBlocDe(de), idBlocDe(vers), 'parente');
	return [...courants.values()];
}

/** Length of the stub of a flow that joins nothing, as a share of the width. */
const MOIGNON = 0.08;

/**
 * Lays out the flow of competences between the blocs of two versions (Sankey diagram, d3-sankey). Competences that
 * correspond to nothing are a stub at the bottom of their bloc, since a ribbon across would look like a link.
 * @param largeur width in units of the viewBox
 * @returns undefined if no flow joins two blocs
 */
export function dessinerSankey(
	de: readonly Bloc[],
	vers: readonly Bloc[],
	courants: readonly Compte[],
	largeur = 480,
): Diagramme | undefined {
	const joint = (c: { de: string; vers: string }) => c.de !== NOUVELLES && c.vers !== SANS_SUITE;
	const joints = courants.filter(joint);
	if (!joints.length) return undefined;
	const poidsDe = (id: string) =>
		courants.reduce((somme, c) => somme + (c.de === id || c.vers === id ? c.poids : 0), 0);
	const noeudsDe = (blocs: readonly Bloc[], cote: Noeud['cote']) =>
		blocs
			.map((b) => ({ id: b.id, nom: nomBloc(b), cote, fixedValue: poidsDe(b.id) }))
			.filter(({ fixedValue }) => fixedValue > 0);
	const noeuds = [noeudsDe(de, 'de'), noeudsDe(vers, 'vers')];
	const lignes = Math.max(...noeuds.map((cote) => cote.length));
	const total = Math.max(...noeuds.map((cote) => cote.reduce((somme, n) => somme + n.fixedValue, 0)));
	const hauteur = Math.max(lignes * 52, total * 9);
	const { nodes, links } = sankey<Noeud, Lien>()
		.nodeId(({ id }) => id)
		.nodeAlign(({ cote }) => (cote === 'de' ? 0 : 1))
		.nodeSort(null)
		.nodeWidth(10)
		.nodePadding(22)
		.extent([
			[0, 8],
			[largeur, hauteur],
		])({
		nodes: noeuds.flat(),
		links: joints.map(({ de: source, vers: target, ...reste }) => ({ source, target, value: reste.poids, ...reste })),
	});
	const trace = sankeyLinkHorizontal<Noeud, Lien>();
	const arrondi = (n: number) => Math.round(n * 10) / 10;
	const moignon = Math.round(largeur * MOIGNON);
	const moignons = courants
		.filter((c) => !joint(c))
		.map((c) => {
			const fin = c.vers === SANS_SUITE;
			const boite = (nodes as Place[]).find(({ id }) => id === (fin ? c.de : c.vers)) as Place;
			const epaisseur = (c.poids * (boite.y1 - boite.y0)) / boite.value;
			const y = arrondi(boite.y1 - epaisseur / 2);
			return { ...c, trace: `M${fin ? boite.x1 : boite.x0 - moignon},${y}h${moignon}`, epaisseur: arrondi(epaisseur) };
		});
	return {
		largeur,
		hauteur: hauteur + 8,
		boites: (nodes as Place[]).map((n) => ({
			id: n.id,
			nom: n.nom,
			cote: n.cote,
			x: arrondi(n.x0),
			y: arrondi(n.y0),
			largeur: arrondi(n.x1 - n.x0),
			hauteur: arrondi(n.y1 - n.y0),
		})),
		courants: [
			...moignons,
			...links.map((l) => ({
				de: (l.source as Noeud).id,
				vers: (l.target as Noeud).id,
				genre: l.genre,
				poids: l.poids,
				trace: (trace(l) ?? '').replace(/\d+\.\d+/g, (n) => String(Math.round(Number(n)))),
				epaisseur: arrondi(Math.max(1, l.width ?? 1)),
			})),
		],
	};
}
