import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';

/** Files of a search index: their paths in its folder, and their bytes. */
export type Index = ReadonlyMap<string, Uint8Array>;

const FILTRE = '.pf_filter';
const META = '.pf_meta';
const FRAGMENT = '.pf_fragment';
const MORCEAU = '.pf_index';
const ENTREE = 'pagefind-entry.json';

/** A filter: its name, then each of its values with its records. */
const filtre = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.number())]))]);

/** A chunk of words: each word in its order, with its records; and nothing else, which we could not cut. */
const morceau = z.tuple([z.array(z.tuple([z.string()], z.unknown()))]);

/** What a reader loads first. */
const meta = z.tuple(
	[
		z.string().describe('version of Pagefind'),
		z.array(z.tuple([z.string(), z.number()])).describe('records: name, number of words'),
		z.array(z.tuple([z.string(), z.string(), z.string()])).describe('chunks: first word or its start, last word, name'),
		z.array(z.tuple([z.string(), z.string()])).describe('filters: name, name of the file'),
	],
	z.unknown(),
);
type Morceaux = z.infer<typeof meta>[2];

/** A record, of which only the filters matter here. */
const ficheEcrite = z.object({ filters: z.record(z.string(), z.array(z.string())) });
type FicheEcrite = z.infer<typeof ficheEcrite>;

/**
 * The same index, the same at every build, and lighter to begin with. Pagefind (1.5) writes the values of a filter, and
 * the filters of an index, in the order of a hash table that is seeded anew at each run, and names the files by a hash
 * of the result: both are put in one order and named again. It names each record by a hash of its own, which a reader
 * loads for all of them before the first result: 94 KiB for 17,000 records; named by one hash of all and their rank,
 * they compress to half of that. And it keeps the words in chunks of up to 31 KiB, of which a query reads one for each
 * of its words: they are cut.
 * @param index as Pagefind gives it
 * @param marque ends the name of a record, which says so what it is before it is read: a letter or nothing
 * @throws where a file does not have the form that this version of Pagefind writes
 */
export function stabiliserIndex(index: Index, marque: (fiche: FicheEcrite) => string = () => ''): Index {
	const stables = new Map<string, Uint8Array>();
	/** New names of filters and metadata, then of fragments, by the old ones. */
	const noms = new Map<string, string>();
	const rangs = new Map<string, string>();
	/** Keeps a file under the name that its new content gives it. */
	const garder = (chemin: string, contenu: Uint8Array) => {
		const ancien = nomDe(chemin);
		const nouveau = nommer(ancien, [contenu]);
		noms.set(ancien, nouveau);
		stables.set(chemin.replace(ancien, nouveau), contenu);
	};
	const par = (extension: string) =>
		[...index].filter(([chemin]) => chemin.endsWith(extension)).sort(([a], [b]) => (a < b ? -1 : 1));

	for (const [chemin, octets] of par(FILTRE)) {
		const [nom, valeurs] = lire(filtre, chemin, octets);
		garder(chemin, ecrire([nom, trier(valeurs)]));
	}
	const [premier = ['', []]] = par(FRAGMENT);
	const racine = nommer(
		nomDe(premier[0]),
		par(FRAGMENT).map(([, octets]) => octets),
	);
	for (const [chemin, octets] of par(META)) {
		const [version, fiches, morceaux, filtres, ...reste] = lire(meta, chemin, octets);
		for (const [rang, [ancien]] of fiches.entries()) {
			const chemin = `fragment/${ancien}${FRAGMENT}`;
			const lettre = marque(lireFiche(chemin, index.get(chemin) ?? new Uint8Array()));
			rangs.set(ancien, `${racine}_${rang.toString(36)}${lettre}`);
		}
		const contenu = [
			version,
			fiches.map(([nom, mots]) => [rangs.get(nom), mots]),
			couper(morceaux, index, stables),
			trier(filtres.map(([nom, fichier]) => [nom, noms.get(fichier) ?? fichier])),
			...reste,
		];
		garder(chemin, ecrire(contenu));
	}
	for (const [chemin, octets] of par(FRAGMENT)) {
		const ancien = nomDe(chemin);
		stables.set(chemin.replace(ancien, rangs.get(ancien) ?? ancien), octets);
	}
	const faits = [FILTRE, META, FRAGMENT, MORCEAU];
	for (const [chemin, octets] of index)
		if (!faits.some((extension) => chemin.endsWith(extension)))
			stables.set(chemin, chemin === ENTREE ? renommerEntree(octets, noms) : octets);
	return stables;
}

/** Bytes of words that a chunk holds at most, before compression, where it holds more than one. */
const TAILLE_MORCEAU = 24_000;

/**
 * Cuts the chunks of words, and writes the parts among the stable files.
 * @returns the list of chunks for the metadata
 */
