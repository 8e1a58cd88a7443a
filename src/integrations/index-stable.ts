import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Files of a search index: their paths in its folder, and their bytes. */
export type Index = ReadonlyMap<string, Uint8Array>;

const FILTRE = '.pf_filter';
const META = '.pf_meta';
const ENTREE = 'pagefind-entry.json';

/**
 * Pagefind (1.5) writes the values of a filter, and the filters of an index, in the order of a hash table that is
 * seeded anew at each run, and names the files by a hash of the result: two builds of one site differ. This puts both
 * in one order and names the files again. Nothing else of the index varies.
 * @param index as Pagefind gives it
 * @throws where a file does not have the form that this version of Pagefind writes
 */
export function stabiliserIndex(index: Index): Index {
	const noms = new Map<string, string>();
	const renommer = (texte: string) => [...noms].reduce((t, [ancien, nouveau]) => t.replaceAll(ancien, nouveau), texte);
	const stables = [...index].map(([chemin, octets]): [string, Uint8Array] => {
		if (!chemin.endsWith(FILTRE)) return [chemin, octets];
		// [name, [[value, pages]…]]
		const contenu = reecrire(chemin, octets, (cbor, racine) => trier(cbor, enfants(cbor, racine)[1]));
		return [nommer(chemin, FILTRE, contenu, noms), contenu];
	});
	const avecMeta = stables.map(([chemin, octets]): [string, Uint8Array] => {
		if (!chemin.endsWith(META)) return [chemin, octets];
		// [version, pages, chunks, [[filter, file]…], sorts, metadata]
		const contenu = reecrire(chemin, octets, (cbor, racine) => {
			const renommes = Buffer.from(renommer(cbor.toString('latin1')), 'latin1');
			return trier(renommes, enfants(renommes, racine)[3]);
		});
		return [nommer(chemin, META, contenu, noms), contenu];
	});
	return new Map(
		avecMeta.map(([chemin, octets]) =>
			chemin === ENTREE ? [chemin, Buffer.from(renommer(Buffer.from(octets).toString()))] : [chemin, octets],
		),
	);
}

/** What Pagefind writes before the CBOR, to know that a file has been decompressed. */
const MARQUE = 'pagefind_dcd';

function reecrire(chemin: string, comprimes: Uint8Array, changer: (cbor: Buffer, racine: number) => Buffer): Buffer {
	const octets = gunzipSync(comprimes);
	if (!octets.subarray(0, MARQUE.length).equals(Buffer.from(MARQUE)))
		throw new Error(`${chemin} : ce n’est pas un fichier de Pagefind tel que cette version le lit`);
	return gzipSync(changer(octets, MARQUE.length), { level: 9 });
}

/**
 * Names a file by its content, with as many digits as Pagefind gave it, and remembers its old name.
 * @returns its new path
 */
function nommer(chemin: string, extension: string, contenu: Buffer, noms: Map<string, string>): string {
	const ancien = chemin.slice(0, -extension.length).replace(/^.*\/|^pagefind\./g, '');
	const [, prefixe = '', chiffres = ''] = /^(.*_)([0-9a-f]+)$/.exec(ancien) ?? [];
	const nouveau = prefixe + createHash('sha256').update(contenu).digest('hex').slice(0, chiffres.length);
	noms.set(ancien, nouveau);
	return chemin.replace(ancien, nouveau);
}

interface Tranche {
	debut: number;
	fin: number;
}

/** Puts the elements of an array of CBOR (RFC 8949) in the order of their bytes. */
function trier(octets: Buffer, tableau: Tranche | undefined): Buffer {
	if (!tableau) throw new Error('index de recherche : tableau attendu');
	const elements = enfants(octets, tableau.debut);
	const premier = elements[0];
	if (!premier) return octets;
	const ranges = elements.map(({ debut, fin }) => octets.subarray(debut, fin)).sort(Buffer.compare);
	return Buffer.concat([octets.subarray(0, premier.debut), ...ranges, octets.subarray(tableau.fin)]);
}

/** Where each element of an array stands. */
function enfants(octets: Buffer, debut: number): Tranche[] {
	const { type, valeur, suite } = tete(octets, debut);
	if (type !== 4) throw new Error('index de recherche : tableau attendu');
	const tranches: Tranche[] = [];
	for (let i = suite; tranches.length < valeur; ) {
		const fin = finDe(octets, i);
		tranches.push({ debut: i, fin });
		i = fin;
	}
	return tranches;
}

function finDe(octets: Buffer, debut: number): number {
	const { type, valeur, suite } = tete(octets, debut);
	if (type <= 1) return suite;
	if (type <= 3) return suite + valeur;
	return enfants(octets, debut).at(-1)?.fin ?? suite;
}

/** First bytes of an item: its major type and its argument. Pagefind writes no item of indefinite length. */
function tete(octets: Buffer, i: number): { type: number; valeur: number; suite: number } {
	const premier = octets.readUInt8(i);
	const [type, bas] = [premier >> 5, premier & 31];
	if (bas < 24) return { type, valeur: bas, suite: i + 1 };
	const longueur = { 24: 1, 25: 2, 26: 4 }[bas];
	if (!longueur) throw new Error('index de recherche : forme de CBOR inattendue');
	return { type, valeur: octets.readUIntBE(i + 1, longueur), suite: i + 1 + longueur };
}
