/**
 * Cache of what was read, shared by all that reads the catalogue in one process. Astro loads these modules three
 * times over (for the content layer, for the pages, for the integrations) and none sees the variables of the others;
 * `globalThis` is what they have in common.
 */
const CLE = Symbol.for('lignee.lectures');
const global = globalThis as { [CLE]?: Map<string, { etat: string; lu: unknown }> };
global[CLE] ??= new Map();
const lectures = global[CLE];

/** Memoises by key, as long as the state of what is read stays the same; errors are not cached. */
export function memo<T>(cle: string, etat: string, lire: () => T): T {
	const deja = lectures.get(cle);
	if (deja?.etat === etat) return deja.lu as T;
	const lu = lire();
	lectures.set(cle, { etat, lu });
	return lu;
}

/** The last value cached under this key, whatever became of the files since. */
export const dernier = <T>(cle: string): T | undefined => lectures.get(cle)?.lu as T | undefined;

/** Computes a value once for each object, and lets it go with the object. */
export function parObjet<O extends object, T>(calculer: (objet: O) => T): (objet: O) => T {
	const calcules = new WeakMap<O, T>();
	return (objet) => {
		const deja = calcules.get(objet);
		if (deja !== undefined) return deja;
		const calcule = calculer(objet);
		calcules.set(objet, calcule);
		return calcule;
	};
}

let lus = 0;
/** A number for an object that was read: as long as its file is not read again, the same object comes back. */
export const numeroDe = parObjet((_lu: object) => ++lus);
