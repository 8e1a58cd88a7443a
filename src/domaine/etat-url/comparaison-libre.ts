import { type Lu, lireIds, parties } from './liste.ts';

/** More than four columns cannot be read side by side. */
export const VERSIONS_MAXIMUM = 4;

/** State of `/comparer/`, in the query: it says nothing of the reader. */
export interface ComparaisonLibre {
	versions: string[];
	/** Newest first, instead of oldest first. */
	inversee: boolean;
	differencesSeules: boolean;
}

/** Reads the query of `/comparer/`; never throws, whatever it holds. */
export function lireComparaisonLibre(requete: string): Lu<ComparaisonLibre> {
	const parametres = new URLSearchParams(requete);
	const { etat: versions, refus } = lireIds(parametres.getAll('titres').flatMap(parties), 'version', VERSIONS_MAXIMUM);
	return {
		etat: {
			versions,
			inversee: parametres.get('ordre') === 'recente',
			differencesSeules: parametres.get('lignes') === 'differences',
		},
		refus,
	};
}

/**
 * The query that restores a state; filters and whatever else stood in the query stay.
 * @returns with its `?`, or empty
 */
export function ecrireComparaisonLibre(etat: ComparaisonLibre, requete = ''): string {
	const parametres = new URLSearchParams(requete);
	parametres.delete('titres');
	parametres.delete('ordre');
	parametres.delete('lignes');
	const autres = parametres.toString();
	const siennes = [
		etat.versions.length ? `titres=${etat.versions.join(',')}` : '',
		etat.inversee ? 'ordre=recente' : '',
		etat.differencesSeules ? 'lignes=differences' : '',
	].filter(Boolean);
	const tout = [...siennes, ...(autres && etat.versions.length ? [autres] : [])].join('&');
	return tout && `?${tout}`;
}
