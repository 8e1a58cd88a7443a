import { adresse } from '../domaine/adresse.ts';
import { lireReglages } from '../reglages.ts';

/** The picture of a comparison where it is shared: that of its newer version where few files are published. */
export const imageDeComparaison = (de: string, vers: string): string =>
	lireReglages(process.env).peuDeFichiers ? adresse.imageTitre(vers) : adresse.imageComparaison(de, vers);
