import { alea } from './alea.ts';
import { type Contexte, lignee } from './lignee.ts';
import type { Fonds } from './modele.ts';
import { vocabulaire } from './vocabulaire.ts';

/** Sizes of lineages out of one hundred: some 420 of them, and some 800 comparisons, for 900 held versions. */
const TAILLES = { '1': 35, '2': 30, '3': 20, '4': 15 };

/**
 * The files to add to a real catalogue so that it holds so many versions, by path. The same demand gives the same
 * bytes: nothing is drawn but from the seed.
 * @param versions held versions in all, the real ones included
 */
export function engendrer(fonds: Fonds, versions: number, graine = 1): Map<string, string> {
	const fichiers = new Map<string, string>();
	const a = alea(graine);
	const contexte: Contexte = { fonds, mots: vocabulaire(fonds), sigles: new Set(fonds.sigles), rang: 0 };
	for (let reste = versions - fonds.modeles.length; reste > 0; ) {
		const taille = Math.min(reste, Number(a.pese(TAILLES)));
		for (const [chemin, texte] of lignee(taille, contexte, a)) fichiers.set(chemin, texte);
		reste -= taille;
	}
	return fichiers;
}
