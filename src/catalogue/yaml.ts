import { isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { champVoulu, dire, direYaml } from './messages.ts';
import { type Probleme, probleme } from './probleme.ts';
import { signeRefuse } from './signes.ts';

/** Parsed YAML, with the line of each value. */
export interface Donnees {
	valeur: unknown;
	/** Line of the deepest existing node on this path. */
	ligne: (chemin: readonly PropertyKey[]) => number | undefined;
	problemes: Probleme[];
}

/**
 * Parses YAML 1.2. Duplicate keys and syntax errors become problems with their line. Aliases are refused: the catalogue
 * does not need them, and they let a small file expand without bound.
 * @param decalage number of lines of the file before the YAML
 */
export function lireYaml(texte: string, fichier: string, decalage = 0): Donnees {
	const lu = analyser(texte);
	const ligne = lignesDe(texte, decalage);
	const refuser = (position: number, message: string) => ({
		valeur: undefined,
		ligne,
		problemes: [{ fichier, ligne: (lu?.ligne(position) ?? 1) + decalage, message }],
	});
	// The parser reports this error itself unless the stack overflows first.
	if (!lu) return refuser(0, direYaml({ code: 'RESOURCE_EXHAUSTION', message: '' }));
	// One mistake causes several errors of the parser: report only the first.
	const [premiere] = [...lu.doc.errors, ...lu.doc.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
	const problemes: Probleme[] = [
		...(premiere ? [direPremiere(premiere, texte)] : []),
		...clesEnDouble(lu.doc).map((position) => ({ position, message: 'clé en double ; n’en garder qu’une' })),
	].map(({ position, message }) => ({ fichier, ligne: lu.ligne(position) + decalage, message }));
	if (problemes.length) return { valeur: undefined, ligne, problemes };
	const alias = texte.includes('*') ? premierAlias(lu.doc) : undefined;
	if (alias !== undefined) return refuser(alias, 'les alias YAML (« *nom ») ne sont pas admis ; recopier la valeur');
	const valeur = lu.doc.toJS({ maxAliasCount: 0 });
	// A value has a character that the text does not show only if it is escaped.
	const douteux = texte.includes('\\') || signeRefuse(texte) !== undefined;
	return { valeur, ligne, problemes: douteux ? invisibles(valeur, fichier, ligne) : [] };
}

/**
 * An error of the parser. It takes a line indented by a tab for the rest of the line above, and reports another error
 * there, or further on: the tab is reported instead.
 */
function direPremiere(erreur: YAMLError, texte: string): { position: number; message: string } {
	const position = erreur.pos[0];
	const tabulation = /^ *\t[ \t]*(?=- |[\w-]+:)/m.exec(texte)?.index ?? Number.POSITIVE_INFINITY;
	return tabulation < position || texte.slice(position, tabulation).split('\n').length === 2
		? { position: tabulation, message: direYaml({ code: 'TAB_AS_INDENT', message: '' }) }
		: { position, message: direYaml(erreur) };
}

/**
 * Finds the line of a value. Parses the text again on the first call: lines are needed only for errors, and this costs
 * less than keeping every document. A separate function, so that the closure keeps the text and not the parsed
 * document.
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

/** The parsed document, with the line of a position in it; undefined if it is nested too deep. */
function analyser(texte: string) {
	try {
		const lineCounter = new LineCounter();
		const doc = parseDocument(texte, { lineCounter, uniqueKeys: false, prettyErrors: false });
		return { doc, ligne: (position: number) => lineCounter.linePos(position).line };
	} catch (erreur) {
		if (erreur instanceof RangeError) return undefined;
		throw erreur;
	}
}

/** Positions of duplicate keys. The parser's own check is quadratic. */
function clesEnDouble(doc: ReturnType<typeof parseDocument>): number[] {
	const places: number[] = [];
	visit(doc, {
		Map: (_, { items }) => {
			const vues = new Set<unknown>();
			for (const { key } of items) {
				if (!isScalar(key)) continue;
				// The keys « 1 » and 1 are the same in an object.
				const cle = String(key.value);
				if (vues.has(cle)) places.push(key.range?.[0] ?? 0);
				vues.add(cle);
			}
		},
	});
	return places;
}

function premierAlias(doc: ReturnType<typeof parseDocument>): number | undefined {
	let place: number | undefined;
	visit(doc, {
		Alias: (_, { range }) => {
			place = range?.[0] ?? 0;
			return visit.BREAK;
		},
	});
	return place;
}

/** Forbidden characters that the text of the file does not show because they are escaped: « \u202E ». */
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

/** Validates a value against its schema. Each issue becomes a problem with its line and field. */
export function valider<T extends z.ZodType>(
	schema: T,
	{ valeur, ligne, problemes }: Donnees,
	fichier: string,
): { data?: z.infer<T>; problemes: Probleme[] } {
	if (problemes.length) return { problemes };
	if (valeur === null || valeur === undefined)
		return { problemes: [{ fichier, message: 'rien n’est écrit ici ; remplir ce fichier ou le retirer' }] };
	const lu = schema.safeParse(valeur, { error: dire, reportInput: true });
	if (lu.success) return { data: lu.data, problemes: [] };
	const lieu = { fichier, ligne };
	const issues = lu.error.issues.flatMap((issue) => expliquer(issue, lieu));
	// Two errors at one path have one cause.
	const unes = issues.filter((une, i) => issues.findIndex((autre) => autre.champ === une.champ) === i);
	// A missing field whose name was misspelt is reported once, as the unknown field.
	const voulus = new Set(unes.flatMap(({ voulu }) => voulu ?? []));
	return {
		problemes: unes
			.filter(({ absent, champ }) => !(absent && voulus.has(champ ?? '')))
			.map(({ absent, voulu, ...un }) => un),
	};
}

/** A problem, whether its field is missing, and the path of the known field that an unknown one was taken for. */
type Explique = Probleme & { absent?: boolean; voulu?: string | undefined };

/** Turns an issue into a problem, or into one problem for each key that it names. */
function expliquer(issue: z.core.$ZodIssue, lieu: { fichier: string; ligne: Donnees['ligne'] }): Explique[] {
	const { path, message, input } = issue;
	switch (issue.code) {
		case 'unrecognized_keys': {
			const messages = message.split('\n');
			return issue.keys.map((cle, i) => {
				const dit = messages[i] ?? message;
				const voulu = champVoulu(dit);
				return {
					...probleme(lieu, [...path, cle], dit),
					voulu: voulu && [...path, voulu].join('.'),
				};
			});
		}
		case 'invalid_union':
			// Report the errors of the branch that the writer most probably meant.
			if (!issue.errors.length) return [probleme(lieu, path, message)];
			return plausible(issue.errors).flatMap((interne) =>
				expliquer({ ...interne, path: [...path, ...interne.path] }, lieu),
			);
		case 'invalid_key':
		case 'invalid_element':
			return issue.issues.flatMap((interne) => expliquer({ ...interne, path: [...path, ...interne.path] }, lieu));
		case 'invalid_format': {
			// The message of a schema says what is expected: add the value found.
			const cite = typeof input === 'string' && !message.startsWith('«') && input.length <= 60;
			return [probleme(lieu, path, cite ? `« ${input} » : ${message}` : message)];
		}
		default:
			// The input of a check of ours may be undefined too.
			return [{ ...probleme(lieu, path, message), absent: issue.code !== 'custom' && input === undefined }];
	}
}

/** Weight of a branch of another type altogether (a list instead of a text). */
const AUTRE = 100;
const plausible = (branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] => {
	const poids = (issues: readonly z.core.$ZodIssue[]) =>
		issues.reduce((n, i) => n + (i.code === 'unrecognized_keys' ? 2 * i.keys.length : i.path.length ? 1 : AUTRE), 0);
	return branches.reduce((a, b) => (poids(b) < poids(a) || (poids(b) === poids(a) && poids(b) < AUTRE) ? b : a));
};

/**
 * Splits a Markdown file into YAML front matter and body. `ligneCorps` is the line on which the body begins, from 1.
 */
export function separer(texte: string): { entete: string; corps: string; ligneCorps: number } | undefined {
	const trouve = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(texte);
	if (!trouve) return undefined;
	return { entete: trouve[1] ?? '', corps: texte.slice(trouve[0].length), ligneCorps: trouve[0].split('\n').length };
}
