/**
 * What was read once, for all that reads the catalogue in one process. Astro loads these modules three times over (for
 * the content layer, for the pages, for the integrations) and none sees the variables of the others; `globalThis` is
 * what they have in common.
 */
interface Partage {
	/** What was read of each file, with the state of the file at that time. */
	fichiers: Map<string, { etat: string; lu: unknown }>;
	/** The last catalogue read of each folder, with the states of all its files. */
	catalogues: Map<string, { etat: string; lu: unknown }>;
}

const CLE = Symbol.for('lignee.lectures');
const global = globalThis as { [CLE]?: Partage };
const partage: Partage = global[CLE] ?? { fichiers: new Map(), catalogues: new Map() };
global[CLE] = partage;

/** Reads a thing again only when its state has changed; what throws is not kept. */
export function garder<T>(sorte: keyof Partage, cle: string, etat: string, lire: () => T): T {
	const deja = partage[sorte].get(cle);
	if (deja?.etat === etat) return deja.lu as T;
	const lu = lire();
	partage[sorte].set(cle, { etat, lu });
	return lu;
}

/** The last thing kept under this key, whatever became of it since. */
export const dernier = <T>(sorte: keyof Partage, cle: string): T | undefined =>
	partage[sorte].get(cle)?.lu as T | undefined;
