import type { Lexique } from '../../schemas/lexique.ts';
import { parObjet } from '../memo.ts';
import type { Referentiel } from '../referentiel.ts';
import { replier } from '../texte/normaliser.ts';
import { neFaitQuePorter } from './action.ts';
import { type Index, type IndexEcrit, indexer } from './lexique.ts';
import { type Noeud, noeuds } from './noeud.ts';
import type { Communs } from './regression.ts';
import { type Terme, termesDe } from './termes.ts';

/**
 * Features of a pair of labels on its own, in the order of the weights of the model. `propre` is the weight of the
 * words that one has and the other does not, for the label that has less of it: it distinguishes long labels, which
 * have more common words, from short ones with the same share.
 */
export const TRAITS = [
	'couverture', 'couvertureMutuelle', 'verbesEtrangers', 'lettres', 'ailleurs', 'ecart', 'propre',
] as const; // biome-ignore format: a list to read

/** Features of a pair relative to all the others, computed from the first similarities. */
export const TRAITS_RELATIFS = ['blocs', 'marge', 'proximite', 'concurrence'] as const;

/** A distinct label, prepared for comparison. */
export type Etiquette = Noeud & {
	termes: readonly Terme[];
	parCle: ReadonlyMap<string, Terme>;
	/** Keys of all its words, including those inside phrases. */
	mots: ReadonlySet<string>;
	/** Character 4-grams of its words, and the norm of their weights. */
	lettres: ReadonlySet<string>;
	norme: number;
};

/** A term shared by two labels, as each writes it. `concept` is set if the words differ. */
export type TermePartage = { de: string; vers: string; poids: number; concept: string | null };

/** Both sides, and the features of each pair of labels by index. */
export type Traits = {
	de: readonly Etiquette[];
	vers: readonly Etiquette[];
	paires: readonly (readonly (readonly number[])[])[];
	/** Lexicon that their terms were read with. */
	index: Index;
};

const tableDe = parObjet((communs: Communs): ReadonlyMap<string, number> => new Map(communs.parCle));

/**
 * Rarity of a term among the labels of all trades, at least 0.3. Terms that are not in the table count as equally rare.
 */
const rareteDe = (communs: Communs): ((cle: string) => number) => {
	const table = tableDe(communs);
	return (cle) => 0.3 + Math.log(communs.libelles / (1 + (table.get(cle) ?? communs.ailleurs)));
};

const AUTRES_MOTS = 0.95;
const PARTIE = 0.6;
/** About the weight of two rare words, to scale this feature like the others. */
const POIDS_DE_DEUX_MOTS = 10;

/**
 * How much of a term a label has, 0 to 1: a synonym of the lexicon counts almost fully, a part of a phrase in
 * proportion.
 */
const presence = (terme: Terme, b: Etiquette): number => {
	const autre = b.parCle.get(terme.cle);
	if (autre) return autre.racines === terme.racines ? 1 : AUTRES_MOTS;
	let communs = 0;
	for (const mot of terme.mots) if (b.mots.has(mot)) communs++;
	return (PARTIE * communs) / terme.mots.length;
};

const LONGUEUR_SUITE = 4;

const suites = (libelle: string): Set<string> => {
	const trouvees = new Set<string>();
	for (const mot of replier(libelle).split(/[^a-z0-9]+/)) {
		if (mot.length < 3) continue;
		const borne = `_${mot}_`;
		for (let i = 0; i + LONGUEUR_SUITE <= borne.length; i++) trouvees.add(borne.slice(i, i + LONGUEUR_SUITE));
	}
	return trouvees;
};

/** Share of the labels of a side that have each key. */
const parts = <T>(cote: readonly T[], cles: (etiquette: T) => Iterable<string>): Map<string, number> => {
	const comptes = new Map<string, number>();
	for (const etiquette of cote)
		for (const cle of cles(etiquette)) comptes.set(cle, (comptes.get(cle) ?? 0) + 1 / cote.length);
	return comptes;
};

const lire = (libelle: string, index: Index): Pick<Etiquette, 'termes' | 'parCle' | 'mots'> => {
	const termes = termesDe(libelle, index);
	return {
		termes,
		parCle: new Map(termes.map((t) => [t.cle, t])),
		mots: new Set(termes.flatMap((t) => [t.cle, ...t.racines.split(' '), ...t.mots])),
	};
};

/** Replaces the text of a label, and recomputes its terms. */
export const relire = (etiquette: Etiquette, libelle: string, index: Index): Etiquette =>
	libelle === etiquette.libelle ? etiquette : { ...etiquette, libelle, ...lire(libelle, index) };

