import { ouvertureNommee } from './activite.ts';
import { lireEtiquette } from './etiquette.ts';
import type { Genre } from './lecture.ts';
import type { Ligne } from './ligne.ts';
import { Refus } from './refus.ts';
import { replier } from './signe.ts';

/** Tells the kind of a text by its content, never by its name. */
export const reconnaitre = (lignes: readonly Ligne[]): Exclude<Genre, 'rncp'> => {
	const etiquettes = new Set(lignes.flatMap((l) => lireEtiquette(l.texte)?.etiquette ?? []));
	etiquettes.delete('entete');
	const sections = ['resume', 'capacites', 'secteurs', 'bases', 'autorite'].filter((e) =>
		etiquettes.has(e as never),
	).length;
	if (etiquettes.size >= 4 && sections >= 2) return 'annexe';
	const blocs = lignes.filter((l) => ouvertureNommee(l.texte)).length;
	const indices = lignes.filter((l) =>
		/titre professionnel|se compose de|modalites d'obtention|parchemin|nomenclature du rome/.test(replier(l.texte)),
	).length;
	if (blocs > 0 && indices > 0) return 'fiche';
	throw new Refus(
		`document d’aucun genre connu : ni fiche du ministère (lignes « CCP – … » : ${blocs}, « Le titre professionnel… », « MODALITÉS D’OBTENTION » : ${indices}), ni annexe d’arrêté (étiquettes « Intitulé », « Résumé du référentiel d’emploi », « Capacités attestées »… : ${etiquettes.size} sur les quatre attendues), ni données XML du RNCP`,
	);
};
