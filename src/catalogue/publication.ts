import { estPubliee } from '../domaine/exports/forme.ts';
import { lireReglages } from '../reglages.ts';
import type { FichierPublie } from '../schemas/donnees/inventaire.ts';
import type { Lignee } from '../schemas/lignee.ts';
import { estUnTexte } from './dossier.ts';
import { documentsDe } from './lecture.ts';

/** Whether the host of this site counts files: what a page shows anyway, or another file can give, has none of its own. */
export const peuDeFichiers = (): boolean => lireReglages(process.env).peuDeFichiers;

/** Whether this site publishes a form of data. */
export const publiee = (forme: FichierPublie['forme']): boolean => estPubliee(forme, peuDeFichiers());

/** Whether a lineage has a feed and a picture of its own: of one of a single version, those of the site say enough. */
export const estSuivie = ({ versions }: Pick<Lignee, 'versions'>): boolean => !peuDeFichiers() || versions.length > 1;

/** Names of the documents that have a file: of held versions, those that are texts are shown whole on a page. */
export function documentsPublies(lecture: Parameters<typeof documentsDe>[0]): string[] {
	const tous = documentsDe(lecture);
	if (!peuDeFichiers()) return tous;
	const montres = new Set(documentsDe({ titres: lecture.titres, lignees: [], correspondances: [] }).filter(estUnTexte));
	return tous.filter((document) => !montres.has(document));
}
