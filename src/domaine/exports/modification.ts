import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Version } from '../version.ts';

type Datee = Pick<Version, 'ajouteeLe' | 'changements' | 'etat'>;

export const plusRecent = (jours: readonly (string | undefined)[]): string | undefined =>
	jours
		.filter((jour) => jour !== undefined)
		.sort()
		.at(-1);

/**
 * Day of the last dated change of a version in the catalogue. A version that gives none takes the day on which the
 * facts of its lineage were gathered. Never the clock's: two builds of one catalogue are the same, byte for byte.
 */
export const modifieeLe = ({ ajouteeLe, changements, etat }: Datee): string | undefined =>
	plusRecent([ajouteeLe, ...(changements ?? []).map(({ le }) => le)]) ?? etat.etatAu;

/** Day of the last dated change of a comparison: of either version, or of the reading between them. */
export const comparaisonModifieeLe = (
	de: Datee,
	vers: Datee,
	correspondance: Pick<Correspondance, 'reluLe'> | undefined,
): string | undefined => plusRecent([modifieeLe(de), modifieeLe(vers), correspondance?.reluLe]);
