import type { Lexique } from '../../schemas/lexique.ts';
import { distance } from '../texte/distance.ts';
import { replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { accord, ensemble, motsDe } from './mots.ts';

/** `/pagefind/vocabulaire.json`: loaded when a search has no result, to explain why and suggest queries. */
export interface Vocabulaire {
	/** Every searchable word once, in its most frequent spelling; the most frequent words first. */
	mots: string[];
	/** Lists of phrases of the lexicon that mean the same. */
	synonymes: string[][];
}

export function vocabulaire(contenus: Iterable<string>, lexique: Lexique): Vocabulaire {
	const formes = new Map<string, Map<string, number>>();
	for (const contenu of contenus)
		for (const mot of motsDe(contenu)) {
			const ecrit = mot === mot.toUpperCase() ? mot : mot.toLowerCase();
			const siennes = formes.get(replierMot(mot)) ?? new Map<string, number>();
			formes.set(replierMot(mot), siennes.set(ecrit, (siennes.get(ecrit) ?? 0) + 1));
		}
	const mots = [...formes.values()].map((siennes) => {
		const [[forme] = ['']] = [...siennes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
		return { forme, frequence: [...siennes.values()].reduce((somme, n) => somme + n, 0) };
	});
	mots.sort((a, b) => b.frequence - a.frequence || (a.forme < b.forme ? -1 : 1));
	return { mots: mots.map(({ forme }) => forme), synonymes: lexique.map(({ termes }) => termes) };
}

/** Words of a query that are in no text. */
export function absents(mots: readonly string[], { mots: connus }: Vocabulaire): string[] {
	const ceux = ensemble(connus.join(' '));
	return mots.filter((mot) => accord(mot, ceux) === 0);
}

/** Whether the catalogue spells a word in capitals: « tssr », but no number. */
export const estSigle = (mot: string, { mots: connus }: Vocabulaire): boolean => {
	const plie = replierMot(mot);
	return connus.some((connu) => replierMot(connu) === plie && /^(?=.*\p{L}.*\p{L})[^\p{Ll}\d]+$/u.test(connu));
};

/** Maximum edit distance for a correction, by length: short words have too many neighbours. */
const tolerance = (mot: string): number => (mot.length < 4 ? 0 : mot.length < 6 ? 1 : 2);

/** Closest known words to an unknown one, three at most, the most frequent first. Words with digits are ignored. */
export function voisins(mot: string, { mots: connus }: Vocabulaire): string[] {
	const plie = replierMot(mot);
	if (/\d/.test(plie)) return [];
	const proches = connus
		.filter((connu) => connu.length > 2 && !/\d/.test(connu))
		.map((connu) => ({ connu, distance: distance(plie, replierMot(connu), tolerance(plie)) }))
		.filter((proche) => proche.distance <= tolerance(plie));
	const moindre = Math.min(...proches.map((proche) => proche.distance));
	const retenus = proches.filter((proche) => proche.distance === moindre).map(({ connu }) => connu);
	// « réseau » and « réseaux » count as one correction.
	return retenus.filter((connu, i) => retenus.findIndex((autre) => racine(autre) === racine(connu)) === i).slice(0, 3);
}

/** A phrase of a query, and a synonym of it in the lexicon. */
export interface Equivalent {
	de: string;
	vers: string;
	/** The query with the synonym: as text (`demande`), and as words (`mots`). */
	demande: string;
	mots: string[];
}

/** Queries in which a phrase is replaced by a synonym of the lexicon. */
export function equivalents(mots: readonly string[], { synonymes }: Vocabulaire): Equivalent[] {
	const racines = mots.map(racine);
	return synonymes.flatMap((termes) =>
		termes.flatMap((terme) => {
			const siennes = motsDe(terme).map(racine);
			const debut = racines.findIndex((_, i) => siennes.every((r, j) => racines[i + j] === r));
			if (debut < 0 || !siennes.length) return [];
			const fin = debut + siennes.length;
			const [avant, apres] = [mots.slice(0, debut), mots.slice(fin)];
			const gardes = new Set([...racines.slice(0, debut), ...racines.slice(fin)]);
			return termes
				.filter((autre) => autre !== terme)
				.map((autre) => {
					// « annuaire ldap » becomes « annuaire », not « annuaire annuaire ».
					const deja = motsDe(autre).every((mot) => gardes.has(racine(mot)));
					return {
						de: mots.slice(debut, fin).join(' '),
						vers: autre,
						demande: [...avant, ...(deja ? [] : [autre]), ...apres].join(' '),
						mots: [...avant, ...(deja ? [] : motsDe(autre)), ...apres],
					};
				});
		}),
	);
}
