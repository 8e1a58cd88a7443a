import type { Entree } from '../domaine/comparaison/comparaison.ts';
import { type ComparaisonExpliquee, comparerExplique } from '../domaine/comparaison/comparer.ts';
import { listerPaires, type Paire } from '../domaine/comparaison/paires.ts';
import { type Catalogue, catalogue } from './catalogue.ts';
import { parObjet } from './memo.ts';

/** Two versions, what became of each bloc and competence of the older one, and why a machine says what it says. */
export interface ComparaisonSituee extends Paire, ComparaisonExpliquee {
	/** The one entry that holds each competence, of either side. */
	entrees: ReadonlyMap<string, Entree>;
}

const indexer = parObjet(({ versions, correspondances }: Catalogue) => {
	const toutes = listerPaires(versions, correspondances);
	const parVersion = Map.groupBy(
		toutes.flatMap((paire) => [paire.de, paire.vers].map(({ id }) => ({ id, paire }))),
		({ id }) => id,
	);
	return {
		toutes,
		parVersion: new Map([...parVersion].map(([id, liste]) => [id, liste.map(({ paire }) => paire)])),
	};
});

/** The comparison of a pair, made when a page first asks for it. */
const comparer = parObjet((paire: Paire): ComparaisonSituee => {
	const { de, vers, correspondance } = paire;
	const faite = comparerExplique(de, vers, correspondance, catalogue().lexique);
	const entrees = new Map(faite.comparaison.competences.flatMap((e) => [...e.de, ...e.vers].map((id) => [id, e])));
	return { ...paire, ...faite, entrees };
});

/** Every pair whose comparison has a page, the older first. */
export const paires = (): Paire[] => indexer(catalogue()).toutes;

/** Those of one version. */
export const pairesDe = (version: string): Paire[] => indexer(catalogue()).parVersion.get(version) ?? [];

/** Every comparison that has a page. */
export const comparaisons = (): ComparaisonSituee[] => paires().map(comparer);

/** The comparisons of one version: with older ones, where it comes from; with newer ones, what it becomes. */
export function comparaisonsDe(version: string): { origines: ComparaisonSituee[]; suites: ComparaisonSituee[] } {
	const liste = pairesDe(version).map(comparer);
	return {
		origines: liste.filter(({ vers }) => vers.id === version),
		suites: liste.filter(({ de }) => de.id === version),
	};
}
