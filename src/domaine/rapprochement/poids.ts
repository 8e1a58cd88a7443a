import type { Parametres } from './parametres.ts';
import type { Terme } from './termes.ts';

/** A term with what it weighs in its label. */
export type TermePese = Terme & { poids: number };

/** How rare a term is: from its share of the labels of the version that uses it most. */
export type Rarete = (cle: string) => number;

const parts = (etiquettes: readonly (readonly Terme[])[]): Map<string, number> => {
	const comptes = new Map<string, number>();
	for (const termes of etiquettes) for (const { cle } of termes) comptes.set(cle, (comptes.get(cle) ?? 0) + 1);
	return new Map([...comptes].map(([cle, n]) => [cle, n / etiquettes.length]));
};

/**
 * Rarity within the two versions only, so that adding a title to the catalogue never changes another page. The larger
 * of the two shares is taken: a term that one version has and the other lacks must not weigh more for being lost.
 */
export const rarete = (
	de: readonly (readonly Terme[])[],
	vers: readonly (readonly Terme[])[],
	{ plancherIdf }: Parametres,
): Rarete => {
	const [partsDe, partsVers] = [parts(de), parts(vers)];
	return (cle) => plancherIdf - Math.log(Math.max(partsDe.get(cle) ?? 0, partsVers.get(cle) ?? 0, 1e-3));
};

/** Terms with their weights: rarity, less for verbs, circumstances and words that say little. */
export const peser = (termes: readonly Terme[], rarete: Rarete, p: Parametres): TermePese[] =>
	termes.map((terme) => ({ ...terme, poids: rarete(terme.cle) * facteur(terme, p) }));

const facteur = ({ role, generique }: Terme, p: Parametres): number => {
	if (role === 'verbe') return generique ? p.verbeGenerique : p.verbe;
	return (role === 'complement' ? p.complement : 1) * (generique ? p.generique : 1);
};
