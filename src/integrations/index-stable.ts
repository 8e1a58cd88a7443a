import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ecrireTableau, ecrireTexte, elements, lireTexte, type Tranche } from './cbor.ts';

/** Files of a search index: their paths in its folder, and their bytes. */
export type Index = ReadonlyMap<string, Uint8Array>;

const FILTRE = '.pf_filter';
const META = '.pf_meta';
const FRAGMENT = '.pf_fragment';
const MORCEAU = '.pf_index';
const ENTREE = 'pagefind-entry.json';

/**
 * The same index, the same at every build, and lighter to begin with. Pagefind (1.5) writes the values of a filter, and
 * the filters of an index, in the order of a hash table that is seeded anew at each run, and names the files by a hash
 * of the result: both are put in one order and named again. It names each record by a hash of its own, which a reader
 * loads for all of them before the first result: 94 KiB for 17,000 records; named by one hash of all and their rank,
 * they compress to half of that. And it keeps the words in chunks of up to 31 KiB, of which a query reads one for each
 * of its words: they are cut.
 * @param index as Pagefind gives it
 * @throws where a file does not have the form that this version of Pagefind writes
 */
export function stabiliserIndex(index: Index): Index {
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

	// [name, [[value, pages]…]]
	for (const [chemin, octets] of par(FILTRE))
		garder(
			chemin,
			reecrire(chemin, octets, (cbor, [nom, valeurs]) => [copier(cbor, nom), trier(cbor, valeurs)]),
		);
	const [premier = ['', []]] = par(FRAGMENT);
	const racine = nommer(
		nomDe(premier[0]),
		par(FRAGMENT).map(([, octets]) => octets),
	);
	for (const [chemin, octets] of par(META)) {
		// [version, [[page, words]…], chunks, [[filter, file]…], sorts, metadata]
		const contenu = reecrire(chemin, octets, (cbor, [version, pages, morceaux, filtres, ...reste]) => {
			for (const [rang, page] of elements(cbor, pages.debut).entries()) {
				const ancien = lireTexte(cbor, elements(cbor, page.debut)[0] as Tranche);
				rangs.set(ancien, `${racine}_${rang.toString(36)}`);
			}
			const nommees = elements(cbor, pages.debut).map((page) => renommer(cbor, page, 0, rangs));
			return [
				copier(cbor, version),
				ecrireTableau(nommees),
				couper(cbor, morceaux, index, stables),
				trier(cbor, filtres, (paire) => renommer(cbor, paire, 1, noms)),
				...reste.map((champ) => copier(cbor, champ)),
			];
		});
		garder(chemin, contenu);
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
 * @returns the list of chunks for the metadata: `[[first word or the start of it, last word, file]…]`
 */
function couper(meta: Buffer, morceaux: Tranche, index: Index, stables: Map<string, Uint8Array>): Buffer {
	const coupes = elements(meta, morceaux.debut).flatMap((morceau) => {
		const [de, a, nom] = elements(meta, morceau.debut).map((texte) => lireTexte(meta, texte)) as [
			string,
			string,
			string,
		];
		const chemin = `index/${nom}${MORCEAU}`;
		const cbor = decompresser(chemin, index.get(chemin) ?? new Uint8Array());
		const [liste, ...autres] = elements(cbor, MARQUE.length) as [Tranche, ...Tranche[]];
		if (autres.length) throw new Error(`${chemin} : il a plus que des mots, ce que cette version ne sait pas couper`);
		const mots = elements(cbor, liste.debut).map((tranche) => ({
			tranche,
			mot: lireTexte(cbor, elements(cbor, tranche.debut)[0] as Tranche),
		}));
		const parts = repartir(mots);
		return parts.map((part, i) => {
			const premier = part[0]?.mot ?? de;
			const precedent = parts[i - 1]?.at(-1)?.mot;
			const contenu = comprimer([ecrireTableau([ecrireTableau(part.map(({ tranche }) => copier(cbor, tranche)))])]);
			const sien = nommer(nom, [contenu]);
			stables.set(`index/${sien}${MORCEAU}`, contenu);
			const bornes = [
				precedent === undefined ? de : debutCommun(premier, precedent),
				i === parts.length - 1 ? a : (part.at(-1)?.mot ?? a),
			];
			return ecrireTableau([...bornes, sien].map(ecrireTexte));
		});
	});
	return ecrireTableau(coupes);
}

/** Words in their order, in parts that are not too heavy. */
function repartir<M extends { tranche: Tranche }>(mots: readonly M[]): M[][] {
	const parts: M[][] = [];
	let octets = Number.POSITIVE_INFINITY;
	for (const mot of mots) {
		const { debut, fin } = mot.tranche;
		if (octets + fin - debut > TAILLE_MORCEAU) {
			parts.push([]);
			octets = 0;
		}
		parts.at(-1)?.push(mot);
		octets += fin - debut;
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

/** What Pagefind writes before the CBOR, to know that a file has been decompressed. */
const MARQUE = 'pagefind_dcd';

/** Elements of the array that a file is. */
type Champs = [Tranche, Tranche, Tranche, Tranche, ...Tranche[]];

function reecrire(
	chemin: string,
	comprimes: Uint8Array,
	changer: (cbor: Buffer, champs: Champs) => readonly Buffer[],
): Uint8Array {
	const octets = decompresser(chemin, comprimes);
	return comprimer([ecrireTableau(changer(octets, elements(octets, MARQUE.length) as Champs))]);
}

/** @returns the mark, then the CBOR */
function decompresser(chemin: string, comprimes: Uint8Array): Buffer {
	const octets = gunzipSync(comprimes);
	if (!octets.subarray(0, MARQUE.length).equals(Buffer.from(MARQUE)))
		throw new Error(`${chemin} : ce n’est pas un fichier de Pagefind tel que cette version le lit`);
	return octets;
}

const comprimer = (cbor: readonly Uint8Array[]): Uint8Array =>
	gzipSync(Buffer.concat([Buffer.from(MARQUE), ...cbor]), { level: 9 });

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

const copier = (octets: Buffer, { debut, fin }: Tranche): Buffer => octets.subarray(debut, fin);

/** An array in which the name at this place is the new one. */
function renommer(octets: Buffer, tableau: Tranche, rang: number, noms: ReadonlyMap<string, string>): Buffer {
	const par = elements(octets, tableau.debut).map((element, i) => {
		if (i !== rang) return copier(octets, element);
		const ancien = lireTexte(octets, element);
		return ecrireTexte(noms.get(ancien) ?? ancien);
	});
	return ecrireTableau(par);
}

/** An array with its elements in the order of their bytes, once each is written as it must be. */
function trier(
	octets: Buffer,
	tableau: Tranche,
	ecrire: (element: Tranche) => Buffer = (element) => copier(octets, element),
): Buffer {
	return ecrireTableau(elements(octets, tableau.debut).map(ecrire).sort(Buffer.compare));
}
