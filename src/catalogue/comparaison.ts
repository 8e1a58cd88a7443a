import { type Reperes, reperer } from '../domaine/comparaison/comparaison.ts';
import { type ComparaisonExpliquee, comparerExplique } from '../domaine/comparaison/comparer.ts';
import { deplacees } from '../domaine/comparaison/deplacement.ts';
import { listerPaires, type Paire } from '../domaine/comparaison/paires.ts';
import { plusFaible } from '../domaine/etat.ts';
import { chemin } from '../domaine/lignee/chemin.ts';
import { type Fil, filDe } from '../domaine/lignee/fil.ts';
import { regrouper } from '../domaine/regrouper.ts';
import { aDesLibelles, type Version } from '../domaine/version.ts';
import type { NatureSuccession, Succession } from '../schemas/lignee.ts';
import { type Catalogue, catalogue } from './catalogue.ts';
import { parObjet } from './memo.ts';

/** Two versions, what became of each bloc and competence of the older one, and why a machine says what it says. */
export interface ComparaisonSituee extends Paire, ComparaisonExpliquee, Reperes {
	/** Competences that changed bloc. */
	deplacees: ReadonlySet<string>;
	/** True where no succession leads from the one to the other. */
	ailleurs: boolean;
}

const indexer = parObjet(({ versions, correspondances }: Catalogue) => {
	const toutes = listerPaires(versions, correspondances);
	return { toutes, parVersion: parVersion(toutes) };
});

/** Pairs by the id of either version. */
const parVersion = (paires: readonly Paire[]): ReadonlyMap<string, Paire[]> =>
	regrouper(paires, ({ de, vers }) => [de.id, vers.id]);

/** Successions by the version that they leave. */
export const successionsParDe = parObjet(({ lignees }: Catalogue) =>
	Map.groupBy(
		lignees.flatMap((l) => l.successions),
		({ de }) => de,
	),
);

/** The successions that lead from one version of a pair to the other; nothing where none does. */
const pasDe = ({ de, vers }: Paire): Succession[] | undefined =>
	chemin((id) => successionsParDe(catalogue()).get(id) ?? [], de.id, vers.id);

/** Whether no succession leads from the one to the other. */
export const estAilleurs = (paire: Paire): boolean => !pasDe(paire);

/** The comparison of a pair, made when a page first asks for it: under `npm run dev`, an edit asks for few. */
export const comparer = parObjet((paire: Paire): ComparaisonSituee => {
	const { de, vers, correspondance } = paire;
	const faite = comparerExplique(de, vers, correspondance, catalogue().lexique);
	const { comparaison } = faite;
	const { competences } = catalogue();
	const placees = (ids: readonly string[]) => ids.flatMap((id) => competences.get(id)?.competence ?? []);
	return {
		...paire,
		...faite,
		...reperer(comparaison),
		deplacees: new Set(
			comparaison.competences.flatMap((e) =>
				e.deplacee ? (deplacees(placees(e.de), placees(e.vers), comparaison.blocs) ?? []) : [],
			),
		),
		ailleurs: estAilleurs(paire),
	};
});

/** Every pair whose comparison has a page, the older first. */
export const paires = (): Paire[] => indexer(catalogue()).toutes;

export const pairesDe = (version: string): Paire[] => indexer(catalogue()).parVersion.get(version) ?? [];

/** The comparisons of one version: with older ones, where it comes from; with newer ones, what it becomes. */
export function comparaisonsDe(version: string): { origines: ComparaisonSituee[]; suites: ComparaisonSituee[] } {
	const liste = pairesDe(version).map(comparer);
	return {
		origines: liste.filter(({ vers }) => vers.id === version),
		suites: liste.filter(({ de }) => de.id === version),
	};
}

/** Pairs of versions that follow each other, with no other between them whose competences are known. */
const suitesDirectes = parObjet(({ parId, versions }: Catalogue) => {
	const connue = (id: string) => {
		const version = parId.get(id);
		return version !== undefined && aDesLibelles(version);
	};
	const suites = paires().filter((paire) =>
		pasDe(paire)
			?.slice(0, -1)
			.every((succession) => !connue(succession.vers)),
	);
	return {
		parVersion: parVersion(suites),
		rangs: new Map(versions.map(({ id }, rang) => [id, rang])),
	};
});

/** The comparison of a version with one that precedes or follows it, and the weakest step that leads from one to the other. */
export interface Voisinage {
	paire: Paire;
	autre: Version;
	nature: NatureSuccession;
}

/** What there is to compare a version with first: its nearest predecessors and successors whose labels are known. */
export function voisinagesDe(id: string): { avant: Voisinage[]; apres: Voisinage[] } {
	const { parVersion } = suitesDirectes(catalogue());
	const voisinages = (parVersion.get(id) ?? []).map((paire) => ({
		paire,
		autre: paire.de.id === id ? paire.vers : paire.de,
		nature: (pasDe(paire) ?? []).map((s) => s.nature).reduce(plusFaible, 'officielle'),
	}));
	return {
		avant: voisinages.filter(({ paire }) => paire.vers.id === id),
		apres: voisinages.filter(({ paire }) => paire.de.id === id),
	};
}

/** The thread of a competence through the versions of its lineage. */
export function filDeCompetence(id: string): Fil {
	const index = catalogue();
	const { parVersion, rangs } = suitesDirectes(index);
	return filDe(
		id,
		(version) => (parVersion.get(version) ?? []).map(comparer),
		(version) => rangs.get(version) ?? 0,
		(competence) => index.competences.get(competence)?.version.id ?? '',
	);
}
