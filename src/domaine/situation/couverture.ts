import { libellesDistincts } from '../comparaison/cardinalite.ts';
import { affirmee, type Comparaison, type Entree, type Parente } from '../comparaison/comparaison.ts';
import type { Dossier } from '../outils/dossier.ts';
import { compterPar } from '../regrouper.ts';
import { memeLibelle } from '../texte/normaliser.ts';
import type { Bloc } from '../version.ts';

/**
 * How a competence of a title is met by what a person practises, strongest first. `en-partie`: a reading joins
 * several competences and the person practises some of them only. `a-discuter`: the person practises one that is kin
 * of it, which never covers it. `a-verifier`: the alignment has a doubt, and nothing is claimed.
 */
export const MANIERES = ['directe', 'relue', 'proposee', 'en-partie', 'a-discuter', 'a-verifier', 'manque'] as const;
export type Maniere = (typeof MANIERES)[number];

/** The practised competences that cover it and, where it is not one of them, the reading that joins them. */
export interface Appui {
	pratiquees: string[];
	/** Competences that the same reading joins and that are not practised. */
	autres: string[];
	/** The reading, and the two versions that it joins; absent where the competence itself is practised. */
	lecture: { de: string; vers: string; entree: Entree } | undefined;
	/** The kinship that the entry of the competence does not say. */
	parente?: Parente;
}

/** One competence of a title, seen from what a person practises. */
export interface Couverte {
	competence: string;
	maniere: Maniere;
	appuis: Appui[];
}

/** Competences by manner, and their total. */
export type Comptes = Record<Maniere, number> & { total: number };

/** Coverage of one title. Competences of CCS are counted apart, since a CCS adds to the title. */
export interface Couverture {
	version: string;
	blocs: { bloc: string; competences: Couverte[]; comptes: Comptes }[];
	ccp: Comptes;
	ccs: Comptes;
}

/**
 * Measures one version against what a person practises.
 * @param pratique ids of competences
 * @param comparaisons of this version with each version that holds one of them, older first as they always are
 * @param libelleDe label of a competence of any of these versions
 */
export function couvrir(
	cible: Pick<Dossier, 'id' | 'blocs'>,
	pratique: ReadonlySet<string>,
	comparaisons: readonly Comparaison[],
	libelleDe: (id: string) => string = (id) => id,
): Couverture {
	const appuis = new Map<string, Map<Maniere, Appui[]>>();
	const ajouter = (competence: string, maniere: Maniere, appui: Appui) => {
		const manieres = appuis.get(competence) ?? new Map<Maniere, Appui[]>();
		manieres.set(maniere, [...(manieres.get(maniere) ?? []), appui]);
		appuis.set(competence, manieres);
	};
	for (const [competence, source] of directes(cible.blocs, pratique))
		ajouter(competence, 'directe', { pratiquees: [source], autres: [], lecture: undefined });
	for (const { de, vers, competences, parentes } of comparaisons) {
		const cote = vers === cible.id ? 'vers' : 'de';
		for (const entree of competences) lire({ de, vers, entree }, cote, pratique, libelleDe, ajouter);
		for (const parente of parentes) {
			const entree = competences.find((e) => e[cote].includes(parente[cote]));
			const pratiquee = parente[cote === 'vers' ? 'de' : 'vers'];
			if (entree && pratique.has(pratiquee))
				ajouter(parente[cote], affirmee(parente) ? 'a-discuter' : 'a-verifier', {
					pratiquees: [pratiquee],
					autres: [],
					lecture: { de, vers, entree },
					parente,
				});
		}
	}
	const blocs = cible.blocs.map((bloc) => {
		const competences = bloc.competences.map(({ id }): Couverte => {
			const maniere = MANIERES.find((m) => appuis.get(id)?.has(m)) ?? 'manque';
			return { competence: id, maniere, appuis: appuis.get(id)?.get(maniere) ?? [] };
		});
		return { bloc, competences, comptes: compter(competences) };
	});
	const deType = (type: Bloc['type']) =>
		compter(blocs.filter(({ bloc }) => bloc.type === type).flatMap(({ competences }) => competences));
	return {
		version: cible.id,
		blocs: blocs.map(({ bloc, ...reste }) => ({ bloc: bloc.id, ...reste })),
		ccp: deType('ccp'),
		ccs: deType('ccs'),
	};
}

