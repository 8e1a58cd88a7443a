import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Version } from '../../src/domaine/version.ts';
import type { Lexique } from '../../src/schemas/lexique.ts';

/** A real version that generated ones imitate, with its official prose in Markdown. */
export type Modele = { version: Version; corps: string };

/** Material of the generation: the held versions of a real catalogue, oldest first, and its lexicon. */
export interface Fonds {
	modeles: Modele[];
	/** Sigles in use. */
	sigles: string[];
	lexique: Lexique;
}

/** Reads a real catalogue as material for generated ones. */
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
