import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Pagefind (1.5) writes the values of a filter, and the filters of an index, in the order of a hash table that is
 * seeded anew at each run, and names the files by a hash of the result: two builds of one site differ. This puts both
 * in one order and names the files again. Nothing else of the index varies.
 * @param dossier folder that Pagefind has just written
 */
export function stabiliserIndex(dossier: string): void {
	const noms = new Map<string, string>();
	const filtres = join(dossier, 'filter');
	for (const fichier of lister(filtres, '.pf_filter')) {
		// [name, [[value, pages]…]]
		const contenu = reecrire(join(filtres, fichier), (octets, racine) => trier(octets, enfants(octets, racine)[1]));
		renommer(filtres, fichier, '.pf_filter', contenu, noms);
	}
	for (const fichier of lister(dossier, '.pf_meta')) {
		// [version, pages, chunks, [[filter, file]…], sorts, metadata]
		const contenu = reecrire(join(dossier, fichier), (octets, racine) => {
			const texte = [...noms].reduce(
				(t, [ancien, nouveau]) => t.replaceAll(ancien, nouveau),
				octets.toString('latin1'),
			);
			const renommes = Buffer.from(texte, 'latin1');
			return trier(renommes, enfants(renommes, racine)[3]);
		});
		renommer(dossier, fichier, '.pf_meta', contenu, noms);
	}
	const entree = join(dossier, 'pagefind-entry.json');
	const json = [...noms].reduce((t, [ancien, nouveau]) => t.replaceAll(ancien, nouveau), readFileSync(entree, 'utf8'));
	writeFileSync(entree, json);
}

/** An index with nothing to filter has no folder of filters. */
const lister = (dossier: string, extension: string): string[] =>
	existsSync(dossier)
		? readdirSync(dossier)
				.filter((nom) => nom.endsWith(extension))
				.sort()
		: [];

/** What Pagefind writes before the CBOR, to know that a file has been decompressed. */
const MARQUE = 'pagefind_dcd';

function reecrire(chemin: string, changer: (octets: Buffer, racine: number) => Buffer): Buffer {
	const octets = gunzipSync(readFileSync(chemin));
	if (!octets.subarray(0, MARQUE.length).equals(Buffer.from(MARQUE)))
		throw new Error(`${chemin} : ce n’est pas un fichier de Pagefind tel que cette version le lit`);
	return gzipSync(changer(octets, MARQUE.length), { level: 9 });
}

/** Names a file by its content, with as many digits as Pagefind gave it. */
function renommer(
	dossier: string,
	fichier: string,
	extension: string,
	contenu: Buffer,
	noms: Map<string, string>,
): void {
	const ancien = fichier.slice(0, -extension.length).replace(/^pagefind\./, '');
	const [, prefixe = '', chiffres = ''] = /^(.*_)([0-9a-f]+)$/.exec(ancien) ?? [];
	const nouveau = prefixe + createHash('sha256').update(contenu).digest('hex').slice(0, chiffres.length);
	noms.set(ancien, nouveau);
	rmSync(join(dossier, fichier));
	writeFileSync(join(dossier, fichier.replace(ancien, nouveau)), contenu);
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
