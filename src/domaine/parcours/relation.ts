import type { NatureSuccession } from '../../schemas/lignee.ts';
import type { Dossier } from '../outils/dossier.ts';
import { plusFaible } from '../statut.ts';

/** Dossiers by id of version. */
export type Dossiers = ReadonlyMap<string, Dossier>;

/** Versions that the texts mapping blocs reach from one version, itself included. */
export function portee(depart: string, dossiers: Dossiers): Set<string> {
	const vues = new Set([depart]);
	for (const id of vues) for (const { vers } of dossiers.get(id)?.textes ?? []) vues.add(vers);
	return vues;
}

/** How two versions are related where no text maps their blocs. */
export type Relation =
	/** The texts go from the older to the newer, and the one aimed at is the older. */
	| { cle: 'sens-inverse' }
	/** One follows the other; `motifs` is what is known of each step that no text on blocs settles. */
	| { cle: 'succession'; nature: NatureSuccession; motifs: string[] }
	| { cle: 'aucune' };

/** Relation of the version of a held bloc to the version aimed at, where no text joins their blocs. */
export function relation(de: string, vers: string, dossiers: Dossiers): Relation {
	if (portee(vers, dossiers).has(de)) return { cle: 'sens-inverse' };
	const file: { id: string; nature: NatureSuccession; motifs: string[] }[] = [
		{ id: de, nature: 'officielle', motifs: [] },
	];
	const vues = new Set([de]);
	for (const ici of file)
		for (const s of dossiers.get(ici.id)?.successions ?? []) {
			if (vues.has(s.vers)) continue;
			vues.add(s.vers);
			const reglee = dossiers.get(ici.id)?.textes.some((t) => t.vers === s.vers);
			const motifs = reglee ? ici.motifs : [...ici.motifs, s.motif];
			const pas = { id: s.vers, nature: plusFaible(ici.nature, s.nature), motifs };
			if (s.vers === vers) return { cle: 'succession', nature: pas.nature, motifs: pas.motifs };
			file.push(pas);
		}
	return { cle: 'aucune' };
}
