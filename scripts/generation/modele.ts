import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Version } from '../../src/domaine/version.ts';
import type { Lexique } from '../../src/schemas/lexique.ts';

/** A real version that generated ones imitate: its facts, its labels, and its official prose as it is written. */
export interface Modele {
	version: Version;
	corps: string;
}

/** Model of the generation: the held versions of a real catalogue, oldest first, and its lexicon. */
export interface Fonds {
	modeles: Modele[];
	/** Ids and sigles that are taken. */
	sigles: string[];
	lexique: Lexique;
}

/** Reads a real catalogue as the stuff of generated ones. */
export function lireFonds(dossier: string): Fonds {
	const { versions, corps, lexique } = lireCatalogue(dossier);
	return {
		modeles: versions
			.filter(({ detenue }) => detenue)
			.map((version) => ({ version, corps: corps.get(version.id) ?? '' })),
		sigles: [...new Set(versions.map(({ sigle }) => sigle))],
		lexique,
	};
}
