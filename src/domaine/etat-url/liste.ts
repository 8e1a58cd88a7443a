import { type Genre, genreDe } from './identifiant.ts';
import { type Refus, refuser } from './refus.ts';

/** A state as it was read, and the values that were set aside. */
export interface Lu<T> {
	etat: T;
	refus: Refus[];
}

/** Non-empty parts of a list in an address, without the spaces around them. */
export const parties = (valeur: string): string[] =>
	valeur
		.split(',')
		.map((partie) => partie.trim())
		.filter(Boolean);

/** Whether a collection can take no new key. */
export const plein = (vus: Pick<ReadonlySet<string>, 'size' | 'has'>, cle: string, maximum: number): boolean =>
	vus.size >= maximum && !vus.has(cle);

/** Ids of one kind, each once, in order; at most `maximum`. */
export function lireIds(recus: readonly string[], genre: Genre, maximum: number): Lu<string[]> {
	const ids = new Set<string>();
	const refus: Refus[] = [];
	for (const recu of recus) {
		const id = recu.toLowerCase();
		if (genreDe(id) !== genre) refus.push(refuser(id));
		else if (plein(ids, id, maximum)) refus.push({ recu, motif: 'en-trop' });
		else ids.add(id);
	}
	return { etat: [...ids], refus };
}

/** Sets aside what the catalogue does not have. */
export function garderConnus(ids: readonly string[], connu: (id: string) => boolean): Lu<string[]> {
	return {
		etat: ids.filter(connu),
		refus: ids.filter((id) => !connu(id)).map((recu) => ({ recu, motif: 'inconnu' })),
	};
}

/** A fragment in which nothing is known: it is named whole, as a mistake of whoever wrote it. */
export const etranger = (parametres: URLSearchParams, connus: readonly string[]): Refus[] => {
	const recu = [...parametres].flat().filter(Boolean).join('=');
	return recu && !connus.some((cle) => parametres.has(cle)) ? [{ recu, motif: 'forme' }] : [];
};
