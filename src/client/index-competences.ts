import { lien } from '../adresse.ts';
import { genreDe } from '../domaine/etat-url/identifiant.ts';
import { eclaircir } from '../domaine/recherche/fiche.ts';

/** A competence found by its words, anywhere in the catalogue. */
export interface Trouvee {
	id: string;
	libelle: string;
	/** « TSSI 2013, CCP 2 » */
	situation: string;
}

interface Pagefind {
	init: () => Promise<void>;
	search: (
		terme: string,
		options: { filters: Record<string, string> },
	) => Promise<{ results: { data: () => Promise<{ url: string; meta: Record<string, string> }> }[] }>;
}

const LONGUEUR = 200;
const MAXIMUM = 20;
let moteur: Promise<Pagefind> | undefined;

/**
 * Competences that have the words of a query, by the index of the search page: the labels of the whole catalogue are
 * never loaded for it.
 * @returns the first ones, and how many there are
 */
export async function chercherCompetences(saisie: string): Promise<{ trouvees: Trouvee[]; total: number }> {
	const terme = eclaircir(saisie.slice(0, LONGUEUR));
	if (!terme) return { trouvees: [], total: 0 };
	moteur ??= import(/* @vite-ignore */ lien('/pagefind/pagefind.js')).then(async (pagefind: Pagefind) => {
		await pagefind.init();
		return pagefind;
	});
	moteur.catch(() => {
		moteur = undefined;
	});
	const { results } = await (await moteur).search(terme, { filters: { genre: 'Compétences' } });
	const lus = await Promise.all(results.slice(0, MAXIMUM).map((r) => r.data()));
	const prefixe = lien('/titres/');
	const trouvees = lus.flatMap(({ url, meta }) => {
		const id = url.startsWith(prefixe) ? url.slice(prefixe.length).replace(/\/$/, '') : '';
		return genreDe(id) === 'competence' ? [{ id, libelle: meta.title ?? id, situation: meta.situation ?? '' }] : [];
	});
	return { trouvees, total: results.length };
}
