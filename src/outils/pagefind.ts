import { lien } from '../adresse.ts';
import type { Candidat, NoticeLue } from '../domaine/recherche/chercher.ts';
import { deplierMetadonnees, placeDe } from '../domaine/recherche/metadonnees.ts';
import { genreDuNom } from '../domaine/recherche/notice.ts';

/** The part of Pagefind's browser API that the site uses. */
interface Moteur {
	search: (terme: string, options: { filters: Record<string, string> }) => Promise<{ results: { id: string }[] }>;
}
interface Module {
	createInstance: (options: { noWorker: boolean; excerptLength: number }) => Moteur & { init: () => Promise<void> };
}

/** Some file of the index could not be read whole. */
class IndexIllisible extends Error {}

const DOSSIER = lien('/pagefind/');
let moteur: Promise<Moteur> | undefined;
let essais = 0;
let illisibles = 0;

/** Loads the search engine once. After a failure, the next call loads it again from scratch. */
export function chargerMoteur(): Promise<Moteur> {
	if (!moteur) {
		const celui = charger();
		moteur = celui;
		celui.catch(() => {
			if (moteur === celui) oublier();
		});
	}
	return moteur;
}

/**
 * Searches the index.
 * @throws IndexIllisible, or an error of the engine, if a file of the index cannot be read: results would be incomplete
 */
export async function interroger(terme: string, filters: Record<string, string>): Promise<Candidat[]> {
	const avant = illisibles;
	const { results } = await (await chargerMoteur()).search(terme, { filters });
	if (illisibles > avant) throw new IndexIllisible();
	return results.flatMap(({ id }) => {
		const genre = genreDuNom(id);
		return genre ? [{ id, genre, lire: () => lire(id) }] : [];
	});
}

const fichiers = new Map<string, Promise<NoticeLue[]>>();

/** Fetches a record. Its file is kept for the other records that it holds; failures are not. */
async function lire(id: string): Promise<NoticeLue> {
	const { fichier, rang } = placeDe(id);
	const lu = fichiers.get(fichier) ?? fetch(`${DOSSIER}notices/${fichier}.json`).then((reponse) => reponse.json());
	fichiers.set(fichier, lu);
	lu.catch(() => fichiers.delete(fichier));
	return (await lu)[rang] as NoticeLue;
}

/** Drops the engine, since it caches its failures for ever. */
function oublier(): void {
	if (moteur) essais++;
	moteur = undefined;
}

async function charger(): Promise<Moteur> {
	surveiller();
	// Browsers cache a module that failed to load: a retry needs another address.
	const adresse = `${DOSSIER}pagefind.js${essais ? `?essai=${essais}` : ''}`;
	const { createInstance } = (await import(/* @vite-ignore */ adresse)) as Module;
	// The worker weighs as much as the engine, and `surveiller` would not see its failed requests.
	const instance = createInstance({ noWorker: true, excerptLength: 24 });
	await instance.init();
	return instance;
}

let surveille = false;

/**
 * Wraps `fetch` to count the files of the index that could not be read. The engine only logs such a failure, and goes
 * on with part of the index: the page would say that an existing competence does not exist.
 */
function surveiller(): void {
	if (surveille) return;
	surveille = true;
	const demander = globalThis.fetch;
	globalThis.fetch = async (cible, options) => {
		const reponse = demander(cible, options);
		const { pathname } = new URL(cible instanceof Request ? cible.url : cible, location.href);
		if (!pathname.startsWith(DOSSIER)) return reponse;
		try {
			return await entiere(await reponse, pathname);
		} catch (cause) {
			illisibles++;
			oublier();
			throw new IndexIllisible(pathname, { cause });
		}
	};
}

/**
 * Checks that a response is complete: index files are JSON, or gzip, which ends with a checksum. @throws if not
 * @returns it, or for the metadata what the engine reads
 */
async function entiere(reponse: Response, chemin: string): Promise<Response> {
	if (!reponse.ok) throw new Error(`réponse ${reponse.status}`);
	const octets = await reponse.arrayBuffer();
	if (chemin.endsWith('.json')) JSON.parse(new TextDecoder().decode(octets));
	else {
		const clair = new Blob([octets]).stream().pipeThrough(new DecompressionStream('gzip'));
		const decomprimes = new Uint8Array(await new Response(clair).arrayBuffer());
		if (chemin.endsWith('.pf_meta')) return new Response(deplierMetadonnees(decomprimes), reponse);
	}
	return new Response(octets, reponse);
}