export const mesurerTraits = (
	de: Referentiel,
	vers: Referentiel,
	lexique: Lexique | IndexEcrit,
	reglees: ReadonlySet<string>,
	communs: Communs,
): Traits => {
	const index = indexer(lexique);
	const rarete = rareteDe(communs);
	const cotes = [de, vers].map((r) => noeuds(r, reglees).map((n) => ({ ...n, lettres: suites(n.libelle) })));
	const poidsSuites = new Map<string, number>();
	for (const [suite, part] of cotes.flatMap((cote) => [...parts(cote, (n) => n.lettres)])) {
		const poids = (0.2 - Math.log(part)) ** 2;
		poidsSuites.set(suite, Math.min(poids, poidsSuites.get(suite) ?? poids));
	}
	const poidsSuite = (suite: string): number => poidsSuites.get(suite) ?? 0;
	const [etiquettesDe = [], etiquettesVers = []] = cotes.map((cote) =>
		cote.map((noeud): Etiquette => {
			let norme = 0;
			for (const suite of noeud.lettres) norme += poidsSuite(suite);
			return { ...noeud, ...lire(noeud.libelle, index), norme: Math.sqrt(norme) };
		}),
	);
	const [ditesDe, ditesVers] = [etiquettesDe, etiquettesVers].map(
		(cote) => new Set(cote.flatMap((e) => [...e.parCle.keys()])),
	) as [Set<string>, Set<string>];

	const couvrir = (a: Etiquette, b: Etiquette, autreCote: ReadonlySet<string>) => {
		let [poids, couvert, ailleurs] = [0, 0, 0];
		for (const terme of a.termes) {
			const p = rarete(terme.cle);
			const present = presence(terme, b);
			poids += p;
			couvert += p * present;
			if (present === 0 && autreCote.has(terme.cle)) ailleurs += p;
		}
		const propre = poids - couvert;
		return poids === 0
			? { couverture: 0, ailleurs: 0, propre }
			: { couverture: couvert / poids, ailleurs: ailleurs / poids, propre };
	};
	const lettresCommunes = (a: Etiquette, b: Etiquette): number => {
		let commun = 0;
		for (const suite of a.lettres) if (b.lettres.has(suite)) commun += poidsSuite(suite);
		return commun === 0 ? 0 : commun / (a.norme * b.norme);
	};
	return {
		index,
		de: etiquettesDe,
		vers: etiquettesVers,
		paires: etiquettesDe.map((a) =>
			etiquettesVers.map((b) => {
				const [ab, ba] = [couvrir(a, b, ditesVers), couvrir(b, a, ditesDe)];
				return [
					Math.max(ab.couverture, ba.couverture),
					Math.sqrt(ab.couverture * ba.couverture),
					verbesEtrangers(a, b) ? 1 : 0,
					lettresCommunes(a, b),
					Math.max(ab.ailleurs, ba.ailleurs),
					Math.abs(a.place - b.place),
					Math.min(ab.propre, ba.propre) / POIDS_DE_DEUX_MOTS,
				];
			}),
		),
	};
};

/** Whether both labels have verbs, but none in common. */
const verbesEtrangers = (a: Etiquette, b: Etiquette): boolean => {
	const [deA, deB] = [a, b].map((e) => e.termes.filter((t) => t.verbe)) as [Terme[], Terme[]];
	if (deA.length === 0 || deB.length === 0) return false;
	return !deA.some((t) => b.parCle.has(t.cle)) && !deB.some((t) => a.parCle.has(t.cle));
};

/** Share of common words of two labels, of the label for which it is greater. */
export const couvertureDe = ({ paires }: Traits, d: number, v: number): number =>
	paires[d]?.[v]?.[TRAITS.indexOf('couverture')] ?? 0;

/** Whether several labels together contain each term of one, or a synonym. Support verbs are ignored. */
export const toutEstDit = ({ termes }: Etiquette, autres: readonly Etiquette[], index: Index): boolean =>
	termes.every(
		(terme) => neFaitQuePorter(terme, termes, index) || autres.some((b) => presence(terme, b) >= AUTRES_MOTS),
	);

/** Whether the terms that two labels share have the same roots, without synonyms. */
export const sansSynonyme = (a: Etiquette, b: Etiquette): boolean =>
	a.termes.every((t) => (b.parCle.get(t.cle)?.racines ?? t.racines) === t.racines);

/** Whether two labels have the same words, number and gender set aside. */
export const ontLesMemesMots = (a: Etiquette, b: Etiquette): boolean =>
	a.termes.length === b.termes.length && a.termes.every((t) => b.parCle.get(t.cle)?.racines === t.racines);

/** Whether two labels share a term that is neither a verb nor common to many trades. */
export const partagentUnObjet = (a: Etiquette, b: Etiquette, communs: Communs): boolean => {
	const table = tableDe(communs);
	const dit = (x: Etiquette, y: Etiquette) =>
		x.termes.some((t) => !t.verbe && [t.cle, ...t.mots].some((cle) => !table.has(cle) && y.mots.has(cle)));
	return dit(a, b) || dit(b, a);
};

/** Terms that two labels share, by decreasing weight. */
export const termesPartages = (a: Etiquette, b: Etiquette, communs: Communs): TermePartage[] => {
	const rarete = rareteDe(communs);
	return a.termes
		.flatMap((terme) => {
			const autre = b.parCle.get(terme.cle);
			if (!autre) return [];
			const concept = terme.racines === autre.racines ? null : terme.concept;
			return { de: terme.forme, vers: autre.forme, poids: Math.round(rarete(terme.cle) * 100) / 100, concept };
		})
		.sort((x, y) => y.poids - x.poids || (x.de < y.de ? -1 : 1));
};
