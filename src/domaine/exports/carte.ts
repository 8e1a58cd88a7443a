import { statutEnBref } from '../statut.ts';
import { compter, nomVersion, type Version } from '../version.ts';
import { compte } from '../vocabulaire.ts';

/** What a picture says for a page where it is shared: as few words as can be read at the size of a thumb. */
export interface Carte {
	genre: string;
	titre: string;
	texte: string;
	/** What must not be missed: the status of a version. */
	etat: string;
}

export const carteSite: Carte = {
	genre: 'Titres professionnels',
	titre: 'Lignée',
	texte: 'Les référentiels des titres professionnels, version après version',
	etat: 'Ce qui change, et qui le dit',
};

export const carteVersion = (version: Version, versions: ReadonlyMap<string, Version>): Carte => ({
	genre: `Titre professionnel, ${version.detenue ? contenu(version) : 'texte non détenu'}`,
	titre: nomVersion(version),
	texte: version.usuel,
	etat: statutEnBref(version, versions).replace(/^./u, (lettre) => lettre.toUpperCase()),
});

export const carteComparaison = (de: Version, vers: Version): Carte => ({
	genre: 'Comparaison de deux versions',
	titre: `${nomVersion(de)} et ${nomVersion(vers)}`,
	...(de.detenue && vers.detenue
		? {
				texte: 'Règles, blocs, compétences : ce qui change, et qui le dit',
				etat: `${contenu(de)}, puis ${contenu(vers)}`,
			}
		: { texte: 'La correspondance officielle des CCP', etat: 'Compétences non connues : texte non détenu' }),
});

const contenu = (version: Version): string =>
	`${compte(version.blocs.length, 'bloc')} et ${compte(compter(version), 'compétence')}`;
