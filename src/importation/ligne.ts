import { ouvertureNommee } from './activite.ts';
import type { Doute } from './bloc.ts';
import { espaces, PUCE, PUCE_INTERNE, PUCE_SEULE, sansInvisibles, sansLigatures } from './caractere.ts';
import { contientHtml, lignesVues, sansMarkdown } from './html.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	finitItem,
	mots,
	parentheseOuverte,
	resteEnSuspens,
} from './signe.ts';
import { deplier, type LigneDeTableau, type Tableau, texteDeTableau } from './tableau.ts';

/** A line of a document that has words, with its layout. */
export type Ligne = {
	/** Line number in the document, from 1. Two items printed on one line share it. */
	readonly numero: number;
	/** Text without list mark, Markdown marks and extra spaces. */
	readonly texte: string;
	/** List mark before the text, if any. */
	readonly puce: string | null;
	/** Indentation in characters. */
	readonly retrait: number;
	/** Number of blank lines before this one. */
	readonly blancs: number;
	/** Level of a Markdown heading, 0 if it is none. */
	readonly diese: number;
	/** Whether the whole line is in bold or italics. */
	readonly gras: boolean;
	/** Length of the printed line in characters: tells a wrapped line from a short one. */
	readonly longueur: number;
	/** The table that this line stands for; `texte` then has its words. */
	readonly tableau?: Tableau;
};

/** Splits a text into lines, at any Unicode line end, and composes accents (NFC). */
export const lignesBrutes = (texte: string): string[] =>
	sansLigatures(texte.replace(/^\ufeff/u, '').normalize('NFC')).split(/\r\n|[\n\r\v\u2028\u2029]/u);

/** Whether a line has neither letter nor digit: blank, or a drawn rule. */
export const sansMot = (texte: string): boolean => !/[\p{L}\p{N}]/u.test(texte);

