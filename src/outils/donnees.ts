import { donnees, lien } from '../adresse.ts';
import type { Comparaison } from '../domaine/comparaison/comparaison.ts';
import type { Dossier, Dossiers, Repertoire } from '../domaine/outils/dossier.ts';
import { type Section, sectionsDe } from '../domaine/prose.ts';
import type { IndexEcrit } from '../domaine/rapprochement/lexique.ts';
import type { Vocabulaire } from '../domaine/recherche/vocabulaire.ts';
import type { CodesPublies } from '../schemas/donnees/rncp.ts';
import type { TitrePublie } from '../schemas/donnees/titre.ts';

/** A data file of the site could not be read: missing, truncated or unreachable. Its message is the path. */
export class DonneesIndisponibles extends Error {}

const lus = new Map<string, Promise<unknown>>();

/** Fetches a JSON file of the site once. Failures are not cached, so that a retry fetches again. */
function lire<T>(chemin: string): Promise<T> {
	const connu = lus.get(chemin) ?? demander(chemin);
	lus.set(chemin, connu);
	connu.catch(() => lus.delete(chemin));
	return connu as Promise<T>;
}

async function demander(chemin: string): Promise<unknown> {
	try {
		const reponse = await fetch(lien(chemin));
		if (!reponse.ok) throw new Error(`réponse ${reponse.status}`);
		return await reponse.json();
	} catch (cause) {
		throw new DonneesIndisponibles(chemin, { cause });
	}
}

/** Every version, oldest first. */
export const lireRepertoire = (): Promise<Repertoire> => lire('/outils/repertoire.json');

export const lireCodes = (): Promise<CodesPublies> => lire(donnees.codes);

/** The file that groups a version with others, on a site built with `PEU_DE_FICHIERS`; else `undefined`. */
async function lirePaquet(id: string): Promise<Dossiers | undefined> {
	const paquet = (await lireRepertoire()).versions.find((v) => v.id === id)?.paquet;
	return paquet === undefined ? undefined : lire(`/outils/paquets/${paquet}.json`);
}

export const lireDossier = async (id: string): Promise<Dossier> =>
	(await lirePaquet(id))?.versions[id] ?? lire(`/outils/versions/${id}.json`);

export const lireComparaison = async (de: string, vers: string): Promise<Comparaison> =>
	(await lirePaquet(de))?.comparaisons[`${de}--${vers}`] ?? lire(donnees.comparaison(de, vers));

export const lireLexique = (): Promise<IndexEcrit> => lire('/outils/lexique.json');

/** All words of the search records. */
export const lireVocabulaire = (): Promise<Vocabulaire> => lire('/pagefind/vocabulaire.json');

/** The official text of a version without its blocs; its notes are the last section. `undefined` if no text is held. */
export async function lireTexte(id: string): Promise<Section[] | undefined> {
	const { texte } = await lire<TitrePublie>(donnees.titre(id, 'json'));
	if (!texte) return undefined;
	const notes = texte.notes.length ? { titre: 'Notes du document', paragraphes: texte.notes } : undefined;
	return sectionsDe({ ...texte, notes });
}

export async function lireDossiers(ids: Iterable<string>): Promise<Map<string, Dossier>> {
	return new Map(await Promise.all([...ids].map(async (id) => [id, await lireDossier(id)] as const)));
}
