import { estPubliee } from '../domaine/exports/forme.ts';
import { lireReglages } from '../reglages.ts';
import type { FichierPublie } from '../schemas/donnees/inventaire.ts';
import type { Lignee } from '../schemas/lignee.ts';
import { estUnTexte } from './dossier.ts';
import { documentsDe } from './lecture.ts';

/** Whether the host of this site counts files: content that a page or another file already gives then has no file. */
export const peuDeFichiers = (): boolean => lireReglages(process.env).peuDeFichiers;

export const publiee = (forme: FichierPublie['forme']): boolean => estPubliee(forme, peuDeFichiers());

/** Whether a lineage has a feed and an image of its own. On a host that counts files, a single version has none. */
export const estSuivie = ({ versions }: Pick<Lignee, 'versions'>): boolean => !peuDeFichiers() || versions.length > 1;

/** Names of the published documents. If the host counts files, those that a page shows in full are left out. */
export function documentsPublies(lecture: Parameters<typeof documentsDe>[0]): string[] {
	const tous = documentsDe(lecture);
	if (!peuDeFichiers()) return tous;
	const montres = new Set(documentsDe({ titres: lecture.titres, lignees: [], correspondances: [] }).filter(estUnTexte));
	return tous.filter((document) => !montres.has(document));
}
