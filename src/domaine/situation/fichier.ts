import type { Lu } from '../etat-url/liste.ts';
import { type EtatMeSituer, lirePratique } from '../etat-url/pratique.ts';

const FORMAT = 'lignee/me-situer';
/** A file of ours has some ten thousand characters at most. */
const TAILLE = 500_000;

/** The file that one keeps, to take up one's answers again another day or on another device. */
export const ecrireFichier = ({ competences, titres, cibles }: EtatMeSituer): string =>
	`${JSON.stringify({ format: FORMAT, version: 1, competences, titres, cibles }, null, '\t')}\n`;

/** Reads such a file; nothing where it is not one. What it holds is not trusted more than an address. */
export function lireFichier(texte: string): Lu<EtatMeSituer> | undefined {
	const objet = texte.length <= TAILLE ? analyser(texte) : undefined;
	if (typeof objet !== 'object' || objet === null || !('format' in objet) || objet.format !== FORMAT) return undefined;
	const liste = (cle: string): string[] => {
		const valeur = cle in objet ? (objet as Record<string, unknown>)[cle] : [];
		return Array.isArray(valeur) ? valeur.map((v) => (typeof v === 'string' ? v : (JSON.stringify(v) ?? ''))) : [];
	};
	return lirePratique({ competences: liste('competences'), titres: liste('titres'), cibles: liste('cibles') });
}

function analyser(texte: string): unknown {
	try {
		return JSON.parse(texte);
	} catch {
		return undefined;
	}
}
