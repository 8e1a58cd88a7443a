import type { NatureSuccession } from '../../schemas/lignee.ts';
import { plusFaible } from '../etat.ts';
import { atteindre, chemin } from '../lignee/chemin.ts';
import type { Dossier } from '../outils/dossier.ts';

export type Dossiers = ReadonlyMap<string, Dossier>;

/** Versions reached from one version by following the texts that map blocs, itself included. */
export const atteintes = (depart: string, dossiers: Dossiers): Set<string> =>
	atteindre([depart], (id) => dossiers.get(id)?.textes.map(({ vers }) => vers) ?? []);

/** Relation between two versions whose blocs no text maps. */
export type Relation =
	/** Texts lead from the older to the newer, and the target is the older. */
	| { cle: 'sens-inverse' }
	/** One succeeds the other. `motifs`: what is known of each step without a text on blocs. */
	| { cle: 'succession'; nature: NatureSuccession; motifs: string[] }
	| { cle: 'aucune' };

/** Relation of the version of held blocs to the target version, when no text maps their blocs. */
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
