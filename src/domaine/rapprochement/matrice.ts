import type { Lexique } from '../../schemas/lexique.ts';
import type { Referentiel } from '../referentiel.ts';
import { type IndexEcrit, indexer } from './lexique.ts';
import { type Noeud, noeuds } from './noeud.ts';
import type { Parametres } from './parametres.ts';
import { peser, rarete, type TermePese } from './poids.ts';
import { arrondir, type Etiquette, etiqueter, type Propos, recouvrement, reunir, similarite } from './similarite.ts';
import { termesDe } from './termes.ts';

/** The distinct labels of one side, ready to be compared. */
export type Cote = { noeuds: readonly Noeud[]; etiquettes: readonly Etiquette[] };

/** Both sides and the score of each pair, by index: `scores[d][v]`. */
export type Matrice = { de: Cote; vers: Cote; scores: readonly (readonly number[])[] };

/** Compares every label of one version with every label of the other. */
export const comparerLibelles = (
	de: Referentiel,
	vers: Referentiel,
	lexique: Lexique | IndexEcrit,
	reglees: ReadonlySet<string>,
	p: Parametres,
): Matrice => {
	const index = indexer(lexique);
	const [noeudsDe, noeudsVers] = [noeuds(de, reglees), noeuds(vers, reglees)];
	const lire = (liste: readonly Noeud[]) => liste.map((n) => termesDe(n.libelle, index));
	const [termesDeDe, termesDeVers] = [lire(noeudsDe), lire(noeudsVers)];
	const rare = rarete(termesDeDe, termesDeVers, p);
	const etiquettesDe = termesDeDe.map((termes) => etiqueter(peser(termes, rare, p), index));
	const etiquettesVers = termesDeVers.map((termes) => etiqueter(peser(termes, rare, p), index));
	const lireBlocs = (r: Referentiel) => proposDesBlocs(r, (libelle) => peser(termesDe(libelle, index), rare, p));
	const contexte = accordDesBlocs(lireBlocs(de), lireBlocs(vers), p);
	return {
		de: { noeuds: noeudsDe, etiquettes: etiquettesDe },
		vers: { noeuds: noeudsVers, etiquettes: etiquettesVers },
		scores: etiquettesDe.map((a, d) =>
			etiquettesVers.map((b, v) => {
				const score = similarite(a, b, p);
				if (score === 0) return 0;
				const accord = contexte(noeudsDe[d] as Noeud, noeudsVers[v] as Noeud);
				return arrondir(score * (1 - p.contexte * (1 - accord)));
			}),
		),
	};
};

/** What a bloc speaks of: its title and all its labels, as one. */
const proposDesBlocs = (r: Referentiel, lire: (libelle: string) => TermePese[]): Propos[] =>
	r.blocs.map(({ intitule, competences }) => reunir([intitule, ...competences.map((c) => c.libelle)].flatMap(lire)));

/** How far the blocs of two labels answer each other, beside the best answer that either bloc has; 0 to 1. */
const accordDesBlocs = (de: Propos[], vers: Propos[], p: Parametres) => {
	const brut = de.map((a) => vers.map((b) => recouvrement(a, b, p)));
	const meilleurDe = brut.map((ligne) => Math.max(...ligne));
	const meilleurVers = vers.map((_, j) => Math.max(...brut.map((ligne) => ligne[j] ?? 0)));
	const accord = (i: number, j: number) => {
		const meilleur = Math.max(meilleurDe[i] ?? 0, meilleurVers[j] ?? 0);
		return meilleur === 0 ? 0 : (brut[i]?.[j] ?? 0) / meilleur;
	};
	return (a: Noeud, b: Noeud): number => {
		let meilleur = 0;
		for (const i of a.blocs) for (const j of b.blocs) meilleur = Math.max(meilleur, accord(i, j));
		return meilleur;
	};
};
