import { espaces, PUCE, PUCE_INTERNE, PUCE_SEULE, sansInvisibles, sansLigatures } from './caractere.ts';
import { contientHtml, lignesVues, sansMarkdown } from './html.ts';
import { deplier, type LigneDeTableau, type Tableau, texteDeTableau } from './tableau.ts';

/** A non-blank line of a document, with what its layout says. */
export type Ligne = {
	/** Rank in the document, from 1, blank lines counted. Two items printed on one line share it. */
	readonly numero: number;
	/** The text alone: list mark, Markdown marks and runs of white space taken off. */
	readonly texte: string;
	/** The list mark that led the line, if any. */
	readonly puce: string | null;
	/** White space before the line, in characters. */
	readonly retrait: number;
	/** Blank lines between the line before and this one. */
	readonly blancs: number;
	/** Level of a Markdown heading, 0 for none. */
	readonly diese: number;
	/** The whole line stands between Markdown's bold or italic marks. */
	readonly gras: boolean;
	/** Length of the printed line, to tell a wrapped line from a short one. */
	readonly longueur: number;
	/** The line stands for a table, whose words it has. */
	readonly tableau?: Tableau;
};

/** Lines of a text, as printed: every end of line of Unicode ends one; combining accents are put together (NFC). */
export const lignesBrutes = (texte: string): string[] =>
	sansLigatures(texte.replace(/^\ufeff/u, '').normalize('NFC')).split(/\r\n|[\n\r\v\u2028\u2029]/u);

/** A line without a letter or a digit: blank, or a rule drawn across the page. */
export const sansMot = (texte: string): boolean => !/[\p{L}\p{N}]/u.test(texte);

/** Reads the non-blank lines of a text; each of its tables is one, at its place. */
export const lireLignes = (
	brutes: readonly string[],
	tableaux: ReadonlyMap<number, readonly Tableau[]> = new Map(),
): Ligne[] => {
	const lignes: Ligne[] = [];
	const html = brutes.some(contientHtml);
	let blancs = 0;
	/** A bullet that stands on a line of its own, or at the end of one: it leads the next. */
	let attente: string | null = null;
	brutes.forEach((brute, i) => {
		const vues = cellules(brute) ?? (html ? lignesVues(brute) : [brute]);
		vues.forEach((vue, rang) => {
			// A tag that ends a line ends a paragraph: the source has no hard wraps then.
			if (rang > 0) blancs++;
			for (const morceau of decouperItems(vue)) {
				const seule = PUCE_SEULE.exec(morceau)?.[1];
				if (seule !== undefined) attente = seule;
				else if (sansMot(morceau)) blancs++;
				else {
					const ligne = lireLigne(morceau, i + 1, blancs);
					lignes.push(attente === null ? ligne : { ...ligne, puce: ligne.puce ?? attente });
					attente = null;
					blancs = 0;
				}
			}
		});
		for (const tableau of tableaux.get(i + 1) ?? []) {
			const texte = texteDeTableau(tableau);
			if (sansMot(texte)) continue;
			lignes.push({ ...lireLigne('', i + 1, 1), texte, longueur: texte.length, tableau });
			blancs = 1;
		}
	});
	return lignes;
};

/** Lines that a table is unfolded to: each stands alone, a title in bold. */
export const lignesDeTableau = (lignes: readonly LigneDeTableau[], numero: number): Ligne[] =>
	lignes
		.filter((l) => !sansMot(l.texte))
		.map(({ texte, titre }) => ({ ...lireLigne(texte, numero, 1), ...(titre && { gras: true }) }));

/** A table as the lines of its cells, by rows; any other line as it is. */
export const deplierLigne = (ligne: Ligne): Ligne[] =>
	ligne.tableau ? lignesDeTableau(deplier(ligne.tableau), ligne.numero) : [ligne];

/** The cells of a row of a Markdown table, each a line of its own. */
const cellules = (brute: string): string[] | undefined =>
	/^\s*\|.*\|\s*$/u.test(brute) ? brute.split(/(?<!\\)\|/u).map((c) => c.replaceAll('\\|', '|')) : undefined;

/** « • Souder • Braser », « **INFORMATIONS REQUISES**Intitulé : »: two lines that were printed as one. */
const decouperItems = (brute: string): string[] => {
	const titre = /^\s*\*\*[^*]+\*\*(?=\p{Lu}\p{Ll})/u.exec(brute)?.[0];
	if (titre) return [titre, ...decouperItems(brute.slice(titre.length))];
	const morceaux: string[] = [];
	let debut = 0;
	for (const { index } of brute.matchAll(PUCE_INTERNE)) {
		if (sansMot(brute.slice(debut, index))) continue;
		morceaux.push(brute.slice(debut, index));
		debut = index;
	}
	return [...morceaux, brute.slice(debut)];
};

/** Reads one line, whose text holds a word. */
export const lireLigne = (brute: string, numero: number, blancs: number): Ligne => {
	// A form feed opens a page: it is no indentation.
	const plate = sansInvisibles(brute).replace(/\f/gu, '').replace(/\s/gu, ' ');
	let reste = plate.trim();
	const diese = /^(#{1,6})\s+/u.exec(reste)?.[1]?.length ?? 0;
	if (diese > 0) reste = reste.slice(diese).trim();
	let puce: string | null = null;
	// A Markdown transcription prints « - o item »: every mark in a row is taken off.
	for (let m = PUCE.exec(reste); m && !sansMot(reste.slice(m[0].length)); m = PUCE.exec(reste)) {
		puce = (puce ?? '') + m[0].trim();
		reste = reste.slice(m[0].length);
	}
	return {
		numero,
		texte: espaces(sansMarkdown(reste)),
		puce,
		retrait: plate.length - plate.trimStart().length,
		blancs,
		diese,
		gras: /^(\*\*|__)\S.*\S\1[\s.:;]*$/u.test(reste) || /^\*[^*\s][^*]*\*[\s.:;]*$/u.test(reste),
		longueur: plate.trim().length,
	};
};
