import { etatEnBref } from '../etat.ts';
import { direContenu } from '../profondeur.ts';
import { aDesLibelles, motsDuTitre, nomPaire, nomVersion, type Version } from '../version.ts';
import { compte } from '../vocabulaire.ts';

/** Words of a social sharing image, few enough to be read at the size of a thumbnail. */
export interface Carte {
	genre: string;
	titre: string;
	texte: string;
	/** State of the version, or a tagline. */
	etat: string;
}

/** Words of the image of every other page. */
export const carteSite: Carte = {
	genre: 'Titres professionnels',
	titre: 'Lignée',
	texte: 'Les référentiels des titres professionnels, version après version',
	etat: 'Ce qui change, et d’après qui',
};

export const carteVersion = (version: Version, versions: ReadonlyMap<string, Version>): Carte => ({
	genre: `Titre professionnel, ${direContenu(version)}`,
	titre: nomVersion(version),
	texte: motsDuTitre(version) ?? '',
	etat: etatEnBref(version, versions).replace(/^./u, (lettre) => lettre.toUpperCase()),
});

/** Words of the image of every page of a lineage, on a host that counts files. */
export const carteLignee = (titre: string, annees: readonly string[]): Carte => ({
	genre: 'Lignée de titres professionnels',
	titre,
	texte: `${compte(annees.length, 'version')}, ${annees.length > 1 ? `de ${annees[0]} à ${annees.at(-1)}` : `de ${annees[0]}`}`,
	etat: 'Ce qui change, et d’après qui',
});

export const carteComparaison = (de: Version, vers: Version): Carte => ({
	genre: 'Comparaison de deux versions',
	titre: nomPaire(de, vers),
	...(aDesLibelles(de) && aDesLibelles(vers)
		? {
				texte: 'Règles, blocs, compétences : ce qui change, et d’après qui',
				etat: `${direContenu(de)}, puis ${direContenu(vers)}`,
			}
		: { texte: 'La correspondance officielle des CCP', etat: 'Compétences inconnues d’un côté au moins' }),
});
