import { parObjet } from '../domaine/memo.ts';

/** @param lu an object that was read */
type Numeroter = (lu: object) => number;

/**
 * Cache shared by all readers of the catalogue in one process. Astro loads these modules three times (for the content
 * layer, the pages and the integrations) with separate variables, so the cache is kept in `globalThis`, and so are the
 * numbers that its states are made of.
 */
const CLE = Symbol.for('lignee.lectures');
const global = globalThis as { [CLE]?: { lectures: Map<string, { etat: string; lu: unknown }>; numeroDe: Numeroter } };
let lus = 0;
global[CLE] ??= { lectures: new Map(), numeroDe: parObjet((_lu: object) => ++lus) };
const { lectures } = global[CLE];

/** Memoises by key and state. Errors are not cached. */
export function memo<T>(cle: string, etat: string, lire: () => T): T {
	const deja = lectures.get(cle);
	if (deja?.etat === etat) return deja.lu as T;
	const lu = lire();
	lectures.set(cle, { etat, lu });
	return lu;
}

/** Last value cached under a key, even if its files have changed since. */
export const dernier = <T>(cle: string): T | undefined => lectures.get(cle)?.lu as T | undefined;

/** A number that identifies an object that was read. It stays the same until its file is read again. */
export const { numeroDe } = global[CLE];
