import { lien } from '../adresse.ts';
import type { Candidat, NoticeLue } from '../domaine/recherche/chercher.ts';
import { genreDuNom } from '../domaine/recherche/notice.ts';

/** Fields that are read of one result of Pagefind. */
interface Resultat {
	url: string;
	content: string;
	filters: Partial<Record<'libelle' | 'situation' | 'etat' | 'annee' | 'statut' | 'texte', string[]>>;
}
interface Resultats {
	results: { id: string; data: () => Promise<Resultat> }[];
}

/** The part of Pagefind's browser API that the site uses. */
interface Moteur {
	search: (terme: string, options: { filters: Record<string, string> }) => Promise<Resultats>;
}
interface Module {
	createInstance: (options: { noWorker: boolean; excerptLength: number }) => Moteur & { init: () => Promise<void> };
}

/** The index cannot be read, or not whole. */
class IndexIllisible extends Error {}

const DOSSIER = lien('/pagefind/');
let moteur: Promise<Moteur> | undefined;
let essais = 0;
let illisibles = 0;

/** Loads the search engine; another call after a failure tries again from nothing. */
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
 * @throws IndexIllisible, or what the engine throws, where any part of the index that it needs cannot be read: what it
 * would then find is not what there is
 */
export async function interroger(terme: string, filters: Record<string, string>): Promise<Candidat[]> {
	const avant = illisibles;
	const { results } = await (await chargerMoteur()).search(terme, { filters });
	if (illisibles > avant) throw new IndexIllisible();
	return results.flatMap(({ id, data }) => {
		const genre = genreDuNom(id);
		return genre ? [{ genre, lire: async () => notice(await (lireEnPaquet(id) ?? data())) }] : [];
	});
}

/** The name of a record that stands in a file of many: `fr_1a2b3c4_7-1fc` is in file 7, at the place 1f in base 36. */
const EN_PAQUET = /^(.+)-([0-9a-z]+)[a-z]$/;
const paquets = new Map<string, Promise<Resultat[]>>();

/** A record by its name, where a site of few files keeps many in one; a failure is not remembered. */
function lireEnPaquet(id: string): Promise<Resultat> | undefined {
	const [, paquet, place = ''] = EN_PAQUET.exec(id) ?? [];
	if (!paquet) return undefined;
	const lu = paquets.get(paquet) ?? fetch(`${DOSSIER}fragment/${paquet}.json`).then((reponse) => reponse.json());
	paquets.set(paquet, lu);
	lu.catch(() => paquets.delete(paquet));
	return lu.then((notices) => notices[Number.parseInt(place, 36)] as Resultat);
}

const notice = ({ url, content, filters }: Resultat): NoticeLue => ({
	url,
	contenu: content,
	libelle: filters.libelle?.[0] ?? url,
	situation: filters.situation?.[0] ?? '',
	etat: filters.etat?.[0],
	annee: filters.annee?.[0],
	statut: filters.statut?.[0],
	texte: filters.texte?.[0],
});

/** The next search starts from nothing: the engine keeps for good what it failed to read. */
function oublier(): void {
	if (moteur) essais++;
	moteur = undefined;
}

async function charger(): Promise<Moteur> {
	surveiller();
	// A browser remembers under its address a module that it could not load: another try needs another address.
	const adresse = `${DOSSIER}pagefind.js${essais ? `?essai=${essais}` : ''}`;
	const { createInstance } = (await import(/* @vite-ignore */ adresse)) as Module;
	// Its worker weighs as much as itself, and would hide from us what it could not read.
	const instance = createInstance({ noWorker: true, excerptLength: 24 });
	await instance.init();
	return instance;
}

let surveille = false;

/**
 * Counts what the engine asks of its index and cannot read. It says such a failure on the console only, goes on
 * without that part, and would let us tell a reader that a competence does not exist.
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

/** An answer whose body is there to its last byte: each part of the index is gzip, which ends with a checksum. */
async function entiere(reponse: Response, chemin: string): Promise<Response> {
	if (!reponse.ok) throw new Error(`réponse ${reponse.status}`);
	const octets = await reponse.arrayBuffer();
	if (chemin.endsWith('.json')) JSON.parse(new TextDecoder().decode(octets));
	else if (typeof DecompressionStream === 'function')
		await new Response(new Blob([octets]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
	return new Response(octets, reponse);
}
