import { z } from 'zod';

/**
 * Schema of a text of bounded length. A longer text is the result of a bad paste and would break the page; it is
 * refused, never cut.
 * @param maximum length in UTF-16 code units
 * @param vide message for an empty text
 */
export const texte = (maximum: number, vide = 'texte vide ; l’écrire, ou retirer ce champ') =>
	z
		.string()
		.trim()
		.min(1, vide)
		.max(maximum, `texte de plus de ${maximum} signes ; le couper là où le document le coupe`);

/** A label of a document. The longest known one, among those of the ministry, has fewer than 700 characters. */
export const libelle = texte(2000, 'libellé vide ; l’écrire, ou retirer son tiret');
/** A title: of a version, of a bloc, of a source. */
export const intitule = texte(500, 'intitulé vide ; le recopier du document');
