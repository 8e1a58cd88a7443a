import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Succession } from '../../schemas/lignee.ts';
import type { Comparaison } from '../comparaison/comparaison.ts';
import type { Version } from '../version.ts';

/** A comparison with both its versions and, where a file maps them, that file. */
export interface ComparaisonPlacee {
	de: Version;
	vers: Version;
	comparaison: Comparaison;
	correspondance?: Correspondance | undefined;
}

/**
 * Relations of one version with later ones. Each is published once, with the older side: a reader who loads the
 * files of both versions does not meet it twice.
 */
export interface Relations {
	/** Comparisons whose older side is this version. */
	comparaisons: readonly ComparaisonPlacee[];
	/** Successions that leave this version. */
	successions: readonly Succession[];
}
