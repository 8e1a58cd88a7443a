/** Where an item of CBOR (RFC 8949) stands in the bytes that were read. */
export interface Tranche {
	debut: number;
	fin: number;
}

const TEXTE = 3;
const TABLEAU = 4;

/**
 * Where each element of an array stands.
 * @param debut of the array
 * @throws where another thing stands there
 */
export function elements(octets: Buffer, debut: number): Tranche[] {
	const { type, valeur, suite } = tete(octets, debut);
	if (type !== TABLEAU) throw new Error('CBOR : tableau attendu');
	const tranches: Tranche[] = [];
	for (let i = suite; tranches.length < valeur; ) {
		const fin = finDe(octets, i);
		tranches.push({ debut: i, fin });
		i = fin;
	}
	return tranches;
}

/** An array of these elements. */
export const ecrireTableau = (elements: readonly Uint8Array[]): Buffer =>
	Buffer.concat([ecrireTete(TABLEAU, elements.length), ...elements]);

/** @throws where another thing than a text stands there */
export function lireTexte(octets: Buffer, { debut, fin }: Tranche): string {
	const { type, suite } = tete(octets, debut);
	if (type !== TEXTE) throw new Error('CBOR : texte attendu');
	return octets.toString('utf8', suite, fin);
}

export function ecrireTexte(texte: string): Buffer {
	const octets = Buffer.from(texte);
	return Buffer.concat([ecrireTete(TEXTE, octets.length), octets]);
}

/** The shortest form of a major type and its argument, up to 65,535. */
function ecrireTete(type: number, valeur: number): Buffer {
	const haut = type << 5;
	if (valeur < 24) return Buffer.of(haut | valeur);
	if (valeur < 2 ** 8) return Buffer.of(haut | 24, valeur);
	if (valeur < 2 ** 16) return Buffer.of(haut | 25, valeur >> 8, valeur & 255);
	throw new Error(`CBOR : ${valeur} éléments ou octets, plus que prévu`);
}

function finDe(octets: Buffer, debut: number): number {
	const { type, valeur, suite } = tete(octets, debut);
	if (type < 2) return suite;
	if (type <= TEXTE) return suite + valeur;
	return elements(octets, debut).at(-1)?.fin ?? suite;
}

/** First bytes of an item: its major type and its argument. Pagefind writes no item of indefinite length. */
function tete(octets: Buffer, i: number): { type: number; valeur: number; suite: number } {
	const premier = octets.readUInt8(i);
	const [type, bas] = [premier >> 5, premier & 31];
	if (bas < 24) return { type, valeur: bas, suite: i + 1 };
	const longueur = { 24: 1, 25: 2, 26: 4 }[bas];
	if (!longueur) throw new Error('CBOR : forme inattendue');
	return { type, valeur: octets.readUIntBE(i + 1, longueur), suite: i + 1 + longueur };
}
