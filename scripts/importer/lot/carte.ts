import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CarteDeBlocs } from '../../../src/importation/lot.ts';
import { etatDuCatalogue, yaml } from '../catalogue.ts';
import { ouvrir } from './lignee.ts';
import { garderSource, type Passe, signaler, sourceDeFiche } from './passe.ts';

/**
 * Writes the official map of blocs declared by a fiche. If the catalogue has a different one, it is kept and reported.
 */
export const ecrireCarte = (passe: Passe, { de, vers, fiche, liens }: CarteDeBlocs): void => {
	const presentes = new Set([...passe.lot.ids.values(), ...etatDuCatalogue(passe.existant).versions.map((v) => v.id)]);
	if (!presentes.has(de) || !presentes.has(vers)) return;
	const chemin = join(passe.dossier, 'correspondances', `${de}--${vers}.yaml`);
	const blocs = { source: sourceDeFiche(fiche), article: `CORRESPONDANCES de la fiche ${fiche}`, liens };
	garderSource(passe, fiche);
	if (!existsSync(chemin) && !passe.sorties.has(chemin)) {
		passe.sorties.set(chemin, yaml({ de, vers, blocs }));
		return;
	}
	const edition = ouvrir(passe, chemin);
	const tenue = parse(edition.texte()) as { blocs?: { liens?: unknown } };
	if (!tenue.blocs) {
		edition.ajouter('blocs', blocs);
		passe.sorties.set(chemin, edition.texte());
	} else if (JSON.stringify(tenue.blocs.liens) !== JSON.stringify(liens))
		signaler(passe, fiche, [
			`${chemin} tient une autre carte des blocs que CORRESPONDANCES de la fiche : la sienne reste`,
		]);
};
