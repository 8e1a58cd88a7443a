import { type Etiquette, lireEtiquette } from './etiquette.ts';
import type { Ligne } from './ligne.ts';

/**
 * Running headers and footers, and leftovers of a copied Légifrance page. They are separated from the text and listed.
 */
const FORMES: readonly RegExp[] = [
	/^(?:page\s*:?\s*)?\d{1,3}\s*(?:\/|sur|\|)\s*\d{1,3}$/iu,
	/^page\s*\d{1,3}$/iu,
	/^\d{1,3}\s*[-–]?$/u,
	/^.{0,80}\bpage\s*\d{1,3}\s*(?:\/|sur)\s*\d{1,3}$/iu,
	/^[^\p{Ll}]{0,80}[-–—|]\s*\d{1,3}\s*\/\s*\d{1,3}$/u,
	// Printed by a browser: address and page below, day, hour and title above.
	/^https?:\/\/\S+(?:\s+\d{1,3}\s*\/\s*\d{1,3})?$/iu,
	/^\d{1,2}\/\d{1,2}\/\d{2,4},?\s+\d{1,2}:\d{2}(?:\s.{0,120})?$/u,
	/^journal officiel de la république française(?:\s*[–—-]?\s*n°.*)?$/iu,
	/^(?:\d{1,2}(?:er)?\s+\p{L}+\s+\d{4}\s+)?journal officiel de la république française(?:\s+texte \d+ sur \d+)?$/iu,
	/^(?:\d{1,2}(?:er)?\s+\p{L}+\s+\d{4}\s*[-–—,]?\s+)?texte \d+ sur \d+$/iu,
	/^[-–—]\s*\d{1,3}\s*[-–—]$/u,
	/^JORF n°.{0,60}$/u,
	/^version (?:en vigueur|consolidée)(?: depuis le| du| au)? \d/iu,
	/^(?:créé|modifié|abrogé|annexe (?:créée|modifiée)) par (?:l['’])?arrêté (?:n°|du)/iu,
	/^(?:naviguer dans le sommaire|accéder à la version (?:consolidée|initiale)|copier (?:le texte|le lien)|imprimer|replier|déplier|retourner en haut de la page|chronolégi|informations sur cet? article|liens relatifs|extrait du journal officiel électronique.*)$/iu,
];

/** Labels whose value may be a number alone on the next line: « Niveau : », then « 3 ». */
const NOMBRES: ReadonlySet<Etiquette> = new Set(['niveau', 'nsf', 'rome']);

/** A day alone on its line: a running header only if such a line is next to it. */
const JOUR = /^\d{1,2}(?:er)?\s+\p{L}+\s+\d{4}$/u;

export const estEntete = (ligne: Ligne, avant?: Ligne, apres?: Ligne): boolean => {
	if (ligne.tableau) return false;
	const courante = (l?: Ligne) => l !== undefined && FORMES.some((forme) => forme.test(l.texte));
	if (JOUR.test(ligne.texte)) return courante(avant) || courante(apres);
	if (!courante(ligne)) return false;
	const etiquette = avant && /^\d+$/u.test(ligne.texte) ? lireEtiquette(avant.texte) : null;
	return !(etiquette?.seule && NOMBRES.has(etiquette.etiquette));
};