function couper(morceaux: Morceaux, index: Index, stables: Map<string, Uint8Array>): Morceaux {
	return morceaux.flatMap(([de, a, nom]) => {
		const chemin = `index/${nom}${MORCEAU}`;
		const [mots] = lire(morceau, chemin, index.get(chemin) ?? new Uint8Array());
		const parts = repartir(mots);
		return parts.map((part, i): Morceaux[number] => {
			const [premier = de] = part[0] ?? [];
			const [precedent] = parts[i - 1]?.at(-1) ?? [];
			const [dernier = a] = part.at(-1) ?? [];
			const contenu = ecrire([part]);
			const sien = nommer(nom, [contenu]);
			stables.set(`index/${sien}${MORCEAU}`, contenu);
			return [
				precedent === undefined ? de : debutCommun(premier, precedent),
				i === parts.length - 1 ? a : dernier,
				sien,
			];
		});
	});
}

/** Words in their order, in parts that are not too heavy. */
function repartir<M>(mots: readonly M[]): M[][] {
	const parts: M[][] = [];
	let octets = Number.POSITIVE_INFINITY;
	for (const mot of mots) {
		const siens = encode(mot).length;
		if (octets + siens > TAILLE_MORCEAU) {
			parts.push([]);
			octets = 0;
		}
		parts.at(-1)?.push(mot);
		octets += siens;
	}
	return parts;
}

/**
 * What two neighbouring words begin with, one letter at least: a query that is the start of both, as « serv » is of
 * « service » and « serveur », reads the chunk of each.
 */
function debutCommun(mot: string, precedent: string): string {
	let longueur = 0;
	while (longueur < mot.length && mot[longueur] === precedent[longueur]) longueur++;
	return mot.slice(0, Math.max(1, longueur));
}

/** What a reader loads first: it names the metadata of each language. */
function renommerEntree(octets: Uint8Array, noms: ReadonlyMap<string, string>): Uint8Array {
	const { languages, ...reste } = JSON.parse(Buffer.from(octets).toString());
	for (const langue of Object.values(languages) as { hash: string }[])
		langue.hash = noms.get(langue.hash) ?? langue.hash;
	return Buffer.from(JSON.stringify({ ...reste, languages }));
}

/** What Pagefind writes before the CBOR (RFC 8949), to know that a file has been decompressed. */
const MARQUE = Buffer.from('pagefind_dcd');

const lire = <T extends z.ZodType>(schema: T, chemin: string, comprimes: Uint8Array): z.infer<T> =>
	ouvrir(schema, chemin, comprimes, decode);

const lireFiche = (chemin: string, comprimes: Uint8Array): FicheEcrite =>
	ouvrir(ficheEcrite, chemin, comprimes, (octets) => JSON.parse(octets.toString()));

function ouvrir<T extends z.ZodType>(
	schema: T,
	chemin: string,
	comprimes: Uint8Array,
	decoder: (octets: Buffer) => unknown,
): z.infer<T> {
	try {
		const octets = gunzipSync(comprimes);
		if (!octets.subarray(0, MARQUE.length).equals(MARQUE)) throw new Error(`« ${MARQUE} » attendu d’abord`);
		return schema.parse(decoder(octets.subarray(MARQUE.length)));
	} catch (cause) {
		throw new Error(`${chemin} : ce n’est pas un fichier de Pagefind tel que cette version le lit`, { cause });
	}
}

const ecrire = (valeur: unknown): Uint8Array => gzipSync(Buffer.concat([MARQUE, encode(valeur)]), { level: 9 });

/** `fr_5ac6805` in `filter/fr_5ac6805.pf_filter` and in `pagefind.fr_5ac6805.pf_meta`. */
function nomDe(chemin: string): string {
	const nom = /[a-z-]+_[0-9a-f]+(?=\.pf_\w+$)/.exec(chemin)?.[0];
	if (!nom) throw new Error(`${chemin} : ce n’est pas un nom que cette version de Pagefind donne`);
	return nom;
}

/** A name by a hash of contents, in the language of another name and with as many digits. */
function nommer(ancien: string, contenus: readonly Uint8Array[]): string {
	const empreinte = createHash('sha256');
	for (const contenu of contenus) empreinte.update(contenu);
	const prefixe = ancien.indexOf('_') + 1;
	return ancien.slice(0, prefixe) + empreinte.digest('hex').slice(0, ancien.length - prefixe);
}

/** Elements in the order of their bytes. */
const trier = <T>(elements: readonly T[]): T[] =>
	elements
		.map((element) => ({ element, octets: encode(element) }))
		.sort((a, b) => Buffer.compare(a.octets, b.octets))
		.map(({ element }) => element);
