import { blocsOfficiels, premieres, situer } from '../../src/domaine/rapprochement/decision.ts';
import { indexer } from '../../src/domaine/rapprochement/lexique.ts';
import { noeuds } from '../../src/domaine/rapprochement/noeud.ts';
import { type Communs, logCote, type Modele } from '../../src/domaine/rapprochement/regression.ts';
import { termesDe } from '../../src/domaine/rapprochement/termes.ts';
import { type Etiquette, mesurerTraits, type Traits } from '../../src/domaine/rapprochement/traits.ts';
import type { Lexique } from '../../src/schemas/lexique.ts';
import { lien, type Paire } from './paires.ts';
import { ajuster, type Exemples } from './regression.ts';

/** Version of the method: features and training. Change it when they change. */
const VERSION = '10';

/** Minimum number of labels for a term to be stored in the table. Rarer terms count as being in half as many. */
const COMMUN = 12;

const AUCUN_REGLE: ReadonlySet<string> = new Set();
const SANS_BLOCS = blocsOfficiels({ id: '', sigle: '', blocs: [] }, { id: '', sigle: '', blocs: [] }, []);

/** Number of labels that contain each term. */
export const compterCommuns = (paires: readonly Paire[], lexique: Lexique): Communs => {
	const index = indexer(lexique);
	const comptes = new Map<string, number>();
	let libelles = 0;
	for (const { de, vers } of paires)
		for (const r of [de, vers])
			for (const { libelle } of noeuds(r, AUCUN_REGLE)) {
				libelles += 1;
				for (const { cle } of termesDe(libelle, index)) comptes.set(cle, (comptes.get(cle) ?? 0) + 1);
			}
	const parCle = [...comptes].filter(([, n]) => n >= COMMUN).sort(([a], [b]) => (a < b ? -1 : 1));
	return { libelles, ailleurs: COMMUN / 2, parCle };
};

type Mesuree = { paire: Paire; traits: Traits };

const lue = (liens: ReadonlySet<string>, a: Etiquette, b: Etiquette): boolean =>
	liens.has(lien(a.ids[0] as string, b.ids[0] as string));

/**
 * Examples made of every pair of labels of some pairs of versions.
 * @param traitsDe features of each pair of labels of a pair of versions, by indexes
 */
function exemples(
	mesurees: readonly Mesuree[],
	traitsDe: (mesuree: Mesuree, n: number) => readonly (readonly (readonly number[])[])[],
	attendu: (paire: Paire, a: Etiquette, b: Etiquette) => boolean = ({ liens }, a, b) => lue(liens, a, b),
): Exemples {
	const tous: Exemples = { traits: [], attendus: [] };
	for (const [n, mesuree] of mesurees.entries())
		for (const [d, ligne] of traitsDe(mesuree, n).entries())
			for (const [v, traits] of ligne.entries()) {
				tous.traits.push(traits);
				const { de, vers } = mesuree.traits;
				tous.attendus.push(attendu(mesuree.paire, de[d] as Etiquette, vers[v] as Etiquette));
			}
	return tous;
}

/** Rounds to four decimals, so that the result is the same on every machine. */
const arrondir = ({ biais, poids }: Modele['premiere']): Modele['premiere'] => ({
	biais: Math.round(biais * 1e4) / 1e4,
	poids: poids.map((p) => Math.round(p * 1e4) / 1e4),
});

/**
 * Trains the three regressions on pairs of versions judged by people.
 * @param depart starting point: a model trained on nearly the same pairs
 */
export const apprendre = (paires: readonly Paire[], lexique: Lexique, depart?: Modele): Modele => {
	const communs = compterCommuns(paires, lexique);
	const mesurees = paires.map((paire) => ({
		paire,
		traits: mesurerTraits(paire.de, paire.vers, lexique, AUCUN_REGLE, communs),
	}));
	const seules = exemples(mesurees, ({ traits }) => traits.paires);
	const premiere = arrondir(ajuster(seules, depart?.premiere));
	const relatifs = mesurees.map(({ traits }) => situer(traits, premieres(traits, { premiere }), SANS_BLOCS));
	const situees = exemples(mesurees, (_, n) => relatifs[n]?.traits ?? []);
	const equivalence = arrondir(ajuster(situees, depart?.equivalence));
	const apparentees = exemples(
		mesurees,
		({ paire }, n) => {
			const { proximite = 0, traits = [] } = paire.parentesLues ? (relatifs[n] ?? {}) : {};
			return traits.map((ligne) => ligne.map((t) => [logCote(equivalence, t), proximite]));
		},
		({ liens, parentes }, a, b) => lue(liens, a, b) || lue(parentes, a, b),
	);
	const parente = arrondir(ajuster(apparentees, depart?.parente));
	return { version: VERSION, communs, premiere, equivalence, parente };
};

/**
 * Cross-validation: for each pair, a model trained without its fold. As many folds (`plis`) as pairs: leave-one-out.
 */
export const horsDuPli = (paires: readonly Paire[], lexique: Lexique, modele: Modele, plis: number): Modele[] => {
	const autres = (pli: number) => paires.filter((_, i) => i % plis !== pli);
	const parPli = Array.from({ length: plis }, (_, pli) => apprendre(autres(pli), lexique, modele));
	return paires.map((_, i) => parPli[i % plis] as Modele);
};
