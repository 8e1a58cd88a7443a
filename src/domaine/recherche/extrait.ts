import { accord, ensemble } from './mots.ts';

/** A piece of text, and whether it matches the query. */
export type Passage = { texte: string; marque: boolean };

/** Maximum length of an excerpt in characters, approximately. */
const LONGUEUR = 240;
/** Maximum number of characters before the first match. */
const AVANT = 70;

/** A word as printed: without elided article, with hyphens, and with the letter of an NSF code (« 326 r »). */
const MOT = /(?<![\p{L}\p{N}])\d{3}\s[a-z](?![\p{L}\p{N}'’])|[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu;

/** Splits a text at the words that match the query. */
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
 * Excerpt of the paragraph that best matches the query, cut between words if it is long.
 * @param texte one paragraph a line
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
	const position = meilleur.length <= LONGUEUR ? 0 : meilleurePlace(marquer(meilleur, mots), mots);
	const debut = position < AVANT ? 0 : meilleur.indexOf(' ', position - AVANT) + 1;
	const limite = debut + LONGUEUR;
	const fin = meilleur.length <= limite ? meilleur.length : meilleur.lastIndexOf(' ', limite);
	const coupe = meilleur.slice(debut, fin <= debut ? limite : fin);
	return marquer(`${debut > 0 ? '… ' : ''}${coupe}${debut + coupe.length < meilleur.length ? ' …' : ''}`, mots);
}

/** Position of the first match among those followed by the most distinct words of the query. */
function meilleurePlace(passages: readonly Passage[], mots: readonly string[]): number {
	const places: { position: number; repondus: number[] }[] = [];
	let position = 0;
	for (const { texte, marque } of passages) {
		const siens = ensemble(texte);
		if (marque) places.push({ position, repondus: mots.flatMap((mot, i) => (accord(mot, siens) > 0 ? i : [])) });
		position += texte.length;
	}
	const suivent = (depuis: number) =>
		new Set(
			places
				.filter((place) => place.position >= depuis && place.position < depuis + LONGUEUR - AVANT)
				.flatMap(({ repondus }) => repondus),
		).size;
	const notes = places.map((place) => ({ ...place, note: suivent(place.position) }));
	const plus = Math.max(...notes.map(({ note }) => note));
	return notes.find(({ note }) => note === plus)?.position ?? 0;
}
