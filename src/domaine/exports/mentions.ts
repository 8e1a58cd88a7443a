import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Succession } from '../../schemas/lignee.ts';
import type { Sources } from '../../schemas/source.ts';
import type { Comparaison } from '../comparaison/comparaison.ts';
import { citees } from '../fait.ts';
import type { Version } from '../version.ts';

/** Licence of the data. It does not cover the official texts, which are public acts. */
export const LICENCE = {
	nom: 'Licence MIT',
	url: 'https://spdx.org/licenses/MIT.html',
	texte:
		'Les lectures, la mise en forme et le code de Lignée sont sous licence MIT : réutilisation libre, en gardant la mention de l’auteur. Les textes officiels reproduits sont des actes publics, qui ne sont pas les nôtres ; citez-les d’abord, et gardez son statut à chaque correspondance.',
} as const;

/** Author of the reproduced documents, and publisher of the site. */
export const AUTORITE = 'Ministère chargé de l’emploi';
export const EDITEUR = 'Lignée (site non officiel)';

/**
 * The sources of a version: those that its facts and rules cite, and the documents of its text. A known version shares
 * the sources of its lineage's file, some of which do not concern it.
 */
export function sourcesCitees(version: Version): Sources {
	const siennes = citees(version);
	const garder = ([cle, { document }]: [string, Sources[string]]) => siennes.has(cle) || document !== undefined;
	return Object.fromEntries(Object.entries(version.sources).filter(garder));
}

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
