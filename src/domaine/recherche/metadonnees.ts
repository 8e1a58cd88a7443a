/**
 * Metadata of the search index, which a browser loads before its first result. Pagefind lists in it the name of every
 * record. Names all differ, so they barely compress: 59 of 73 KiB for 24,000 records. Those of this site follow from
 * the rank of a record: they are left out of the file, and written again in the browser for the engine.
 */
export interface Metadonnees {
	/** Version of Pagefind. */
	version: string;
	/** Beginning of every name: a hash of all records. */
	racine: string;
	/** For each record, the letter that ends its name and tells its kind. */
	marques: string;
	/** Number of words of each record. */
	mots: number[];
	/** Number of records in one file. */
	parPaquet: number;
	/** Number of members that follow the records in Pagefind’s list; their CBOR follows this object in the file. */
	suite: number;
}

/** Name of a record, which gives its file and its rank there: `1a2b3c4d5e_7-1fc` is in file `1a2b3c4d5e_7`. */
export function nomDeNotice(
	{ racine, marques, parPaquet }: Pick<Metadonnees, 'racine' | 'marques' | 'parPaquet'>,
	rang: number,
): string {
	const [paquet, place] = [Math.floor(rang / parPaquet), rang % parPaquet];
	return `${racine}_${paquet.toString(36)}-${place.toString(36)}${marques[rang] ?? ''}`;
}

/** @returns the file of a record and its rank there, from its name */
export function placeDe(nom: string): { fichier: string; rang: number } {
	const [fichier = '', place = ''] = nom.split('-');
	return { fichier, rang: Number.parseInt(place.slice(0, -1), 36) };
}

/** Major types of CBOR (RFC 8949). */
const [ENTIER, TEXTE, LISTE] = [0, 3, 4] as const;
const encodeur = new TextEncoder();

/**
 * @param octets the metadata of this site, decompressed: a line of JSON, then CBOR
 * @returns the same as Pagefind writes them, decompressed: its signature, then CBOR
 */
export function deplierMetadonnees(octets: Uint8Array): Uint8Array<ArrayBuffer> {
	const fin = octets.indexOf(encodeur.encode('\n')[0] as number);
	const meta: Metadonnees = JSON.parse(new TextDecoder().decode(octets.subarray(0, fin)));
	const { version, mots, suite } = meta;
	const debut = [...encodeur.encode('pagefind_dcd'), ...tete(LISTE, 2 + suite), ...texte(version)];
	debut.push(...tete(LISTE, mots.length));
	for (const [rang, nombre] of mots.entries())
		debut.push(...tete(LISTE, 3), ...texte(nomDeNotice(meta, rang)), ...tete(ENTIER, nombre), ...texte(''));
	const tous = new Uint8Array(debut.length + octets.length - fin - 1);
	tous.set(debut);
	tous.set(octets.subarray(fin + 1), debut.length);
	return tous;
}

const texte = (valeur: string): number[] => [...tete(TEXTE, valeur.length), ...encodeur.encode(valeur)];

/** Head of an item: its type, and its length or its value. The form of four bytes holds any number that needs more. */
const tete = (type: number, nombre: number): number[] =>
	nombre < 24
		? [(type << 5) | nombre]
		: [(type << 5) | 26, nombre >>> 24, (nombre >> 16) & 255, (nombre >> 8) & 255, nombre & 255];
