import type { Entree } from '../domaine/comparaison/comparaison.ts';
import { type ComparaisonExpliquee, comparerExplique } from '../domaine/comparaison/comparer.ts';
import { listerPaires, type Paire } from '../domaine/comparaison/paires.ts';
import { type CatalogueIndexe, catalogue } from './catalogue.ts';

/** Two versions, what became of each bloc and competence of the older one, and why a machine says what it says. */
export interface ComparaisonSituee extends Paire, ComparaisonExpliquee {
	/** The one entry that holds each competence, of either side. */
	entrees: ReadonlyMap<string, Entree>;
}

/** Pairs of one catalogue, and the comparisons that a page has asked for: each is made once. */
interface Paires {
	toutes: Paire[];
	parVersion: ReadonlyMap<string, Paire[]>;
	faites: Map<Paire, ComparaisonSituee>;
}

const PAIRES = new WeakMap<CatalogueIndexe, Paires>();

function indexer(index: CatalogueIndexe): Paires {
	const deja = PAIRES.get(index);
	if (deja) return deja;
	const toutes = listerPaires(index.versions, index.correspondances);
	const versions = toutes.flatMap((paire) => [paire.de, paire.vers].map(({ id }) => ({ id, paire })));
	const parVersion = Map.groupBy(versions, ({ id }) => id);
	const paires = {
		toutes,
		parVersion: new Map([...parVersion].map(([id, liste]) => [id, liste.map(({ paire }) => paire)])),
		faites: new Map(),
	};
	PAIRES.set(index, paires);
	return paires;
}

function comparer(paire: Paire, { lexique }: CatalogueIndexe, { faites }: Paires): ComparaisonSituee {
	const deja = faites.get(paire);
	if (deja) return deja;
	const { de, vers, correspondance } = paire;
	const faite = comparerExplique(de, vers, correspondance, lexique);
	const entrees = new Map(faite.comparaison.competences.flatMap((e) => [...e.de, ...e.vers].map((id) => [id, e])));
	const situee = { ...paire, ...faite, entrees };
	faites.set(paire, situee);
	return situee;
}

/** Every pair whose comparison has a page, the older first. */
export const paires = (): Paire[] => indexer(catalogue()).toutes;

/** Those of one version. */
export const pairesDe = (version: string): Paire[] => indexer(catalogue()).parVersion.get(version) ?? [];

/** Every comparison that has a page. */
export function comparaisons(): ComparaisonSituee[] {
	const index = catalogue();
	const siennes = indexer(index);
	return siennes.toutes.map((paire) => comparer(paire, index, siennes));
}

/** The comparisons of one version: with older ones, where it comes from; with newer ones, what it becomes. */
export function comparaisonsDe(version: string): { origines: ComparaisonSituee[]; suites: ComparaisonSituee[] } {
	const index = catalogue();
	const siennes = indexer(index);
	const liste = (siennes.parVersion.get(version) ?? []).map((paire) => comparer(paire, index, siennes));
	return {
		origines: liste.filter(({ vers }) => vers.id === version),
		suites: liste.filter(({ de }) => de.id === version),
	};
}
