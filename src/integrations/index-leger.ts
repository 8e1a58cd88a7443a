import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';
import { type Metadonnees, nomDeNotice, placeDe } from '../domaine/recherche/metadonnees.ts';

/** Files of a search index: their paths in its folder, and their bytes. */
export type Index = ReadonlyMap<string, Uint8Array>;

const META = '.pf_meta';
const FRAGMENT = '.pf_fragment';
const MORCEAU = '.pf_index';
const ENTREE = 'pagefind-entry.json';

/** A chunk: ordered words, each with its records. Any other field is refused, since it could not be split. */
const morceau = z.tuple([z.array(z.tuple([z.string()], z.unknown()))]);

/** A filter: its name, and its values, each with the records that have it. */
const filtre = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.number())]))]);

/** The metadata, which the browser loads first. */
const meta = z.tuple(
	[
		z.string().describe('version of Pagefind'),
		z.array(z.tuple([z.string(), z.number(), z.literal('')])).describe('records: name, number of words'),
		z
			.array(z.tuple([z.string(), z.string(), z.string()]))
			.describe('chunks: first word or its start, last word or its start, name'),
		z.array(z.tuple([z.string(), z.string()])).describe('filters, and the names of their files'),
	],
	z.unknown(),
);
type Morceaux = z.infer<typeof meta>[2];

/** Filter by which each record of Pagefind is known: its only value is the rank of the record among those given to it. */
export const RANG = 'rang';

/** A record as its file has it, and the suffix of its name, which tells its kind before it is loaded. */
interface NoticeNommee<N> {
	marque: string;
	notice: N;
}

/**
 * Makes the first search load less of the same index. Pagefind (1.6) names each record by a hash, and the browser loads
 * all these names before the first result. Named by one common hash and their rank, they need not be in the file:
 * `deplierMetadonnees` writes them again in the browser. The files of Pagefind’s own records are left out: the site
 * writes what a result shows, several records a file. Pagefind also groups words in chunks of up to 31 KiB, of which a
 * query loads one per word: these are split. All keep a first search under 180 KiB with 2,700 versions.
 * @param index as Pagefind gives it; each of its records has the filter `RANG`
 * @param notices in the order of these ranks
 * @param reglage `parPaquet` records share a file; `taille` is the maximum size of a chunk of several words, in bytes
 * before compression
 * @throws if a file does not have the form that this version of Pagefind writes
 */
export function allegerIndex(
	index: Index,
	notices: readonly NoticeNommee<unknown>[],
	{ parPaquet, taille = TAILLE_MORCEAU }: { parPaquet: number; taille?: number },
): Index {
	const allege = new Map([...index].filter(([chemin]) => !chemin.endsWith(FRAGMENT)));
	/** Removes a file of Pagefind from the new index, and returns its bytes. */
	const retirer = (chemin: string): Uint8Array => {
		const octets = index.get(chemin);
		if (!octets) throw new Error(`${chemin} : ce fichier manque à l’index`);
		allege.delete(chemin);
		return octets;
	};
	for (const [chemin, octets] of index) {
		if (!chemin.endsWith(META)) continue;
		const [version, lues, morceaux, filtres, ...reste] = lire(meta, chemin, octets);
		const desRangs = `filter/${filtres.find(([nom]) => nom === RANG)?.[1]}.pf_filter`;
		const [, rangs] = lire(filtre, desRangs, retirer(desRangs));
		const rangees = new Map(rangs.flatMap(([rang, places]) => places.map((place) => [place, notices[Number(rang)]])));
		const ordonnees = lues.map((_, place) => {
			const notice = rangees.get(place);
			if (!notice) throw new Error(`${desRangs} : la notice ${place} n’y a pas de rang`);
			return notice;
		});
		const paquets = grouper(ordonnees, parPaquet).map((siennes) =>
			Buffer.from(JSON.stringify(siennes.map(({ notice }) => notice))),
		);
		const noms = {
			racine: hacher(paquets).slice(0, 10),
			marques: ordonnees.map(({ marque }) => marque).join(''),
			parPaquet,
		};
		for (const [rang, paquet] of paquets.entries()) {
			const { fichier } = placeDe(nomDeNotice(noms, rang * parPaquet));
			allege.set(`notices/${fichier}.json`, paquet);
		}
		const suite = [couper(morceaux, retirer, allege, taille), filtres.filter(([nom]) => nom !== RANG), ...reste];
		const entete: Metadonnees = { version, ...noms, mots: lues.map(([, mots]) => mots), suite: suite.length };
		const contenu = comprimer(Buffer.from(`${JSON.stringify(entete)}\n`), ...suite.map((membre) => encode(membre)));
		const ancien = nomDe(chemin);
		const nouveau = nommer(ancien, [contenu]);
		allege.delete(chemin);
		allege.set(chemin.replace(ancien, nouveau), contenu);
		const entree = Buffer.from(allege.get(ENTREE) ?? '').toString();
		allege.set(ENTREE, Buffer.from(entree.replace(ancien, nouveau)));
	}
	return allege;
}

