import { blocsOfficiels, premieres, situer } from '../../src/domaine/rapprochement/decision.ts';
import { indexer } from '../../src/domaine/rapprochement/lexique.ts';
import { noeuds } from '../../src/domaine/rapprochement/noeud.ts';
import { type Communs, logCote, type Modele } from '../../src/domaine/rapprochement/regression.ts';
import { termesDe } from '../../src/domaine/rapprochement/termes.ts';
import { type Etiquette, mesurerTraits } from '../../src/domaine/rapprochement/traits.ts';
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

const lue = (liens: ReadonlySet<string>, a: Etiquette, b: Etiquette): boolean =>
	liens.has(lien(a.ids[0] as string, b.ids[0] as string));

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
	const [seules, situees, apparentees]: Exemples[] = [vide(), vide(), vide()];
	for (const { paire, traits } of mesurees)
		for (const [d, ligne] of traits.paires.entries())
			for (const [v, t] of ligne.entries())
				ajouter(seules as Exemples, t, lue(paire.liens, traits.de[d] as Etiquette, traits.vers[v] as Etiquette));
	const premiere = arrondir(ajuster(seules as Exemples, depart?.premiere));
	const relatifs = mesurees.map(({ traits }) => situer(traits, premieres(traits, { premiere }), SANS_BLOCS));
	for (const [n, { paire, traits }] of mesurees.entries())
		for (const [d, ligne] of (relatifs[n]?.traits ?? []).entries())
			for (const [v, t] of ligne.entries())
				ajouter(situees as Exemples, t, lue(paire.liens, traits.de[d] as Etiquette, traits.vers[v] as Etiquette));
	const equivalence = arrondir(ajuster(situees as Exemples, depart?.equivalence));
	for (const [n, { paire, traits }] of mesurees.entries()) {
		if (!paire.parentesLues) continue;
		const { proximite, traits: situes } = relatifs[n] as (typeof relatifs)[number];
		for (const [d, ligne] of situes.entries())
			for (const [v, t] of ligne.entries()) {
				const [a, b] = [traits.de[d] as Etiquette, traits.vers[v] as Etiquette];
				const proches = lue(paire.liens, a, b) || lue(paire.parentes, a, b);
				ajouter(apparentees as Exemples, [logCote(equivalence, t), proximite], proches);
			}
	}
	const parente = arrondir(ajuster(apparentees as Exemples, depart?.parente));
	return { version: VERSION, communs, premiere, equivalence, parente };
};

const vide = (): Exemples => ({ traits: [], attendus: [] });

const ajouter = (exemples: Exemples, traits: readonly number[], attendu: boolean): void => {
	exemples.traits.push(traits);
	exemples.attendus.push(attendu);
};

/**
 * Cross-validation: for each pair, a model trained without its fold. As many folds (`plis`) as pairs: leave-one-out.
 */
export const horsDuPli = (paires: readonly Paire[], lexique: Lexique, modele: Modele, plis: number): Modele[] => {
	const parPli = Array.from({ length: plis }, (_, pli) =>
		apprendre(
			paires.filter((_, i) => i % plis !== pli),
			lexique,
			modele,
		),
	);
	return paires.map((_, i) => parPli[i % plis] as Modele);
};
