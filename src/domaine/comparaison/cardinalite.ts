import type { Nature } from '../../schemas/correspondance.ts';

/**
 * How many competences each nature joins, `[older side, newer side]`; `n` is two or more. `identique` also allows
 * several older labels that say the same.
 */
export const CARDINALITES: Record<Nature, readonly string[]> = {
	identique: ['1-1', 'n-1', '1-n', 'n-n'],
	reformulee: ['1-1'],
	scindee: ['1-n'],
	fusionnee: ['n-1'],
	recomposee: ['n-n'],
	'sans-suite': ['1-0'],
	nouvelle: ['0-1'],
};

const compte = (n: number): string => (n > 1 ? 'n' : String(n));

/** How many competences stand on each side, in the writing of `CARDINALITES`: `1-1`, `n-1`, `0-1`… */
export const cardinalite = (de: number, vers: number): string => `${compte(de)}-${compte(vers)}`;

/** Whether a nature may join so many competences. */
export const admet = (nature: Nature, de: number, vers: number): boolean =>
	CARDINALITES[nature].includes(cardinalite(de, vers));

/** The natures, `identique` apart, by what they join; each stands for one cardinality. */
const NATURES: Record<string, Nature> = {
	'1-1': 'reformulee',
	'1-n': 'scindee',
	'n-1': 'fusionnee',
	'n-n': 'recomposee',
	'1-0': 'sans-suite',
	'0-1': 'nouvelle',
};

/** What to call a correspondence of competences whose labels are not the same. */
export const natureDe = (de: number, vers: number): Nature | undefined => NATURES[cardinalite(de, vers)];
