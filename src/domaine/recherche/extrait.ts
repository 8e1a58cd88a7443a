import { accord, ensemble } from './mots.ts';

/** A stretch of text as it is printed, and whether a query asked for it. */
export interface Passage {
	texte: string;
	marque: boolean;
}

/** Letters that an excerpt shows at most, about. */
const LONGUEUR = 240;
/** Of which so many before the first word that is marked. */
const AVANT = 70;

/** A word as the page shows it: elided articles stay outside, and a hyphen joins. */
const MOT = /[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu;

/** The text, cut where a word answers the query. */
export function marquer(texte: string, mots: readonly string[]): Passage[] {
	const passages: Passage[] = [];
	let lu = 0;
	for (const trouve of texte.matchAll(MOT)) {
		const siens = ensemble(trouve[0]);
		if (!mots.some((mot) => accord(mot, siens) > 0)) continue;
		if (trouve.index > lu) passages.push({ texte: texte.slice(lu, trouve.index), marque: false });
		lu = trouve.index + trouve[0].length;
		passages.push({ texte: trouve[0], marque: true });
	}
	if (lu < texte.length) passages.push({ texte: texte.slice(lu), marque: false });
	return passages;
}

/**
 * The paragraph that answers most of a query, word for word, cut between two words where it is long.
 * @param texte a line for each paragraph
 */
export function extrait(texte: string, mots: readonly string[]): Passage[] {
	const [meilleur = ''] = texte
		.split('\n')
		.map((paragraphe) => {
			const siens = ensemble(paragraphe);
			return { paragraphe, note: mots.reduce((somme, mot) => somme + accord(mot, siens), 0) };
		})
		.sort((a, b) => b.note - a.note)
		.map(({ paragraphe }) => paragraphe);
	const premier = marquer(meilleur, mots);
	const position = premier[0]?.marque ? 0 : (premier[0]?.texte.length ?? 0);
	const debut = meilleur.length <= LONGUEUR || position < AVANT ? 0 : meilleur.indexOf(' ', position - AVANT) + 1;
	const limite = debut + LONGUEUR;
	const fin = meilleur.length <= limite ? meilleur.length : meilleur.lastIndexOf(' ', limite);
	const coupe = meilleur.slice(debut, fin <= debut ? limite : fin);
	return marquer(`${debut > 0 ? '… ' : ''}${coupe}${debut + coupe.length < meilleur.length ? ' …' : ''}`, mots);
}
