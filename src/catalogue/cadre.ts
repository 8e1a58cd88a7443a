import { adresse, donnees } from '../domaine/adresse.ts';
import { FORMES } from '../domaine/exports/forme.ts';
import type { Version } from '../domaine/version.ts';
import { catalogue, type Renvoi } from './catalogue.ts';
import { estSuivie, peuDeFichiers, publiee } from './publication.ts';

/** Path of the social sharing image of a version's page. */
function imageDeVersion({ id, lignee }: Pick<Version, 'id' | 'lignee'>): string {
	if (!peuDeFichiers()) return adresse.imageTitre(id);
	const sienne = catalogue().ligneeParId.get(lignee ?? '');
	return sienne && estSuivie(sienne) ? adresse.imageLignee(sienne.id) : adresse.imageSite;
}

/** The content of a page as a data file, for software that opens the page because its URL identifies something. */
export type AutreForme = { type: string; chemin: string };

/** Keeps the data files that the site publishes. */
const autresFormes = (...fichiers: [keyof typeof FORMES, string][]): AutreForme[] =>
	fichiers.flatMap(([forme, chemin]) => (publiee(forme) ? { type: FORMES[forme].type, chemin } : []));

/**
 * Layout props of the page of a version, of a bloc or of a competence.
 * @param parents pages between the list of titles and this one, for the breadcrumb
 */
export const cadreDe = (version: Version, ...parents: Renvoi[]) => ({
	etatAu: version.etat.etatAu,
	fil: [{ nom: 'Titres', chemin: '/titres/' }, ...parents],
	source: Object.values(version.sources).find(({ document }) => document)?.intitule,
	image: imageDeVersion(version),
	formes: autresFormes(['titre', donnees.titre(version.id, 'json')], ['skos', donnees.skos(version.id)]),
});

export const imageDeComparaison = (de: Version, vers: Version): string =>
	peuDeFichiers() ? imageDeVersion(vers) : adresse.imageComparaison(de.id, vers.id);
