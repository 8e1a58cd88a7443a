import { type Genre, genreDe, versionDe } from '../identifiant.ts';
import { type Motif, type Refus, refuser } from './refus.ts';

/** A parsed state, and the values that were rejected. */
export type Lu<T> = { etat: T; refus: Refus[] };

/** Values of a URL parameter, which may be comma-separated, repeated, or both. */
export const valeursDe = (parametres: URLSearchParams, cle: string): string[] =>
	parametres
		.getAll(cle)
		.flatMap((valeur) => valeur.split(','))
		.map((valeur) => valeur.trim())
		.filter(Boolean);

/** Builds a query string. Empty values are left out. Commas are not escaped, to stay readable. */
export const ecrireParametres = (champs: Record<string, string | readonly string[] | undefined>): string =>
	Object.entries(champs)
		.map(([cle, valeur]) => [cle, [valeur ?? []].flat().join(',')] as const)
		.filter(([, valeur]) => valeur)
		.map(([cle, valeur]) => `${cle}=${valeur}`)
		.join('&');

/** Maximum number of versions in one address, more than anyone holds CCP of. */
export const TITRES_MAXIMUM = 12;

/** Valid ids of one kind, without duplicates: at most `maximum`, from at most `TITRES_MAXIMUM` versions. */
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

/** Rejects the ids that do not pass a test, with a reason: by default, that the catalogue does not have them. */
export function garderConnus(ids: readonly string[], connu: (id: string) => boolean, motif: Motif = 'inconnu') {
	return { etat: ids.filter(connu), refus: ids.filter((id) => !connu(id)).map((recu) => ({ recu, motif })) };
}

/** Rejects a fragment as a whole if none of its parameters is known. */
export const etranger = (parametres: URLSearchParams, connus: readonly string[]): Refus[] => {
	const recu = [...parametres].flat().filter(Boolean).join('=');
	return recu && !connus.some((cle) => parametres.has(cle)) ? [{ recu, motif: 'forme' }] : [];
};
