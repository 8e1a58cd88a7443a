import { alea } from './alea.ts';
import { type Contexte, lignee } from './lignee.ts';
import type { Fonds } from './modele.ts';
import { vocabulaire } from './vocabulaire.ts';

/** Weights of the sizes of lineages: 900 held versions make some 420 lineages, and some 800 comparisons. */
const TAILLES = { '1': 35, '2': 30, '3': 20, '4': 15 };

/**
 * Generates the files to add to a real catalogue so that it holds `versions` versions. The same arguments give the same
 * bytes.
 * @param versions held versions in all, the real ones included
 * @returns content by path
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