/** A closing mark or a stop alone on its line ends the line above: « de " masse » + « ". ». */
const FERMANT = /^\s*([»”"’)\]]\s?[.;:,!?…]?|[.;:,!?…])\s*$/u;

/** Parses the lines that have words. Each table becomes one line, at its place. */
export const lireLignes = (
	brutes: readonly string[],
	tableaux: ReadonlyMap<number, readonly Tableau[]> = new Map(),
): Ligne[] => {
	const lignes: Ligne[] = [];
	const html = brutes.some(contientHtml);
	let blancs = 0;
	/** A bullet alone on its line, or at the end of one: it belongs to the next line. */
	let attente: string | null = null;
	const listes = { ouvertes: 0 };
	brutes.forEach((brute, i) => {
		const vues = cellules(brute) ?? (html ? lignesVues(brute, listes) : [brute]);
		vues.forEach((vue, rang) => {
			// A line split by tags is split into paragraphs: such a source has no hard wraps.
			if (rang > 0) blancs++;
			for (const morceau of decouperItems(vue)) {
				const seule = PUCE_SEULE.exec(morceau)?.[0] ?? (html ? /^ *- $/u.exec(morceau)?.[0] : undefined);
				const fin = FERMANT.exec(morceau)?.[1];
				const avant = lignes.at(-1);
				if (seule !== undefined) attente = seule;
				else if (fin !== undefined && avant && !avant.tableau && blancs === 0)
					lignes[lignes.length - 1] = { ...avant, texte: `${avant.texte}${/^[).,\]]/u.test(fin) ? '' : ' '}${fin}` };
				else if (sansMot(morceau)) blancs++;
				else {
					const ligne = lireLigne(morceau, i + 1, blancs);
					lignes.push(attente === null ? ligne : avecPuce(ligne, attente));
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
	return avecNoteEtoilee(lignes);
};

/** Gives a line the bullet that stood alone above it. That of a web page is indented as its list is. */
const avecPuce = (ligne: Ligne, attente: string): Ligne => {
	const seule = attente.trim();
	const retrait = seule === '-' ? attente.length - attente.trimStart().length : ligne.retrait;
	return { ...ligne, puce: ligne.puce ?? seule, retrait };
};

/** « * Selon la saison. » is a note, not an item, if it is the only line with that mark and a word calls it (« miel* »). */
const avecNoteEtoilee = (lignes: readonly Ligne[]): Ligne[] => {
	const [note, autre] = lignes.filter((l) => l.puce === '*');
	const appelee = note && !autre && lignes.some((l) => /[\p{L})]\*(?=[\s.,;:]|$)/u.test(l.texte));
	return lignes.map((l) => (appelee && l === note ? { ...l, puce: null, texte: `* ${l.texte}` } : l));
};

/** Lines of an unfolded table. Each stands alone, and titles are bold. */
export const lignesDeTableau = (lignes: readonly LigneDeTableau[], numero: number): Ligne[] =>
	lignes
		.filter((l) => !sansMot(l.texte))
		.map(({ texte, titre }) => ({ ...lireLigne(texte, numero, 1), ...(titre && { gras: true }) }));

/** Replaces a table by the lines of its cells. Other lines are not changed. */
export const deplierLigne = (ligne: Ligne): Ligne[] =>
	ligne.tableau ? lignesDeTableau(deplier(ligne.tableau), ligne.numero) : [ligne];

/** Two texts with a tab or three spaces between them: the second may be a line of its own. */
const coteACote = (brute: string): [string, string] | undefined => {
	const [gauche = '', droite = '', autre] = brute.split(/(?<=\S)(?:\t+| {3,})(?=\S)/u);
	const deux = mots(gauche).length > 2 && commenceEnCapitale(droite) && !resteEnSuspens(gauche);
	return deux && autre === undefined && !parentheseOuverte(gauche) ? [gauche, droite] : undefined;
};

/** Column of the second of two texts side by side, of which the second is no value of the first; -1 without a gap. */
const colonneDe = (brute: string): number => {
	const ecart = /(?<=[^\s:;.])(?:\t| {3,})(?=\p{L})/u.exec(brute);
	return ecart ? ecart.index + ecart[0].length : -1;
};

/**
 * Doubts about lines split in two at a wide gap, unless the first is a sentence or the name of a bloc, and about lines
 * that continue side by side from one to the next.
 */
export const blancsDouteux = (brutes: readonly string[]): Doute[] =>
	brutes.flatMap((brute, i) => {
		const [ici, avant] = [brute, brutes[i - 1] ?? ''].map(colonneDe) as [number, number];
		if (ici > 0 && Math.abs(ici - avant) <= 1 && commenceEnMinuscule(brute.slice(ici)) && commenceEnMinuscule(brute))
			return [{ ligne: i + 1, texte: espaces(brute), motif: 'deux colonnes lues comme une seule ligne ?' }];
		const deux = coteACote(brute);
		if (!deux || finitItem(deux[0]) || ouvertureNommee(deux[0].trim())) return [];
		return [{ ligne: i + 1, texte: deux[1].trim(), motif: 'après un grand blanc, lu comme une autre ligne' }];
	});

/** Cells of a row of a Markdown table, or two texts side by side. */
const cellules = (brute: string): string[] | undefined => {
	const deux = coteACote(brute);
	if (deux) return deux;
	return /^\s*\|.*\|\s*$/u.test(brute) ? brute.split(/(?<!\\)\|/u).map((c) => c.replaceAll('\\|', '|')) : undefined;
};

/** Splits a line that was printed as one: « • Souder • Braser », « **INFORMATIONS REQUISES**Intitulé : ». */
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

/** Parses one line, which must contain a word. */
export const lireLigne = (brute: string, numero: number, blancs: number): Ligne => {
	// A form feed begins a page: it is no indentation.
	const plate = sansInvisibles(brute).replace(/\f/gu, '').replace(/\s/gu, ' ');
	let reste = plate.trim();
	const diese = /^(#{1,6})\s+/u.exec(reste)?.[1]?.length ?? 0;
	if (diese > 0) reste = reste.slice(diese).trim();
	let puce: string | null = null;
	// A Markdown transcription may print « - o item »: remove all marks.
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
