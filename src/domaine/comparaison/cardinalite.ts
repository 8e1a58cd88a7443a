import type { Nature } from '../../schemas/correspondance.ts';
import { memeLibelle } from '../texte/normaliser.ts';

/**
 * Number of distinct labels that each nature joins, older side first; `n` is two or more. Copies of a label count once.
 */
export const CARDINALITES: Record<Nature, string> = {
	identique: '1-1',
	reformulee: '1-1',
	scindee: '1-n',
	fusionnee: 'n-1',
	recomposee: 'n-n',
	'sans-suite': '1-0',
	nouvelle: '0-1',
};

/** Groups competences that have the same label, typography set aside, in order of first occurrence. */
export const libellesDistincts = <C extends { libelle: string }>(competences: readonly C[]): C[][] => {
	const groupes: C[][] = [];
	for (const competence of competences) {
		const groupe = groupes.find(([premiere]) => premiere && memeLibelle(premiere.libelle, competence.libelle));
		if (groupe) groupe.push(competence);
		else groupes.push([competence]);
	}
	return groupes;
};

const compte = (n: number): string => (n > 1 ? 'n' : String(n));

/** Number of distinct labels on each side, in the notation of `CARDINALITES`: `1-1`, `n-1`, `0-1`… */
export const cardinalite = (de: number, vers: number): string => `${compte(de)}-${compte(vers)}`;

/** Whether a nature allows these numbers of distinct labels. */
export const admet = (nature: Nature, de: number, vers: number): boolean =>
	CARDINALITES[nature] === cardinalite(de, vers);

/** The nature for these numbers of distinct labels, if the labels are not the same. */
export const natureDe = (de: number, vers: number): Nature | undefined =>
	(Object.keys(CARDINALITES) as Nature[]).find((nature) => nature !== 'identique' && admet(nature, de, vers));
