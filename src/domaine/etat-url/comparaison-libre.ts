import { ecrireParametres, type Lu, lireIds, valeursDe } from './liste.ts';

/** Maximum number of columns that can be read side by side. */
export const VERSIONS_MAXIMUM = 4;

/** State of `/comparer/`, kept in the query since it reveals nothing about the reader. */
export interface ComparaisonLibre {
	versions: string[];
	/** Newest first, instead of oldest first. */
	inversee: boolean;
	differencesSeules: boolean;
}

/** Parses the query of `/comparer/`. Never throws. */
export function lireComparaisonLibre(requete: string): Lu<ComparaisonLibre> {
	const parametres = new URLSearchParams(requete);
	const { etat: versions, refus } = lireIds(valeursDe(parametres, 'titres'), 'version', VERSIONS_MAXIMUM);
	return {
		etat: {
			versions,
			inversee: parametres.get('ordre') === 'recente',
			differencesSeules: parametres.get('lignes') === 'differences',
		},
		refus,
	};
}

/** The query string of a state. Other parameters of `requete` are kept. @returns with its `?`, or empty */
export function ecrireComparaisonLibre(etat: ComparaisonLibre, requete = ''): string {
	const siens = {
		titres: etat.versions,
		ordre: etat.inversee ? 'recente' : undefined,
		lignes: etat.differencesSeules ? 'differences' : undefined,
	};
	const autres = new URLSearchParams(requete);
	for (const cle of Object.keys(siens)) autres.delete(cle);
	const tout = [ecrireParametres(siens), etat.versions.length ? autres.toString() : ''].filter(Boolean).join('&');
	return tout && `?${tout}`;
}
