import type { Parametres } from './parametres.ts';
import type { Terme } from './termes.ts';

/** A term with what it weighs in its label. */
export type TermePese = Terme & { poids: number };

/** How rare a term is in two versions, from 0. */
export type Rarete = (cle: string) => number;

/** Share of the labels of one version that use each term. */
const parts = (libelles: readonly (readonly Terme[])[]): Map<string, number> => {
	const comptes = new Map<string, number>();
	for (const termes of libelles) for (const { cle } of termes) comptes.set(cle, (comptes.get(cle) ?? 0) + 1);
	return new Map([...comptes].map(([cle, n]) => [cle, n / libelles.length]));
};

/**
 * Rarity within the two versions only, so that adding a title to the catalogue never changes another page. The larger
 * of the two shares is taken: a term that one version has and the other lacks must not weigh more for being lost.
 */
export const rarete = (
	de: readonly (readonly Terme[])[],
	vers: readonly (readonly Terme[])[],
	{ plancherRarete }: Parametres,
): Rarete => {
	const [partsDe, partsVers] = [parts(de), parts(vers)];
	return (cle) => plancherRarete - Math.log(Math.max(partsDe.get(cle) ?? 0, partsVers.get(cle) ?? 0) || 1);
};

/** Terms with their weights: rarity, less for verbs, circumstances, further objects and words that say little. */
export const peser = (termes: readonly Terme[], rarete: Rarete, p: Parametres): TermePese[] => {
	let objets = 0;
	return termes.map((terme) => {
		const rang = terme.role === 'objet' ? p.declin ** objets++ : 1;
		return { ...terme, poids: rarete(terme.cle) * rang * facteur(terme, p) };
	});
};

const facteur = ({ role, generique }: Terme, p: Parametres): number => {
	if (role === 'verbe') return generique ? p.verbeGenerique : p.verbe;
	return (role === 'complement' ? p.complement : 1) * (generique ? p.generique : 1);
};
