import type { TitrePublie } from '../src/schemas/donnees/titre.ts';

/** Content that the hash of a published version covers: its keys without the hash itself, its day and its state. */
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
