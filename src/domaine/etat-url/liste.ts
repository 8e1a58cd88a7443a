import { type Genre, genreDe, versionDe } from '../identifiant.ts';
import { type Motif, type Refus, refuser } from './refus.ts';

/** A state as it was read, and the values that were set aside. */
export interface Lu<T> {
	etat: T;
	refus: Refus[];
}

/** Values of one parameter of an address, which may be written as a list, as several, or as both. */
export const valeursDe = (parametres: URLSearchParams, cle: string): string[] =>
	parametres
		.getAll(cle)
		.flatMap((valeur) => valeur.split(','))
		.map((valeur) => valeur.trim())
		.filter(Boolean);

/** Lists and values as the parameters of an address; what is empty is left out. Commas stay, to be read by people. */
export const ecrireParametres = (champs: Record<string, string | readonly string[] | undefined>): string =>
	Object.entries(champs)
		.map(([cle, valeur]) => [cle, [valeur ?? []].flat().join(',')] as const)
		.filter(([, valeur]) => valeur)
		.map(([cle, valeur]) => `${cle}=${valeur}`)
		.join('&');

/** More versions than anyone holds CCP of; beyond it an address is a mistake. */
export const TITRES_MAXIMUM = 12;

/** Ids of one kind, each once, in order: at most `maximum`, of at most `TITRES_MAXIMUM` versions. */
export function lireIds(recus: readonly string[], genre: Genre, maximum: number = TITRES_MAXIMUM): Lu<string[]> {
	const ids = new Set<string>();
	const versions = new Set<string>();
	const refus: Refus[] = [];
	const plein = (vus: ReadonlySet<string>, cle: string, limite: number) => vus.size >= limite && !vus.has(cle);
	for (const recu of recus) {
		const id = recu.toLowerCase();
		if (genreDe(id) !== genre) refus.push(refuser(id));
		else if (plein(ids, id, maximum) || plein(versions, versionDe(id), TITRES_MAXIMUM))
			refus.push({ recu, motif: 'en-trop' });
		else {
			ids.add(id);
			versions.add(versionDe(id));
		}
	}
	return { etat: [...ids], refus };
}

/** Sets aside what the catalogue does not have, or, for another reason, what it has. */
export function garderConnus(
	ids: readonly string[],
	connu: (id: string) => boolean,
	motif: Motif = 'inconnu',
): Lu<string[]> {
	return { etat: ids.filter(connu), refus: ids.filter((id) => !connu(id)).map((recu) => ({ recu, motif })) };
}

/** A fragment in which nothing is known: it is named whole, as a mistake of whoever wrote it. */
export const etranger = (parametres: URLSearchParams, connus: readonly string[]): Refus[] => {
	const recu = [...parametres].flat().filter(Boolean).join('=');
	return recu && !connus.some((cle) => parametres.has(cle)) ? [{ recu, motif: 'forme' }] : [];
};
