import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { abreger, type Changement } from '../../../src/importation/changement.ts';
import type { Lot } from '../../../src/importation/lot.ts';
import type { Importation } from '../../../src/schemas/importation.ts';
import type { lireExistant } from '../catalogue.ts';
import type { Sortie } from '../ecriture.ts';
import type { Options } from '../options.ts';

export type Issue = 'ajoutee' | 'inchangee' | 'changee' | 'terminee' | 'refusee' | 'tenue';

/** Outcome of one fiche. */
export type Resultat = { fiche: string; issue: Issue; id?: string; detail: string; changements: Changement[] };

/** State of one run over an export: inputs, files to write, and results. */
export type Passe = {
	dossier: string;
	/** Day of the data: that of the export, or of the run if unknown. */
	etatAu: string;
	existant: ReturnType<typeof lireExistant>;
	lot: Lot;
	/** XML of each fiche, kept as a source if it is cited. */
	extraits: ReadonlyMap<string, Uint8Array>;
	options: Options;
	sorties: Map<string, Sortie['contenu']>;
	resultats: Resultat[];
	conflits: Importation['conflits'];
};

/** Records a fiche as refused, and removes its version from the plan. */
export const refuser = (passe: Passe, fiche: string, motif: string): void => {
	passe.resultats.push({ fiche, issue: 'refusee', detail: motif, changements: [] });
	passe.lot.ids.delete(fiche);
};

/** Records conflicts that only a person can settle. Nothing is written of them. */
export const signaler = (passe: Passe, fiche: string, objets: readonly string[]): void => {
	passe.conflits.push(...objets.map((objet) => ({ fiche, objet: abreger(objet) })));
};

export const documentDe = (numero: string): string => `${numero}.xml`;
export const cheminDeSource = (passe: Passe, document: string): string => join(passe.dossier, 'sources', document);

/** Citation of a fiche in a lineage or a map of blocs. */
export const sourceDeFiche = (numero: string) => ({
	intitule: `RNCP, fiche ${numero}, données ouvertes de France compétences`,
	nature: 'publique' as const,
	document: documentDe(numero),
});

/** Adds a cited fiche to `sources/`, even if its version was written by hand. */
export const garderSource = (passe: Passe, numero: string): void => {
	const chemin = cheminDeSource(passe, documentDe(numero));
	const extrait = passe.extraits.get(numero);
	if (extrait && !existsSync(chemin)) passe.sorties.set(chemin, extrait);
};

/** Sigle planned for a fiche, and whether it was printed. `versionDe` itself takes the sigle from the id. */
export const nomDe = ({ lot }: Passe, numero: string) => {
	const nom = lot.sigles.get(numero);
	return nom && { sigle: nom.sigle, sigleDeNotreFait: nom.sigleDeNotreFait };
};
