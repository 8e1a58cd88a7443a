import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { abreger, type Changement } from '../../../src/importation/changement.ts';
import type { Lot } from '../../../src/importation/lot.ts';
import type { Importation } from '../../../src/schemas/importation.ts';
import type { lireExistant } from '../catalogue.ts';
import type { Sortie } from '../ecriture.ts';
import type { Options } from '../options.ts';

export type Issue = 'ajoutee' | 'inchangee' | 'changee' | 'terminee' | 'refusee' | 'tenue';

/** What became of one fiche. */
export type Resultat = { fiche: string; issue: Issue; id?: string; detail: string; changements: Changement[] };

/** One run over an export: what it knows, what it will write, and what it has to tell. */
export type Passe = {
	dossier: string;
	/** Day of the data: of the export, or of the run where the file does not say it. */
	etatAu: string;
	existant: ReturnType<typeof lireExistant>;
	lot: Lot;
	/** The extract of each fiche, to be kept as a source where it is cited. */
	extraits: ReadonlyMap<string, Uint8Array>;
	options: Options;
	sorties: Map<string, Sortie['contenu']>;
	resultats: Resultat[];
	conflits: Importation['conflits'];
};

/** Tells of a fiche why it is not imported, and takes its version out of the plan. */
export const refuser = (passe: Passe, fiche: string, motif: string): void => {
	passe.resultats.push({ fiche, issue: 'refusee', detail: motif, changements: [] });
	passe.lot.ids.delete(fiche);
};

/** Tells what only a person settles; nothing is written of it. */
export const signaler = (passe: Passe, fiche: string, objets: readonly string[]): void => {
	passe.conflits.push(...objets.map((objet) => ({ fiche, objet: abreger(objet) })));
};

export const documentDe = (numero: string): string => `${numero}.xml`;
export const cheminDeSource = (passe: Passe, document: string): string => join(passe.dossier, 'sources', document);

/** How a lineage or a map of blocs cites a fiche. */
export const sourceDeFiche = (numero: string) => ({
	intitule: `RNCP, fiche ${numero}, données ouvertes de France compétences`,
	nature: 'publique' as const,
	document: documentDe(numero),
});

/** A source that is cited stands in `sources/`, be its version held by hand. */
export const garderSource = (passe: Passe, numero: string): void => {
	const chemin = cheminDeSource(passe, documentDe(numero));
	const extrait = passe.extraits.get(numero);
	if (extrait && !existsSync(chemin)) passe.sorties.set(chemin, extrait);
};

/** How the plan names a fiche. `versionDe` takes the sigle from the id: only whose it is matters there. */
export const nomDe = ({ lot }: Passe, numero: string) => {
	const nom = lot.sigles.get(numero);
	return nom && { sigle: nom.sigle, sigleDeNotreFait: nom.sigleDeNotreFait };
};
