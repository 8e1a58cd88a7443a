import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cles } from '../../domaine/fait.ts';
import { compte } from '../../domaine/vocabulaire.ts';
import type { Evolution } from '../../schemas/evolution.ts';
import type { CleSource } from '../../schemas/fait.ts';
import type { FicheCompetence } from '../../schemas/fiche-competence.ts';
import type { Source, Sources } from '../../schemas/source.ts';
import { existe, reprocheDocument } from '../dossier.ts';
import { documentsDe, type FichierLu, type Lecture } from '../lecture.ts';
import { type Probleme, probleme, signalerDans } from '../probleme.ts';

/** Checks that every `source` in the file names a key of its `sources`, and that each document can be published. */
export function controlerSources(lu: FichierLu<{ sources: Sources }>, dossier: string): Probleme[] {
	const { sources } = lu.data;
	const documents = Object.entries(sources).flatMap(([cle, source]) =>
		controlerDocument(lu, ['sources', cle], source, dossier),
	);
	const connues = Object.keys(sources);
	const parcourir = (valeur: object, chemin: PropertyKey[]): Probleme[] =>
		Object.entries(valeur).flatMap(([cle, v]) => {
			if (cle === 'source') return citer(v, [...chemin, cle]);
			return cle !== 'sources' && v && typeof v === 'object' ? parcourir(v, [...chemin, cle]) : [];
		});
	const citer = (source: CleSource, chemin: PropertyKey[]) =>
		cles(source).flatMap((cle, i, toutes) => {
			const inconnue = `source « ${cle} » inconnue ; la déclarer sous « sources » ou citer l’une de : ${connues.join(', ') || '(aucune)'}`;
			const double = toutes.indexOf(cle) < i && `source « ${cle} » citée deux fois ; ne la garder qu’une fois`;
			const ici = Array.isArray(source) ? [...chemin, i] : chemin;
			return signalerDans(lu)(ici, connues.includes(cle) ? double : inconnue);
		});
	return [...documents, ...parcourir(lu.data, [])];
}

export function controlerDocument(
	lu: FichierLu<object>,
	chemin: readonly PropertyKey[],
	{ document, reproduction }: Source,
	dossier: string,
): Probleme[] {
	if (document === undefined) return [];
	if (reproduction === 'extraits') {
		const message = `un document sous « extraits » serait publié en entier ; retirer « document » et donner son « url », ou écrire « reproduction: integrale » si elle est permise`;
		return [probleme(lu, [...chemin, 'document'], message)];
	}
	const place = join(dossier, 'sources', document);
	if (!existe(place)) {
		const message = `le document « ${document} » n’est pas dans sources/ ; l’y déposer ou corriger son nom`;
		return [probleme(lu, [...chemin, 'document'], message)];
	}
	const message = reprocheDocument(place, document);
	return message ? [{ fichier: `sources/${document}`, message }] : [];
}

/** Warns about documents that no file of the catalogue cites. */
export function avertirSources(lecture: Lecture): string[] {
	const { dossier, refuses } = lecture;
	const lieu = join(dossier, 'sources');
	if (!existsSync(lieu) || !statSync(lieu).isDirectory()) return [];
	const cites = documentsDe(lecture);
	// A refused file may cite it: search its raw text.
	const texteRefuse = [...refuses.values()].join('\n');
	const inutiles = readdirSync(lieu).filter(
		(nom) => !nom.startsWith('.') && !cites.includes(nom) && !texteRefuse.includes(nom),
	);
	if (inutiles.length === 0) return [];
	const nommes = inutiles.sort().slice(0, 10).join(', ');
	const autres = inutiles.length > 10 ? ` et ${compte(inutiles.length - 10, 'autre')}` : '';
	return [
		`sources/ : aucun fichier du catalogue ne cite ${nommes}${autres} ; les citer (« document : ») ou les retirer`,
	];
}

/**
 * Checks that no prose is kept from a document that forbids its reproduction, so that no page can show it.
 * @param lieu path of these facts in their file
 */
export function controlerDroits(
	lu: FichierLu<{ sources: Sources }>,
	lieu: readonly PropertyKey[],
	{ evolution, fiches = [] }: { evolution?: Evolution | undefined; fiches?: FicheCompetence[] | undefined },
): Probleme[] {
	const { sources } = lu.data;
	const refuser = (source: CleSource, texte: readonly string[], chemin: readonly PropertyKey[]): Probleme[] => {
		const interdite = cles(source).find((cle) => sources[cle]?.reproduction === 'extraits');
		const message = `la source « ${interdite} » est sous « extraits » : son texte ne se reproduit pas ; le retirer, ou écrire « reproduction: integrale » si elle est permise`;
		return signalerDans(lu, lieu)([...chemin, 'texte'], texte.length > 0 && interdite && message);
	};
	return [
		...(evolution ? refuser(evolution.source, evolution.texte, ['evolution']) : []),
		...fiches.flatMap(({ rubriques, source }, i) =>
			rubriques.flatMap(({ texte }, j) => refuser(source, texte, ['fiches', i, 'rubriques', j])),
		),
	];
}

/**
 * Whether a version that was not read may exist: its file, or a lineage that names it, is refused. A refused lineage in
 * which no id can be found may hold any version.
 */
export const peutExister = (lecture: Lecture, id: string): boolean =>
	aSonFichier(lecture, id) ||
	[...lecture.refuses].some(
		([fichier, brut]) =>
			fichier.startsWith('lignees/') && (new RegExp(`\\b${id}\\b`).test(brut) || !/\bid *:/.test(brut)),
	);

/** Whether a version has a file of its own, be it refused, or under a name that is a slip of its id. */
export const aSonFichier = ({ ids, refuses }: Lecture, id: string): boolean =>
	ids.includes(id) || [...refuses.keys()].some((fichier) => idDuNom(fichier) === id);

/** Id that the name of a file of `titres/` stands for, whatever its capitals, its separators and its extension. */
const idDuNom = (fichier: string): string | undefined =>
	/^titres\/(.+?)(?:\.\w+)?$/
		.exec(fichier)?.[1]
		?.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-');
