import { adresse } from '../domaine/adresse.ts';
import type { Version } from '../domaine/version.ts';
import { catalogue, type Renvoi } from './catalogue.ts';
import { estSuivie, peuDeFichiers } from './publication.ts';

/** The picture of a page of a version where it is shared. */
export function imageDeVersion({ id, lignee }: Pick<Version, 'id' | 'lignee'>): string {
	if (!peuDeFichiers()) return adresse.imageTitre(id);
	const sienne = catalogue().ligneeParId.get(lignee ?? '');
	return sienne && estSuivie(sienne) ? adresse.imageLignee(sienne.id) : adresse.imageSite;
}

/**
 * What the page of a version, of a bloc or of a competence gives its frame.
 * @param parents pages between the list of titles and this one
 */
export const cadreDe = (version: Version, ...parents: Renvoi[]) => ({
	etatAu: version.etat.etatAu,
	fil: [{ nom: 'Titres', chemin: '/titres/' }, ...parents],
	source: Object.values(version.sources).find(({ document }) => document)?.intitule,
	image: imageDeVersion(version),
});

/** The picture of a comparison where it is shared. */
export const imageDeComparaison = (de: Version, vers: Version): string =>
	peuDeFichiers() ? imageDeVersion(vers) : adresse.imageComparaison(de.id, vers.id);
