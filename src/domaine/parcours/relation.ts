import type { NatureSuccession } from '../../schemas/lignee.ts';
import { plusFaible } from '../etat.ts';
import { atteindre, chemin } from '../lignee/chemin.ts';
import type { Dossier } from '../outils/dossier.ts';

export type Dossiers = ReadonlyMap<string, Dossier>;

/** Versions that the texts mapping blocs reach from one version, itself included. */
export const atteintes = (depart: string, dossiers: Dossiers): Set<string> =>
	atteindre([depart], (id) => dossiers.get(id)?.textes.map(({ vers }) => vers) ?? []);

/** Relation of two versions whose blocs no text maps. */
export type Relation =
	/** The texts go from the older to the newer, and the one aimed at is the older. */
	| { cle: 'sens-inverse' }
	/** One follows the other; `motifs` is what is known of each step that no text on blocs settles. */
	| { cle: 'succession'; nature: NatureSuccession; motifs: string[] }
	| { cle: 'aucune' };

/** Relation of the version of a held bloc to the version aimed at, where no text joins their blocs. */
export function relation(de: string, vers: string, dossiers: Dossiers): Relation {
	if (atteintes(vers, dossiers).has(de)) return { cle: 'sens-inverse' };
	const pas = chemin((id) => (dossiers.get(id)?.successions ?? []).map((s) => ({ ...s, de: id })), de, vers);
	if (!pas) return { cle: 'aucune' };
	const regle = (s: { de: string; vers: string }) => dossiers.get(s.de)?.textes.some((t) => t.vers === s.vers);
	return {
		cle: 'succession',
		nature: pas.reduce<NatureSuccession>((faible, { nature }) => plusFaible(faible, nature), 'officielle'),
		motifs: pas.filter((s) => !regle(s)).map(({ motif }) => motif),
	};
}
