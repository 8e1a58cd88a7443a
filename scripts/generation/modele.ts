import type { Version } from '../../src/domaine/version.ts';
import { lireCatalogue } from '../../src/loaders/catalogue.ts';
import { lireCorps } from '../../src/loaders/corps.ts';
import type { Lexique } from '../../src/schemas/lexique.ts';

/** A real version that generated ones imitate: its facts, its labels, and its official prose as it is written. */
export interface Modele {
	version: Version;
	corps: string;
}

/** What the generation draws from: the held versions of a real catalogue, oldest first, and its lexicon. */
export interface Fonds {
	modeles: Modele[];
	/** Ids and sigles that are taken. */
	sigles: string[];
	lexique: Lexique;
}

/** Reads a real catalogue as the stuff of generated ones. */
export function lireFonds(dossier: string): Fonds {
	const { versions, lexique } = lireCatalogue(dossier);
	return {
		modeles: versions
			.filter(({ detenue }) => detenue)
			.map((version) => ({ version, corps: lireCorps(version.id, dossier) })),
		sigles: [...new Set(versions.map(({ sigle }) => sigle))],
		lexique,
	};
}
