import { lien } from '../adresse.ts';
import { genreDe } from '../domaine/etat-url/identifiant.ts';
import { eclaircir } from '../domaine/recherche/fiche.ts';
import { interroger } from './pagefind.ts';

/** A competence found by its words, anywhere in the catalogue. */
export interface Trouvee {
	id: string;
	libelle: string;
	/** « TSSI 2013, CCP 2 » */
	situation: string;
}

const LONGUEUR = 200;
const MAXIMUM = 20;

/**
 * Competences that have the words of a query, by the index of the search page: the labels of the whole catalogue are
 * never loaded for it.
 * @returns the first ones, and how many there are
 */
export async function chercherCompetences(saisie: string): Promise<{ trouvees: Trouvee[]; total: number }> {
	const terme = eclaircir(saisie.slice(0, LONGUEUR));
	if (!terme) return { trouvees: [], total: 0 };
	const { results } = await interroger(terme, { genre: 'Compétences' });
	const lus = await Promise.all(results.slice(0, MAXIMUM).map((r) => r.data()));
	const prefixe = lien('/titres/');
	const trouvees = lus.flatMap(({ url, filters }) => {
		const id = url.startsWith(prefixe) ? url.slice(prefixe.length).replace(/\/$/, '') : '';
		return genreDe(id) === 'competence'
			? [{ id, libelle: filters.libelle?.[0] ?? id, situation: filters.situation?.[0] ?? '' }]
			: [];
	});
	return { trouvees, total: results.length };
}
