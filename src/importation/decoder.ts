import { type Decode, decoder as decoderTexte, NonTexte } from '../domaine/texte/decoder.ts';
import { Refus } from './refus.ts';

/** Decodes the bytes of a document. Throws `Refus` if they are not text. */
export const decoder = (octets: Uint8Array): Decode => {
	try {
		return decoderTexte(octets);
	} catch (erreur) {
		throw erreur instanceof NonTexte ? new Refus(erreur.message) : erreur;
	}
};
