import { join } from 'node:path';
import type { Source, Sources } from '../../schemas/source.ts';
import { existe, reprocheDocument } from '../dossier.ts';
import type { Fiche, Lecture } from '../lecture.ts';
import { type Probleme, probleme } from '../probleme.ts';

/** Every `source:` anywhere in the file names a key of its `sources`, and each document can be published. */
export function controlerSources(fiche: Fiche<{ sources: Sources }>, dossier: string): Probleme[] {
	const { sources } = fiche.data;
	const problemes = Object.entries(sources).flatMap(([cle, source]) =>
		controlerDocument(fiche, ['sources', cle], source, dossier),
	);
	const connues = Object.keys(sources);
	const citees = new Set<string>();
	const parcourir = (valeur: unknown, chemin: PropertyKey[]) => {
		if (Array.isArray(valeur)) for (const [i, v] of valeur.entries()) parcourir(v, [...chemin, i]);
		else if (valeur && typeof valeur === 'object')
			for (const [cle, v] of Object.entries(valeur)) {
				if (cle === 'source') citer(v as string | string[], [...chemin, cle]);
				else if (cle !== 'sources') parcourir(v, [...chemin, cle]);
			}
	};
	const citer = (source: string | string[], chemin: PropertyKey[]) => {
		const liste = [source].flat();
		for (const [i, cle] of liste.entries()) {
			const ici = Array.isArray(source) ? [...chemin, i] : chemin;
			citees.add(cle);
			if (!connues.includes(cle))
				problemes.push(
					probleme(
						fiche,
						ici,
						`source « ${cle} » inconnue ; la déclarer sous « sources » ou citer l’une de : ${connues.join(', ') || '(aucune)'}`,
					),
				);
			else if (liste.indexOf(cle) < i)
				problemes.push(probleme(fiche, ici, `source « ${cle} » citée deux fois ; ne la garder qu’une fois`));
		}
	};
	parcourir(fiche.data, []);
	return problemes;
}

/** The document of one source, where it names one. */
export function controlerDocument(
	fiche: Fiche<object>,
	chemin: readonly PropertyKey[],
	{ document }: Source,
	dossier: string,
): Probleme[] {
	if (document === undefined) return [];
	const place = join(dossier, 'sources', document);
	if (!existe(place)) {
		const message = `le document « ${document} » n’est pas dans sources/ ; l’y déposer ou corriger son nom`;
		return [probleme(fiche, [...chemin, 'document'], message)];
	}
	const message = reprocheDocument(place, document);
	return message ? [{ fichier: `sources/${document}`, message }] : [];
}

/**
 * Tells whether a version may exist that was not read: its own file, or one that speaks of it, is refused. A lineage of
 * which nothing can be read may speak of any.
 */
export const peutExister = ({ ids, refuses }: Lecture, id: string): boolean =>
	ids.includes(id) ||
	[...refuses].some(
		([fichier, brut]) =>
			fichier.startsWith('lignees/') && (new RegExp(`\\b${id}\\b`).test(brut) || !/\bid *:/.test(brut)),
	);
