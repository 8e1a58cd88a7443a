import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type Probleme, probleme } from './probleme.ts';
import { signeRefuse } from './refus.ts';

z.config(z.locales.fr());

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
	const lu = analyser(texte);
	if (!lu)
		return {
			valeur: undefined,
			ligne: () => undefined,
			problemes: [{ fichier, message: 'YAML imbriqué trop profondément ; écrire des listes simples' }],
		};
	const problemes: Probleme[] = [
		// One slip makes the parser say many things: the first ones lead to it.
		...lu.doc.errors.slice(0, 3).map((e) => ({ position: e.pos[0], quoi: e.message })),
		...clesEnDouble(lu.doc).map((position) => ({ position, quoi: 'clé en double' })),
	].map(({ position, quoi }) => ({
		fichier,
		ligne: lu.ligne(position) + decalage,
		message: `YAML mal formé (${quoi}) ; corriger la syntaxe de cette ligne`,
	}));
	const ligne = lignesDe(texte, decalage);
	if (problemes.length) return { valeur: undefined, ligne, problemes };
	try {
		const valeur = lu.doc.toJS({ maxAliasCount: 0 });
		return { valeur, ligne, problemes: invisibles(valeur, fichier, ligne) };
	} catch {
		const message = 'les alias YAML (« *nom ») ne sont pas admis ; recopier la valeur';
		return { valeur: undefined, ligne, problemes: [{ fichier, message }] };
	}
}

/**
 * Where the values of a YAML text stand. Places are asked for only where something is wrong: to parse again then costs
 * less than to keep each document. It is a function of its own so that it holds the text and nothing that was parsed.
 */
function lignesDe(texte: string, decalage: number): Donnees['ligne'] {
	let places: ReturnType<typeof analyser>;
	return (chemin) => {
		places ??= analyser(texte);
		for (let n = chemin.length; places && n >= 0; n--) {
			const noeud = n ? places.doc.getIn(chemin.slice(0, n), true) : places.doc.contents;
			const debut = (noeud as { range?: [number, number, number] } | undefined)?.range?.[0];
			if (debut !== undefined) return places.ligne(debut) + decalage;
		}
		return undefined;
	};
}

/** The document, and the line of each of its positions; nothing where it is nested beyond what can be followed. */
function analyser(
	texte: string,
): { doc: ReturnType<typeof parseDocument>; ligne: (position: number) => number } | undefined {
	try {
		const lineCounter = new LineCounter();
		const doc = parseDocument(texte, { lineCounter, uniqueKeys: false, prettyErrors: false });
		return { doc, ligne: (position) => lineCounter.linePos(position).line };
	} catch (erreur) {
		if (erreur instanceof RangeError) return undefined;
		throw erreur;
	}
}

/** Places of the keys that a map already has. The parser's own check compares each key with each other one. */
function clesEnDouble(doc: ReturnType<typeof parseDocument>): number[] {
	const places: number[] = [];
	visit(doc, {
		Map: (_, { items }) => {
			const vues = new Set<unknown>();
			for (const { key } of items) {
				if (!isScalar(key)) continue;
				// « 1 » and 1 are one key of an object.
				const cle = String(key.value);
				if (vues.has(cle)) places.push(key.range?.[0] ?? 0);
				vues.add(cle);
			}
		},
	});
	return places;
}

/** Signs that the text of the file does not show, because an escape of YAML writes them: « \u202E ». */
function invisibles(valeur: unknown, fichier: string, ligne: Donnees['ligne']): Probleme[] {
	const problemes: Probleme[] = [];
	const parcourir = (v: unknown, chemin: PropertyKey[]) => {
		if (typeof v === 'string') {
			const message = signeRefuse(v);
			if (message) problemes.push(probleme({ fichier, ligne }, chemin, message));
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
		problemes: lu.error.issues.map(({ path, message }) => probleme({ fichier, ligne }, path, message)),
	};
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
