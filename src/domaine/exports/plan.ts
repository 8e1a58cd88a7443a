import { adresse } from '../adresse.ts';
import type { Contenu } from './flux.ts';
import { comparaisonModifieeLe, modifieeLe, plusRecent } from './mentions.ts';

/** Pages that only rearrange the content of others: `noindex, follow`, and not in the sitemap. */
const HORS_PLAN = [
	/^\/recherche\/$/,
	/^\/titres\/[^/]+\/document\/$/,
	// The address of a title without a year leads to one of its versions.
	/^\/titres\/[a-z](?:(?!-\d{4}\/)[^/])*\/$/,
	/^\/(?:titres|lignees|comparer|competences|echeances)\/\d+\/$/,
	/^\/404\/?$/,
	/^\/404\.html$/,
	/^\/erreurs\/\d+\/$/,
];

/** Whether a page is in the sitemap. @param chemin path without the site's sub-path */
export const auPlan = (chemin: string): boolean => !HORS_PLAN.some((motif) => motif.test(chemin));

/** Pages that list the whole catalogue. */
const INDEX = [
	'/', '/titres/', '/lignees/', '/comparer/', '/competences/', '/echeances/', '/nouveautes/', '/donnees/', '/plan-du-site/',
]; // biome-ignore format: a list to read

/**
 * Dates of pages: the last dated change of their content, never the clock.
 * @returns a function from a path to a day, undefined if nothing dates that page
 */
export function datesDesPages({ versions, lignees, correspondances }: Contenu): (chemin: string) => string | undefined {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const parPaire = new Map(correspondances.map((c) => [`${c.de} ${c.vers}`, c]));
	const membres = (id: string) => versions.filter(({ lignee }) => lignee === id).map(modifieeLe);
	const deLignees = new Map(
		lignees.map(({ id, etatAu }) => [
			adresse.lignee(id),
			plusRecent([
				etatAu,
				...membres(id),
				...correspondances.filter(({ de }) => parId.get(de)?.lignee === id).map(({ reluLe }) => reluLe),
			]),
		]),
	);
	const catalogue = plusRecent([...versions.map(modifieeLe), ...deLignees.values()]);
	return (chemin) => {
		if (INDEX.includes(chemin)) return catalogue;
		if (deLignees.has(chemin)) return deLignees.get(chemin);
		const [, rubrique, premier = '', second = ''] = chemin.split('/');
		const [de, vers] = [parId.get(premier), parId.get(second)];
		if (rubrique === 'titres') return de && modifieeLe(de);
		if (rubrique === 'comparer' && de && vers)
			return comparaisonModifieeLe(de, vers, parPaire.get(`${de.id} ${vers.id}`));
		return undefined;
	};
}