/** Competences practised in this very version, and those that it prints a second time with the same label. */
function directes(blocs: readonly Bloc[], pratique: ReadonlySet<string>): [competence: string, source: string][] {
	const toutes = blocs.flatMap(({ competences }) => competences);
	const cochees = toutes.filter(({ id }) => pratique.has(id));
	return toutes.flatMap(({ id, libelle }) => {
		const source = pratique.has(id) ? id : cochees.find((c) => memeLibelle(c.libelle, libelle))?.id;
		return source ? [[id, source] as [string, string]] : [];
	});
}

function lire(
	lecture: NonNullable<Appui['lecture']>,
	cote: 'de' | 'vers',
	pratique: ReadonlySet<string>,
	libelleDe: (id: string) => string,
	ajouter: (competence: string, maniere: Maniere, appui: Appui) => void,
): void {
	const { entree } = lecture;
	const autre = cote === 'de' ? 'vers' : 'de';
	const source = entree[autre];
	const pratiquees = source.filter((id) => pratique.has(id));
	if (entree.nature === null) {
		const paires = [
			...pratiquees.flatMap((p) => entree[cote].map((c) => [p, c] as const)),
			...entree.candidats.filter((c) => pratique.has(c[autre])).map((c) => [c[autre], c[cote]] as const),
		];
		for (const [p, c] of paires) ajouter(c, 'a-verifier', { pratiquees: [p], autres: [], lecture });
		return;
	}
	if (!pratiquees.length) return;
	// One label printed several times is one competence: any of them is enough.
	const manquantes = libellesDistincts(source.map((id) => ({ id, libelle: libelleDe(id) }))).filter(
		(copies) => !copies.some(({ id }) => pratique.has(id)),
	);
	const entiere = manquantes.length === 0 || entree.nature === 'identique';
	const autres = entiere ? [] : manquantes.flatMap((copies) => copies.map(({ id }) => id));
	const maniere = entiere ? (entree.statut === 'relue' ? 'relue' : 'proposee') : 'en-partie';
	for (const competence of entree[cote]) ajouter(competence, maniere, { pratiquees, autres, lecture });
}

const compter = (couvertes: readonly Couverte[]): Comptes => ({
	...compterPar(couvertes, MANIERES, ({ maniere }) => maniere),
	total: couvertes.length,
});

/** Competences that are met for good: directly, or whole through a reading or a confident proposal. */
export const couvertes = (c: Comptes): number => c.directe + c.relue + c.proposee;

/** Competences that something joins to what is practised without covering them. */
export const nonTranchees = (c: Comptes): number => c['en-partie'] + c['a-discuter'] + c['a-verifier'];

/** Share of competences met, 0 to 1; what is partial or still to check counts for nothing. */
export const part = (c: Comptes): number => (c.total ? couvertes(c) / c.total : 0);

/**
 * Titles in force first, since those can still be obtained, then the nearest. At equal shares, what is met without a
 * machine's proposal, then what is met in part, then what is kin, then what is to check, then the newest.
 * @param versions oldest first
 */
export function classer(
	couvertures: readonly Couverture[],
	versions: readonly Pick<Dossier, 'id' | 'etat'>[],
): Couverture[] {
	const rang = new Map(versions.map(({ id }, i) => [id, i]));
	const enVigueur = new Set(versions.filter(({ etat }) => etat.cle === 'en-vigueur').map(({ id }) => id));
	const cle = ({ version, ccp }: Couverture): number[] => [
		Number(enVigueur.has(version)),
		part(ccp),
		ccp.total ? (ccp.directe + ccp.relue) / ccp.total : 0,
		ccp['en-partie'],
		ccp['a-discuter'],
		ccp['a-verifier'],
		rang.get(version) ?? -1,
	];
	const avecCle = couvertures.map((couverture) => ({ couverture, cle: cle(couverture) }));
	return avecCle
		.sort((a, b) => a.cle.map((n, i) => (b.cle[i] ?? 0) - n).find((ecart) => ecart !== 0) ?? 0)
		.map(({ couverture }) => couverture);
}
