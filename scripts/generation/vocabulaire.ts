import { estInfinitif } from '../../src/domaine/texte/infinitif.ts';
import { majuscule } from '../../src/domaine/texte/phrase.ts';
import type { Alea } from './alea.ts';
import type { Fonds } from './modele.ts';

/** Words that generated labels are made of, all from the real labels and the lexicon. */
export interface Vocabulaire {
	/** « Suivre et optimiser » */
	verbes: string[];
	/** « les performances » */
	objets: string[];
	/** « suite à un incident d’exploitation » */
	complements: string[];
	/** Groups of synonyms, in the order of the lexicon, so that neighbours belong to one trade. */
	termes: string[][];
	/** Labels that titles of any trade share. */
	communs: string[];
}

/** One trade: a few verbs, and terms that are neighbours in the lexicon. */
export type Metier = { verbes: string[]; termes: string[][] };

const PREPOSITION = /\s(?=(?:de|des|du|d[’']|à|aux?|en|sur|pour|dans|suite|sous|avec)(?:\s|\S{3}))/;
const ARTICLE = /^(?:les?|la|un|une|des|leurs?|sa|son|ses|l[’'])/;

/** Splits the real labels into reusable parts. */
export function vocabulaire({ modeles, lexique }: Fonds): Vocabulaire {
	const libelles = modeles
		.flatMap(({ version }) => version.blocs.flatMap(({ competences }) => competences))
		.map(({ libelle }) => libelle.replace(/\.$/, ''));
	const pieces = libelles.map(decomposer);
	const termes = lexique.map((entree) => entree.termes.filter((t) => !t.split(/\s/).some(estInfinitif)));
	return {
		verbes: uniques([
			...pieces.map(({ verbe }) => verbe),
			...lexique.flatMap((entree) => entree.termes.filter((t) => /^\S+$/.test(t) && estInfinitif(t)).map(majuscule)),
		]),
		objets: uniques(pieces.map(({ objet }) => objet)).filter((o) => ARTICLE.test(o)),
		complements: uniques(pieces.map(({ complement }) => complement)).filter((c) => c.length > 12),
		termes: termes.filter((t) => t.length > 0),
		communs: uniques(libelles.filter((l) => /veille|anglais/i.test(l))),
	};
}

/** Draws a random trade from the vocabulary. */
export function metier(mots: Vocabulaire, a: Alea): Metier {
	const debut = a.entier(0, mots.termes.length - 10);
	return { verbes: a.plusieurs(mots.verbes, 14), termes: mots.termes.slice(debut, debut + 10) };
}

/** Splits a label into its infinitives (one or several), its object, and the rest. */
function decomposer(libelle: string): { verbe: string; objet: string; complement: string } {
	const mots = libelle.split(' ');
	let n = 1;
	while (n < mots.length) {
		const lien = /^(et|ou)$/.test(mots[n] ?? '') ? 1 : 0;
		if (!estInfinitif(mots[n + lien] ?? '')) break;
		n += lien + 1;
	}
	const reste = mots.slice(n).join(' ');
	const coupe = reste.search(PREPOSITION);
	return {
		verbe: mots.slice(0, n).join(' ').replace(/,$/, ''),
		objet: coupe === -1 ? reste : reste.slice(0, coupe),
		complement: coupe === -1 ? '' : reste.slice(coupe + 1),
	};
}

const uniques = (liste: readonly string[]): string[] => [...new Set(liste)];
