import type { LienBlocs } from '../comparaison/comparaison.ts';
import type { Referentiel } from '../referentiel.ts';
import { logCote, type Modele, probabilite } from './regression.ts';
import type { Etiquette, Traits } from './traits.ts';

/** Probabilities given by the model to each pair of labels, by index: `equivalence[d][v]`. */
export type Decisions = ReturnType<typeof decider>;

/** Log-odds are clamped to this: beyond it, larger margins mean nothing more. */
const BORNE = 6;
const borner = (x: number): number => Math.max(-BORNE, Math.min(BORNE, x));

/** The two greatest values, from which the greatest of the others is known for any element. */
const deuxMeilleurs = (valeurs: readonly number[]): [number, number] => {
	let [premier, second] = [-BORNE, -BORNE];
	for (const v of valeurs)
		if (v > premier) [premier, second] = [v, premier];
		else if (v > second) second = v;
	return [premier, second];
};

/** Whether an official text maps two blocs, by their indexes. */
export const blocsOfficiels = (de: Referentiel, vers: Referentiel, liens: readonly LienBlocs[]) => {
	const rangs = new Set<string>();
	for (const lien of liens)
		for (const [i, d] of de.blocs.entries())
			for (const [j, v] of vers.blocs.entries())
				if (lien.de.includes(d.id) && lien.vers.includes(v.id)) rangs.add(`${i} ${j}`);
	return (i: number, j: number): boolean => rangs.has(`${i} ${j}`);
};

/** Similarity of each pair on its own, as log-odds. */
export const premieres = ({ paires }: Traits, { premiere }: Pick<Modele, 'premiere'>): number[][] =>
	paires.map((ligne) => ligne.map((traits) => borner(logCote(premiere, traits))));

/**
 * Features of each pair among all the others (see `TRAITS_RELATIFS`), and the similarity of the versions.
 * @param z log-odds given by `premieres`
 */
export const situer = (
	{ de, vers, paires }: Traits,
	z: readonly (readonly number[])[],
	officiels: (i: number, j: number) => boolean,
): { proximite: number; traits: number[][][] } => {
	const colonnes = vers.map((_, v) => z.map((ligne) => ligne[v] as number));
	const [lignesTop, colonnesTop] = [z.map(deuxMeilleurs), colonnes.map(deuxMeilleurs)];
	const tops = [...lignesTop, ...colonnesTop];
	const proximite = tops.reduce((somme, [premier]) => somme + probabilite(premier), 0) / (tops.length || 1);
	const accord = accordDesBlocs(de, vers, z, officiels);
	const sauf = ([premier, second]: [number, number], valeur: number) => (valeur === premier ? second : premier);
	return {
		proximite,
		traits: paires.map((ligne, d) =>
			ligne.map((traits, v) => {
				const s = z[d]?.[v] as number;
				const autreDe = sauf(lignesTop[d] as [number, number], s);
				const autreVers = sauf(colonnesTop[v] as [number, number], s);
				return [
					...traits,
					accord(de[d] as Etiquette, vers[v] as Etiquette),
					s - Math.max(autreDe, autreVers),
					proximite,
					Math.min(probabilite(autreDe), probabilite(autreVers)),
				];
			}),
		),
	};
};

/**
 * Agreement of two blocs, 0 to 1: sum of the probabilities of their pairs over the size of the smaller; 1 if official.
 */
const accordDesBlocs = (
	de: readonly Etiquette[],
	vers: readonly Etiquette[],
	z: readonly (readonly number[])[],
	officiels: (i: number, j: number) => boolean,
) => {
	const tailles = (cote: readonly Etiquette[]): number[] => {
		const comptes: number[] = [];
		for (const { blocs } of cote) for (const rang of blocs) comptes[rang] = (comptes[rang] ?? 0) + 1;
		return comptes;
	};
	const [taillesDe, taillesVers] = [tailles(de), tailles(vers)];
	const sommes: number[][] = [];
	for (const [d, a] of de.entries())
		for (const [v, b] of vers.entries()) {
			const p = probabilite(z[d]?.[v] as number);
			for (const i of a.blocs)
				for (const j of b.blocs) {
					sommes[i] ??= [];
					const ligne = sommes[i] as number[];
					ligne[j] = (ligne[j] ?? 0) + p;
				}
		}
	return (a: Etiquette, b: Etiquette): number => {
		let meilleur = 0;
		for (const i of a.blocs)
			for (const j of b.blocs) {
				const taille = Math.min(taillesDe[i] ?? 1, taillesVers[j] ?? 1);
				meilleur = Math.max(meilleur, officiels(i, j) ? 1 : Math.min(1, (sommes[i]?.[j] ?? 0) / taille));
			}
		return meilleur;
	};
};

export const decider = (traits: Traits, officiels: (i: number, j: number) => boolean, modele: Modele) => {
	const { proximite, traits: situes } = situer(traits, premieres(traits, modele), officiels);
	const cotes = situes.map((ligne) => ligne.map((t) => logCote(modele.equivalence, t)));
	return {
		/** Similarity of the two versions as a whole, 0 to 1. */
		proximite,
		equivalence: cotes.map((ligne) => ligne.map(probabilite)),
		/** Probability that they correspond or share a part. */
		apparentees: cotes.map((ligne) => ligne.map((z) => probabilite(logCote(modele.parente, [z, proximite])))),
	};
};
