import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dossierCatalogue } from '../../src/catalogue/dossier.ts';
import { type BlocConnu, type CorrespondanceLue, rapporter, reconnus } from '../../src/importation/correspondance.ts';
import type { Lecture } from '../../src/importation/lecture.ts';
import { blocsParVersion, lireExistant, numeroter, yaml } from './catalogue.ts';
import type { Sortie } from './ecriture.ts';
import type { Options } from './options.ts';

/** Result for one official table: the file to write, or what an editor must settle first. */
export type Carte = { sortie?: Sortie; messages: string[]; aTrancher: boolean };

const pluriel = (n: number, mot: string): string => `${n} ${mot}${n > 1 ? 's' : ''}`;

const lignesDe = (lue: CorrespondanceLue): string =>
	lue.liens
		.map((l) => {
			const cote = (blocs: typeof l.de) =>
				blocs.map((b) => `${b.type ? `${b.type.toUpperCase()} – ` : ''}${b.intitule}`).join(' + ') || 'Néant';
			return `  ${cote(l.de)} → ${cote(l.vers)}`;
		})
		.join('\n');

/** The version that has most of the blocs named on one side; undefined if it has too few, or if two versions tie. */
const deviner = (
	nommes: Parameters<typeof reconnus>[0],
	candidates: ReadonlyMap<string, readonly BlocConnu[]>,
	exclue?: string,
): string | undefined => {
	const notes = [...candidates]
		.filter(([id, blocs]) => id !== exclue && blocs.length > 0)
		.map(([id, blocs]) => ({ id, note: reconnus(nommes, blocs) }))
		.sort((a, b) => b.note - a.note);
	const [premiere, seconde] = notes;
	return premiere && premiere.note * 2 > nommes.length && premiere.note > (seconde?.note ?? 0)
		? premiere.id
		: undefined;
};

/**
 * Maps of blocs of a document, as files of `correspondances/`. A table is written only if every cell is a bloc of both
 * versions; otherwise it is printed with its doubts.
 */
export const cartesDe = (
	lues: readonly CorrespondanceLue[],
	source: { intitule: string; document: string },
	options: Options,
	importee?: { id: string; lecture: Lecture },
): Carte[] => {
	if (lues.length === 0) return [];
	const versions = blocsParVersion(lireExistant());
	if (importee) versions.set(importee.id, numeroter(importee.lecture.blocs));
	return lues.map((lue): Carte => {
		const messages: string[] = [
			`${lue.article || 'Tableau'} : ${pluriel(lue.liens.length, 'ligne')} de « ${lue.de} » vers « ${lue.vers} »\n${lignesDe(lue)}`,
		];
		const vers =
			options.vers ??
			importee?.id ??
			deviner(
				lue.liens.flatMap((l) => l.vers),
				versions,
				options.de,
			);
		const de =
			options.de ??
			deviner(
				lue.liens.flatMap((l) => l.de),
				versions,
				vers,
			);
		const manque = [de === undefined ? '--de' : '', vers === undefined ? '--vers' : ''].filter(Boolean);
		const [anciens, nouveaux] = [versions.get(de ?? ''), versions.get(vers ?? '')];
		if (!de || !vers || !anciens?.length || !nouveaux?.length) {
			const absentes = [de, vers].filter((id) => id !== undefined && !versions.get(id)?.length);
			messages.push(
				...lue.doutes.map((d) => `À trancher : ${d.motif} : « ${d.texte} »`),
				manque.length > 0
					? `Aucune version du catalogue n’a ces blocs : donner ${manque.join(' et ')}, ou importer d’abord ${manque.length > 1 ? 'les deux versions' : 'l’autre version'}. Rien n’est écrit de ce tableau.`
					: `${absentes.join(' et ')} : pas de blocs au catalogue ; l’importer d’abord. Rien n’est écrit de ce tableau.`,
			);
			return { messages, aTrancher: true };
		}
		const { liens, doutes } = rapporter(lue, anciens, nouveaux);
		const contenu = {
			de,
			vers,
			blocs: {
				source: { intitule: source.intitule, nature: 'officielle', document: source.document },
				article: lue.article || `Tableau de la ligne ${lue.ligne}`,
				liens,
			},
		};
		const chemin = join(dossierCatalogue(), 'correspondances', `${de}--${vers}.yaml`);
		if (doutes.length > 0) {
			messages.push(
				...doutes.map((d) => `À trancher : ${d.motif} : « ${d.texte} »`),
				`Rien n’est écrit de ce tableau. Une fois tranché, ${chemin} :\n\n${yaml(contenu)}`,
			);
			return { messages, aTrancher: true };
		}
		if (existsSync(chemin)) {
			messages.push(`${chemin} existe ; à y ajouter, ou à comparer :\n\n${yaml({ blocs: contenu.blocs })}`);
			return { messages, aTrancher: false };
		}
		return { sortie: { chemin, contenu: yaml(contenu) }, messages, aTrancher: false };
	});
};
