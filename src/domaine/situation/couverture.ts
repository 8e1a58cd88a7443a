import { libellesDistincts } from '../comparaison/cardinalite.ts';
import { affirmee, type Comparaison, type Entree, type Parente } from '../comparaison/comparaison.ts';
import type { Dossier } from '../outils/dossier.ts';
import { compterPar } from '../regrouper.ts';
import { memeLibelle } from '../texte/normaliser.ts';
import type { Bloc } from '../version.ts';

/**
 * How well the competences that a person practises cover a competence, best first. `en-partie`: a reading joins it to
 * several competences, not all of which are practised. `a-discuter`: a practised one is related to it by a parenté,
 * which never covers it. `a-verifier`: the alignment is unsure and claims nothing.
 */
export const MANIERES = ['directe', 'relue', 'proposee', 'en-partie', 'a-discuter', 'a-verifier', 'manque'] as const;
export type Maniere = (typeof MANIERES)[number];

/** What covers a competence: practised ones and, unless it is one of these itself, the reading that joins them. */
export interface Appui {
	pratiquees: string[];
	/** Competences joined by the same reading that are not practised. */
	autres: string[];
	/** The entry with its two versions; undefined if the competence itself is practised. */
	lecture: { de: string; vers: string; entree: Entree } | undefined;
	/** The parenté, if that is what joins them. */
	parente?: Parente;
}

export type Couverte = { competence: string; maniere: Maniere; appuis: Appui[] };

export type Comptes = Record<Maniere, number> & { total: number };

/** Coverage of a title. Its counts leave out CCS, which come on top of the title. */
export interface Couverture {
	version: string;
	blocs: { bloc: string; competences: Couverte[]; comptes: Comptes }[];
	ccp: Comptes;
}

/**
 * Computes how well a person's practice covers one version.
 * @param pratique ids of practised competences
 * @param comparaisons comparisons of this version with each version that has one of them, older side first
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
		const autre = cote === 'vers' ? 'de' : 'vers';
		const cochees = competences.flatMap((e) => e[autre].filter((id) => pratique.has(id)));
		// What is said of one copy of a label is said of all of them, whichever was ticked.
		const pratiquee = (id: string) =>
			pratique.has(id) ? id : cochees.find((cochee) => memeLibelle(libelleDe(cochee), libelleDe(id)));
		for (const entree of competences)
			for (const [competence, maniere, appui] of lire({ de, vers, entree }, cote, pratique, pratiquee, libelleDe))
				ajouter(competence, maniere, appui);
		const vues = new Set<string>();
		for (const parente of parentes) {
			const entree = competences.find((e) => e[cote].includes(parente[cote]));
			const source = pratiquee(parente[autre]);
			const paire = `${source} ${parente[cote]}`;
			if (entree && source && !vues.has(paire)) {
				vues.add(paire);
				ajouter(parente[cote], affirmee(parente) ? 'a-discuter' : 'a-verifier', {
					pratiquees: [source],
					autres: [],
					lecture: { de, vers, entree },
					parente,
				});
			}
		}
	}
	const blocs = cible.blocs.map((bloc) => {
		const competences = bloc.competences.map(({ id }): Couverte => {
			const maniere = MANIERES.find((m) => appuis.get(id)?.has(m)) ?? 'manque';
			return { competence: id, maniere, appuis: appuis.get(id)?.get(maniere) ?? [] };
		});
		return { bloc, competences, comptes: compter(competences) };
	});
	const ccp = blocs.filter(({ bloc }) => bloc.type === 'ccp').flatMap(({ competences }) => competences);
	return {
		version: cible.id,
		blocs: blocs.map(({ bloc, ...reste }) => ({ bloc: bloc.id, ...reste })),
		ccp: compter(ccp),
	};
}

/** Competences of this version that are practised, or have the same label as one that is. */
function directes(blocs: readonly Bloc[], pratique: ReadonlySet<string>): [competence: string, source: string][] {
	const toutes = blocs.flatMap(({ competences }) => competences);
	const cochees = toutes.filter(({ id }) => pratique.has(id));
	return toutes.flatMap(({ id, libelle }) => {
		const source = pratique.has(id) ? id : cochees.find((c) => memeLibelle(c.libelle, libelle))?.id;
		return source ? [[id, source] as [string, string]] : [];
	});
}

/** What an entry says of the competences of one side, with those that support it. */
function lire(
	lecture: NonNullable<Appui['lecture']>,
	cote: 'de' | 'vers',
	pratique: ReadonlySet<string>,
	pratiquee: (id: string) => string | undefined,
	libelleDe: (id: string) => string,
): [competence: string, maniere: Maniere, appui: Appui][] {
	const { entree } = lecture;
	const autre = cote === 'de' ? 'vers' : 'de';
	const source = entree[autre];
	const pratiquees = source.filter((id) => pratique.has(id));
	if (entree.nature === null) {
		const { proche } = entree.observation ?? {};
		const rapprochees: (readonly [string, string])[] = [
			...source.flatMap((s) => entree[cote].map((c) => [s, c] as const)),
			...entree.candidats.map((c) => [c[autre], c[cote]] as const),
			...(proche ? [[source[0] ?? proche, entree[cote][0] ?? proche] as const] : []),
		];
		const paires = rapprochees.map(([s, c]) => [pratiquee(s), c] as const);
		const uniques = new Map(paires.map((paire) => [paire.join(' '), paire]));
		return [...uniques.values()].flatMap(([p, c]) =>
			p ? [[c, 'a-verifier', { pratiquees: [p], autres: [], lecture }]] : [],
		);
	}
	if (!pratiquees.length) return [];
	// Copies of one label are one competence: any of them is enough.
	const manquantes = libellesDistincts(source.map((id) => ({ id, libelle: libelleDe(id) }))).filter(
		(copies) => !copies.some(({ id }) => pratique.has(id)),
	);
	const entiere = manquantes.length === 0 || entree.nature === 'identique';
	const autres = entiere ? [] : manquantes.flatMap((copies) => copies.map(({ id }) => id));
	const maniere = entiere ? (entree.statut === 'relue' ? 'relue' : 'proposee') : 'en-partie';
	return entree[cote].map((competence) => [competence, maniere, { pratiquees, autres, lecture }]);
}

const compter = (couvertes: readonly Couverte[]): Comptes => ({
	...compterPar(couvertes, MANIERES, ({ maniere }) => maniere),
	total: couvertes.length,
});

/** Manners that cover a competence: directly, or entirely by a reading or a proposal. */
const COUVRENT = ['directe', 'relue', 'proposee'] as const satisfies readonly Maniere[];

export const estCouverte = ({ maniere }: Pick<Couverte, 'maniere'>): boolean =>
	(COUVRENT as readonly Maniere[]).includes(maniere);

/** Number of competences covered. */
export const couvertes = (c: Comptes): number => COUVRENT.reduce((n, maniere) => n + c[maniere], 0);

/** Number of competences that are related to the practice without being covered. */
export const nonTranchees = (c: Comptes): number => c['en-partie'] + c['a-discuter'] + c['a-verifier'];

/** Share of competences covered, 0 to 1. Partial and uncertain coverage does not count. */
export const part = (c: Comptes): number => (c.total ? couvertes(c) / c.total : 0);

/**
 * Sorts titles: those in force first, since they can still be obtained, then by coverage. Ties: coverage without
 * automatic proposals, then partial, then parenté, then uncertain, then the newest.
 * @param versions oldest first
 */
export function classer(couvertures: readonly Couverture[], versions: readonly Pick<Dossier, 'id' | 'etat'>[]) {
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
