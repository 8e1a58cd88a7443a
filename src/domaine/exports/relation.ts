import type { Succession } from '../../schemas/lignee.ts';
import type { Comparaison } from '../comparaison/comparaison.ts';
import type { Version } from '../version.ts';

export type ComparaisonPlacee = { de: Version; vers: Version; comparaison: Comparaison };

/**
 * Relations of a version with later ones. Each is published once, with the older side, so that a reader who loads the
 * files of both versions does not get it twice.
 */
export interface Relations {
	/** Comparisons in which this version is the older one. */
	comparaisons: readonly ComparaisonPlacee[];
	/** Successions that start from this version. */
	successions: readonly Succession[];
}
