import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Version } from '../version.ts';

type Datee = Pick<Version, 'ajouteeLe' | 'changements' | 'etat'>;

export const plusRecent = (jours: readonly (string | undefined)[]): string | undefined =>
	jours
		.filter((jour) => jour !== undefined)
		.sort()
		.at(-1);

/**
 * Day of the last dated change of a version; if it has none, the day of the facts of its lineage. Never the clock: two
 * builds of one catalogue must be identical.
 */
export const modifieeLe = ({ ajouteeLe, changements, etat }: Datee): string | undefined =>
	plusRecent([ajouteeLe, ...(changements ?? []).map(({ le }) => le)]) ?? etat.etatAu;

/** Day of the last dated change of a comparison: of either version, or of its reading. */
export const comparaisonModifieeLe = (
	de: Datee,
	vers: Datee,
	correspondance: Pick<Correspondance, 'reluLe'> | undefined,
): string | undefined => plusRecent([modifieeLe(de), modifieeLe(vers), correspondance?.reluLe]);
