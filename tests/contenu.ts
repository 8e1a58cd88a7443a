import type { TitrePublie } from '../src/schemas/donnees/titre.ts';

/** What the hash of a published version is made of: its keys without the hash itself, its day and its status. */
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
