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

/** An array that stands in these bytes, with other elements in the place of its own, which must be as many. */
export const remplacer = (octets: Buffer, { debut }: Pick<Tranche, 'debut'>, par: readonly Uint8Array[]): Buffer =>
	Buffer.concat([octets.subarray(debut, tete(octets, debut).suite), ...par]);

/** @throws where another thing than a text stands there */
export function lireTexte(octets: Buffer, { debut, fin }: Tranche): string {
	const { type, suite } = tete(octets, debut);
	if (type !== TEXTE) throw new Error('CBOR : texte attendu');
	return octets.toString('utf8', suite, fin);
}

/** @throws beyond the 23 bytes whose length fits in the first one */
export function ecrireTexte(texte: string): Buffer {
	const octets = Buffer.from(texte);
	if (octets.length > 23) throw new Error(`CBOR : « ${texte} » est trop long`);
	return Buffer.concat([Buffer.of((TEXTE << 5) | octets.length), octets]);
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
