import { adresse } from '../domaine/adresse.ts';
import type { Version } from '../domaine/version.ts';
import { catalogue, type Renvoi } from './catalogue.ts';
import { estSuivie, peuDeFichiers } from './publication.ts';

/** Path of the social sharing image of a version's page. */
export function imageDeVersion({ id, lignee }: Pick<Version, 'id' | 'lignee'>): string {
	if (!peuDeFichiers()) return adresse.imageTitre(id);
	const sienne = catalogue().ligneeParId.get(lignee ?? '');
	return sienne && estSuivie(sienne) ? adresse.imageLignee(sienne.id) : adresse.imageSite;
}

/**
 * Layout props of the page of a version, of a bloc or of a competence.
 * @param parents pages between the list of titles and this one, for the breadcrumb
 */
export const cadreDe = (version: Version, ...parents: Renvoi[]) => ({
	etatAu: version.etat.etatAu,
	fil: [{ nom: 'Titres', chemin: '/titres/' }, ...parents],
	source: Object.values(version.sources).find(({ document }) => document)?.intitule,
	image: imageDeVersion(version),
});

/** Path of the social sharing image of a comparison. */
export const imageDeComparaison = (de: Version, vers: Version): string =>
	peuDeFichiers() ? imageDeVersion(vers) : adresse.imageComparaison(de.id, vers.id);
