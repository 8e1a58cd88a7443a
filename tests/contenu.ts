import type { TitrePublie } from '../src/schemas/donnees/titre.ts';

/** The part of a published version that its hash covers: all but the hash itself, its day and its state. */
export function contenuDe({
	empreinte: _,
	modifieLe: __,
	statut: ___,
	statutCertitude: ____,
	aVerifier: _____,
	etat: ______,
	...contenu
}: TitrePublie) {
	return contenu;
}
