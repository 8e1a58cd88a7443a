import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Probleme } from './probleme.ts';
import { signeRefuse, signesRefuses } from './signe.ts';

z.config(z.locales.fr());

/** Names of the files of one folder that end so, sorted; none where the folder does not exist. */
export function lister(dossier: string, extension: string): string[] {
	if (!existsSync(dossier)) return [];
	return readdirSync(dossier)
		.filter((nom) => nom.endsWith(extension) && !nom.startsWith('.') && estFichier(join(dossier, nom)))
		.sort();
}

/** False of a folder, and of a link that leads nowhere. */
const estFichier = (chemin: string): boolean => statSync(chemin, { throwIfNoEntry: false })?.isFile() ?? false;

/** Whether a file, once links are followed, stands outside a folder: what is not in a catalogue is not published. */
export function estDehors(chemin: string, dossier: string): boolean {
	const place = relative(realpathSync(dossier), realpathSync(chemin));
	return place.startsWith('..') || join(realpathSync(dossier), place) !== realpathSync(chemin);
}

/** YAML read with the place of each value, so that an error can name its line. */
export interface Donnees {
	valeur: unknown;
	/** Line of the deepest part of this path that stands in the file. */
	ligne: (chemin: readonly PropertyKey[]) => number | undefined;
	problemes: Probleme[];
}

/**
 * Parses YAML 1.2. Duplicate keys and syntax errors become problems with their line. Aliases are refused: they have
 * no use here, and they are how a small file grows without bound.
 * @param decalage lines of the file that stand before the YAML
 */
export function lireYaml(texte: string, fichier: string, decalage = 0): Donnees {
	const lignes = new LineCounter();
	const doc = analyser(texte, lignes);
	if (!doc)
		return {
			valeur: undefined,
			ligne: () => undefined,
			problemes: [{ fichier, message: 'YAML imbriqué trop profondément ; écrire des listes simples' }],
		};
	const place = (position: number | undefined) =>
		position === undefined ? undefined : lignes.linePos(position).line + decalage;
	const problemes: Probleme[] = doc.errors.map((e) => ({
		fichier,
		ligne: place(e.pos[0]),
		message: `YAML mal formé (${e.code === 'DUPLICATE_KEY' ? 'clé en double' : e.message}) ; corriger la syntaxe de cette ligne`,
	}));
	const ligne = (chemin: readonly PropertyKey[]) => {
		for (let n = chemin.length; n >= 0; n--) {
			const noeud = n ? doc.getIn(chemin.slice(0, n), true) : doc.contents;
			const debut = (noeud as { range?: [number, number, number] } | undefined)?.range?.[0];
			if (debut !== undefined) return place(debut);
		}
		return undefined;
	};
	if (problemes.length) return { valeur: undefined, ligne, problemes };
	try {
		const valeur = doc.toJS({ maxAliasCount: 0 });
		return { valeur, ligne, problemes: invisibles(valeur, fichier, ligne) };
	} catch {
		const message = 'les alias YAML (« *nom ») ne sont pas admis ; recopier la valeur';
		return { valeur: undefined, ligne, problemes: [{ fichier, message }] };
	}
}

/** The document; nothing where it is nested beyond what the parser can follow. */
function analyser(texte: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | undefined {
	try {
		return parseDocument(texte, { lineCounter, uniqueKeys: true, prettyErrors: false });
	} catch (erreur) {
		if (erreur instanceof RangeError) return undefined;
		throw erreur;
	}
}

/** Signs that the text of the file does not show, because an escape of YAML writes them: « \u202E ». */
function invisibles(valeur: unknown, fichier: string, ligne: Donnees['ligne']): Probleme[] {
	const problemes: Probleme[] = [];
	const parcourir = (v: unknown, chemin: PropertyKey[]) => {
		if (typeof v === 'string') {
			const message = signeRefuse(v);
			if (message) problemes.push({ fichier, ligne: ligne(chemin), champ: chemin.join('.') || undefined, message });
		} else if (v && typeof v === 'object') for (const [cle, w] of Object.entries(v)) parcourir(w, [...chemin, cle]);
	};
	parcourir(valeur, []);
	return problemes;
}

/** Checks a value against its schema; each issue becomes a problem that names the line and the field. */
export function valider<T extends z.ZodType>(
	schema: T,
	{ valeur, ligne, problemes }: Donnees,
	fichier: string,
): { data?: z.infer<T>; problemes: Probleme[] } {
	if (problemes.length) return { problemes };
	const lu = schema.safeParse(valeur);
	if (lu.success) return { data: lu.data, problemes: [] };
	return {
		problemes: lu.error.issues.map((issue) => ({
			fichier,
			ligne: ligne(issue.path),
			champ: issue.path.join('.') || undefined,
			message: issue.message,
		})),
	};
}

/** Beyond this, in bytes, a file of the catalogue is not a text that someone wrote. */
const POIDS_MAXIMUM = 2 * 1024 * 1024;

/**
 * A text file as UTF-8, refused where its bytes are not: a wrong letter would be altered in silence otherwise. Refused
 * too: what is too heavy, what holds signs that no reader sees.
 */
export function lireTexte(chemin: string, fichier: string): { texte: string; problemes: Probleme[] } {
	const refuser = (message: string) => ({ texte: '', problemes: [{ fichier, message }] });
	if (statSync(chemin).size > POIDS_MAXIMUM)
		return refuser('ce fichier pèse plus de 2 Mio ; le partager, ou retirer ce qui n’est pas du texte');
	const octets = readFileSync(chemin);
	let texte: string;
	try {
		texte = new TextDecoder('utf-8', { fatal: true }).decode(octets);
	} catch {
		return refuser('ce fichier n’est pas en UTF-8 ; le réenregistrer en UTF-8');
	}
	const problemes = signesRefuses(texte, fichier);
	return problemes.length ? { texte: '', problemes } : { texte, problemes };
}

/** Splits a Markdown file into its YAML front matter and its body, with the line at which the body starts. */
export function separer(texte: string): { entete: string; corps: string; ligneCorps: number } | undefined {
	const trouve = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(texte);
	if (!trouve) return undefined;
	return {
		entete: trouve[1] ?? '',
		corps: texte.slice(trouve[0].length),
		ligneCorps: trouve[0].split('\n').length,
	};
}