function grouper<T>(liste: readonly T[], parGroupe: number): T[][] {
	return Array.from({ length: Math.ceil(liste.length / parGroupe) }, (_, i) =>
		liste.slice(i * parGroupe, (i + 1) * parGroupe),
	);
}

/** Maximum size of a chunk of several words, in bytes before compression. */
const TAILLE_MORCEAU = 12_000;

/**
 * Splits the chunks of words, and gives each its own first and last word as bounds. To find a word, the engine loads
 * the chunks whose bounds enclose it, and if there is none those that may hold words beginning with it. Pagefind
 * shortens its bounds: next to a split chunk, a shortened bound would enclose words of another chunk and hide it.
 * @returns the list of chunks for the metadata
 */
function couper(
	morceaux: Morceaux,
	retirer: (chemin: string) => Uint8Array,
	allege: Map<string, Uint8Array>,
	taille: number,
): Morceaux {
	const parts = morceaux.flatMap(([, , nom]) => {
		const chemin = `index/${nom}${MORCEAU}`;
		const [mots] = lire(morceau, chemin, retirer(chemin));
		return repartir(mots, taille).map((part) => ({
			premier: part[0]?.[0] ?? '',
			dernier: part.at(-1)?.[0] ?? '',
			contenu: ecrire([part]),
		}));
	});
	const racine = nommer(
		morceaux[0]?.[2] ?? '',
		parts.map(({ contenu }) => contenu),
	);
	return parts.map(({ premier, dernier, contenu }, i) => {
		const nom = `${racine}_${i.toString(36)}`;
		allege.set(`index/${nom}${MORCEAU}`, contenu);
		// « serv » ends a chunk and « serveur » begins the next: a search for « serv » must load both.
		const precedent = parts[i - 1]?.dernier;
		return [precedent && premier.startsWith(precedent) ? precedent : premier, dernier, nom];
	});
}

/** Splits a list of words into parts of at most `taille` encoded bytes, or of a single word. */
function repartir<M>(mots: readonly M[], taille: number): M[][] {
	const parts: M[][] = [];
	let octets = 0;
	for (const mot of mots) {
		const siens = encode(mot).length;
		if (!parts.length || octets + siens > taille) {
			parts.push([]);
			octets = 0;
		}
		parts.at(-1)?.push(mot);
		octets += siens;
	}
	return parts;
}

/** Signature that Pagefind writes before the CBOR (RFC 8949), which tells it that a file is decompressed. */
const MARQUE = Buffer.from('pagefind_dcd');

function lire<T extends z.ZodType>(schema: T, chemin: string, comprimes: Uint8Array): z.infer<T> {
	try {
		const octets = gunzipSync(comprimes);
		if (!octets.subarray(0, MARQUE.length).equals(MARQUE)) throw new Error(`« ${MARQUE} » attendu d’abord`);
		return schema.parse(decode(octets.subarray(MARQUE.length)));
	} catch (cause) {
		throw new Error(`${chemin} : ce n’est pas un fichier de Pagefind tel que cette version le lit`, { cause });
	}
}

const ecrire = (valeur: unknown): Uint8Array => comprimer(MARQUE, encode(valeur));

const comprimer = (...octets: Uint8Array[]): Uint8Array => gzipSync(Buffer.concat(octets), { level: 9 });

/** Name within a path: `fr_5ac6805` in `filter/fr_5ac6805.pf_filter` and in `pagefind.fr_5ac6805.pf_meta`. */
function nomDe(chemin: string): string {
	const nom = /[a-z-]+_[0-9a-f]+(?=\.pf_\w+$)/.exec(chemin)?.[0];
	if (!nom) throw new Error(`${chemin} : ce n’est pas un nom que cette version de Pagefind donne`);
	return nom;
}

/** Makes a name from a hash of contents, with the language prefix and the length of `ancien`. */
function nommer(ancien: string, contenus: readonly Uint8Array[]): string {
	const prefixe = ancien.indexOf('_') + 1;
	return ancien.slice(0, prefixe) + hacher(contenus).slice(0, ancien.length - prefixe);
}

const hacher = (contenus: readonly Uint8Array[]): string => hash('sha256', Buffer.concat(contenus), 'hex');
