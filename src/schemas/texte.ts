import { z } from 'zod';

/**
 * A text of the catalogue, of bounded length: beyond, a paste went wrong, and no page would show it well. Texts are
 * refused, never cut.
 * @param maximum in signs
 * @param vide what to say of an empty one
 */
export const texte = (maximum: number, vide = 'texte vide ; l’écrire, ou retirer ce champ') =>
	z
		.string()
		.trim()
		.min(1, vide)
		.max(maximum, `texte de plus de ${maximum} signes ; le couper là où le document le coupe`);

/** A label of the documents. The longest that was met in those of the ministry has less than 700 signs. */
export const libelle = texte(2000, 'libellé vide ; l’écrire, ou retirer son tiret');
/** A title: of a version, of a bloc, of a source. */
export const intitule = texte(500, 'intitulé vide ; le recopier du document');
