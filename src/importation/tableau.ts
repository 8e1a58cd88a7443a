import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { espaces } from './caractere.ts';
import { lireEtiquette } from './etiquette.ts';
import { lignesVues, sansMarkdown } from './html.ts';
import { Refus } from './refus.ts';
import { commenceEnMinuscule, finitItem, resteEnSuspens } from './signe.ts';

/** A cell, with its visible lines. A cell that spans rows or columns is the same object at each place. */
export type Cellule = { lignes: string[]; entete: boolean };
export type Tableau = {
	/** Line of the document at which it begins, from 1. */
	ligne: number;
	/** Undefined where no cell covers the place. */
	grille: (Cellule | undefined)[][];
};

export const texteDeCellule = (cellule: Cellule | undefined): string => cellule?.lignes.join(' ') ?? '';
/** Distinct cells, in reading order. */
export const cellulesDe = ({ grille }: Pick<Tableau, 'grille'>): Cellule[] => [
	...new Set(grille.flatMap((rangee) => rangee.filter((c) => c !== undefined))),
];
export const texteDeTableau = (tableau: Tableau): string =>
	cellulesDe(tableau).map(texteDeCellule).filter(Boolean).join(' ');

/** Maximum nesting of tables. */
const EMBOITES = 10;
/** Maximum column span, and maximum number of cells: larger ones are errors and would exhaust memory. */
const ETENDUE = 100;
const CASES = 50_000;

/**
 * Extracts HTML and GFM tables, and aligned tables of activities. Their lines are blanked, so that line numbers stay
 * right.
 * @returns `tableaux`, by the line at which they begin
 */
export const extraireTableaux = (
	brutes: readonly string[],
): { lignes: string[]; tableaux: ReadonlyMap<number, Tableau[]> } => {
	const tableaux = new Map<number, Tableau[]>();
	const ajouter = (tableau: Tableau) => tableaux.set(tableau.ligne, [...(tableaux.get(tableau.ligne) ?? []), tableau]);
	const lignes = retirerHtml(brutes, ajouter);
	retirerGfm(lignes, ajouter);
	retirerAlignes(lignes, ajouter);
	return { lignes, tableaux };
};

const retirerHtml = (brutes: readonly string[], ajouter: (tableau: Tableau) => void): string[] => {
	const lignes = [...brutes];
	let source = '';
	let debut = 0;
	let ouvertes = 0;
	for (const [i, brute] of brutes.entries()) {
		if (ouvertes === 0 && !/<table[\s>]/iu.test(brute)) continue;
		let reste = '';
		let depuis = 0;
		for (const m of brute.matchAll(/<(\/?)table(?=[\s>])[^<>]*>?/giu)) {
			const ferme = m[1] === '/';
			if (ouvertes === 0 && ferme) continue;
			if (ouvertes === 0) {
				reste += brute.slice(depuis, m.index);
				depuis = m.index;
				debut = i + 1;
			}
			ouvertes += ferme ? -1 : 1;
			if (ouvertes > EMBOITES) throw new Refus(`ligne ${i + 1} : plus de ${EMBOITES} tableaux l’un dans l’autre`);
			if (ouvertes > 0) continue;
			const fin = m.index + m[0].length;
			ajouter(lireHtml(source + brute.slice(depuis, fin), debut));
			source = '';
			depuis = fin;
		}
		if (ouvertes > 0) source += `${brute.slice(depuis)}\n`;
		else reste += brute.slice(depuis);
		lignes[i] = reste;
	}
	// An unclosed table ends with the document.
	if (ouvertes > 0) ajouter(lireHtml(source, debut));
	return lignes;
};

type Noeud = RootContent | ElementContent;
const estElement = (noeud: Noeud): noeud is Element => noeud.type === 'element';
const descendants = (noeud: Root | Element, nom: ReadonlySet<string>, arret: ReadonlySet<string>): Element[] =>
	(noeud.children as Noeud[]).filter(estElement).flatMap((e): Element[] => {
		if (nom.has(e.tagName)) return [e];
		return arret.has(e.tagName) ? [] : descendants(e, nom, arret);
	});

const COUPENT = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const texteVu = (noeud: Noeud): string => {
	if (noeud.type === 'text') return noeud.value;
	if (!estElement(noeud)) return '';
	const dedans = noeud.children.map(texteVu).join('');
	// Line ends of the source are white space: only tags separate visible lines.
	return COUPENT.has(noeud.tagName) ? `\u0000${dedans}\u0000` : dedans;
};

const lireHtml = (source: string, ligne: number): Tableau => {
	try {
		return lireArbre(source, ligne);
	} catch (erreur) {
		if (erreur instanceof RangeError) throw new Refus(`ligne ${ligne} : tableau dont les balises sont trop emboîtées`);
		throw erreur;
	}
};

const lireArbre = (source: string, ligne: number): Tableau => {
	const arbre = fromHtml(source, { fragment: true });
	const grille: (Cellule | undefined)[][] = [];
	let cases = 0;
	const aucun: ReadonlySet<string> = new Set();
	const table = new Set(['table']);
	const premiere = descendants(arbre, table, aucun)[0];
	const rangees = premiere ? descendants(premiere, new Set(['tr']), table) : [];
	for (const [r, tr] of rangees.entries()) {
		grille[r] ??= [];
		let colonne = 0;
		for (const td of descendants(tr, new Set(['td', 'th']), table)) {
			while (grille[r]?.[colonne]) colonne++;
			const etendue = (nom: 'rowSpan' | 'colSpan') => {
				const n = Number(td.properties[nom] ?? 1);
				// `rowspan="0"` extends to the last row.
				if (nom === 'rowSpan' && n === 0) return rangees.length - r;
				return Math.min(Math.max(1, Math.floor(n) || 1), nom === 'rowSpan' ? rangees.length - r : ETENDUE);
			};
			const cellule: Cellule = {
				lignes: td.children.map(texteVu).join('').split('\u0000').map(espaces).filter(Boolean),
				entete: td.tagName === 'th',
			};
			const [hauteur, largeur] = [etendue('rowSpan'), etendue('colSpan')];
			cases += hauteur * largeur;
			if (cases > CASES) throw new Refus(`ligne ${ligne} : tableau de plus de ${CASES / 1000} milliers de cases`);
			for (let i = r; i < r + hauteur; i++) {
				grille[i] ??= [];
				for (let k = colonne; k < colonne + largeur; k++) (grille[i] as (Cellule | undefined)[])[k] ??= cellule;
			}
			colonne += largeur;
		}
	}
	return { ligne, grille: grille.map((rangee) => Array.from(rangee)) };
};

const BARRE = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/u;
const cases = (brute: string): string[] =>
	brute
		.trim()
		.replace(/^\||(?<!\\)\|$/gu, '')
		.split(/(?<!\\)\|/u)
		.map((c) => c.replaceAll('\\|', '|'));

/** Extracts GFM tables: a header, a row of dashes with as many cells, then rows up to a line without « | ». */
const retirerGfm = (lignes: string[], ajouter: (tableau: Tableau) => void): void => {
	for (let i = 0; i + 1 < lignes.length; i++) {
		const [tete, barre] = [lignes[i] ?? '', lignes[i + 1] ?? ''];
		if (!tete.includes('|') || !barre.includes('|') || !BARRE.test(barre)) continue;
		if (cases(tete).length !== cases(barre).length) continue;
		const debut = i;
		const rangees = [tete];
		for (i += 2; i < lignes.length && lignes[i]?.includes('|'); i++) rangees.push(lignes[i] ?? '');
		ajouter({
			ligne: debut + 1,
			grille: rangees.map((rangee, r) =>
				cases(rangee).map((c) => ({
					lignes: lignesVues(c)
						.map((l) => espaces(sansMarkdown(l)))
						.filter(Boolean),
					entete: r === 0,
				})),
			),
		});
		lignes.fill('', debut, i);
		i--;
	}
};

/** White space between two aligned columns: a tab, or at least three spaces. */
const ECART = /\t+| {3,}/gu;
type Case = { texte: string; debut: number };

const casesAlignees = (brute: string): Case[] => {
	const cases: Case[] = [];
	let debut = 0;
	for (const m of [...brute.matchAll(ECART), { index: brute.length, 0: '' }]) {
		const texte = espaces(brute.slice(debut, m.index));
		if (texte !== '') cases.push({ texte, debut });
		debut = m.index + m[0].length;
	}
	return cases;
};

/**
 * Texts of a line under each header: by tabs, which end empty cells too if the header has one between two names, or by
 * position. Undefined if a text is under no header, or two under one.
 */
const rangeeAlignee = (
	brute: string,
	tete: string,
	tetes: readonly Case[],
	{ rangs }: Colonnes,
): string[] | undefined => {
	if (tete.includes('\t')) {
		const separe = tete.trim().split('\t').length === tetes.length ? '\t' : /\t+/u;
		const textes = brute.replace(/\s+$/u, '').split(separe).map(espaces);
		// A browser copies no place for the cells that span from the row above: numbers of competences tell.
		const vides = tetes.length - brute.split(separe).length;
		const decale = vides > 0 && /^\d{1,2}\.?$/u.test(textes[0] ?? '') && rangs.has(vides) ? vides : 0;
		return textes.length <= tetes.length ? tetes.map((_, k) => textes[k - decale] ?? '') : undefined;
	}
	const textes = tetes.map(() => '');
	for (const { texte, debut } of casesAlignees(brute)) {
		const colonne = Math.max(
			0,
			tetes.findLastIndex((t) => t.debut - 2 <= debut),
		);
		if (textes[colonne] !== '') return undefined;
		textes[colonne] = texte;
	}
	return textes;
};

/**
 * Extracts tables of activities aligned with white space, recognised by their header. Each text goes under a header,
 * and continuation lines are joined. A line that fits under no header ends the table.
 */
const retirerAlignes = (lignes: string[], ajouter: (tableau: Tableau) => void): void => {
	for (let i = 0; i < lignes.length; i++) {
		const tete = lignes[i] ?? '';
		const tetes = casesAlignees(tete);
		const colonnes = colonnesDActivites(tetes.map((c) => c.texte));
		if (!colonnes) continue;
		const rangees: Cellule[][] = [];
		let fin = i + 1;
		for (; fin < lignes.length; fin++) {
			const brute = lignes[fin] ?? '';
			if (brute.trim() === '') {
				if ((lignes[fin + 1] ?? '').trim() === '' && !(tete.includes('\t') && rangeeSuit(lignes, fin))) break;
				continue;
			}
			// A line without tabs, between two with tabs, is one more of the last cell, unless it may continue the name.
			const derniere = rangees.at(-1)?.[colonnes.competences]?.lignes.at(-1) ?? '';
			const seul = tete.includes('\t') && !brute.includes('\t') && colonnes.competences === tetes.length - 1;
			const nomme = commenceEnMinuscule(brute) && finitItem(derniere);
			if (seul && !nomme && rangees.length > 0 && rangeeSuit(lignes, fin)) {
				placer(rangees, [...Array(colonnes.competences).fill(''), espaces(brute)], colonnes);
				continue;
			}
			const textes = rangeeAlignee(brute, tete, tetes, colonnes);
			const seule = !/\S\s*\t/u.test(brute) && textes?.filter(Boolean).length === 1 ? textes[0] : undefined;
			if (!textes || (seule && !commenceEnMinuscule(seule))) break;
			const [nom = '', rang = nom] = [colonnes.bloc, colonnes.rang].map((k) => textes[k]);
			if (nom && rang === '' && !commenceEnMinuscule(nom) && nom !== rangees.at(-1)?.[colonnes.bloc]?.lignes.join(' '))
				throw new Refus(
					`ligne ${fin + 1} : « ${nom} » est sous « ${tetes[colonnes.bloc]?.texte} », dans un tableau de ${tetes.length} colonnes, sans numéro sous « ${tetes[colonnes.rang]?.texte} » : nom d’un bloc, ou compétence mal alignée ? Compléter la rangée`,
				);
			placer(rangees, textes, colonnes);
		}
		if (rangees.length === 0) continue;
		ajouter({
			ligne: i + 1,
			grille: [tetes.map((c) => ({ lignes: [c.texte], entete: true })), ...rangees],
		});
		lignes.fill('', i, fin);
	}
};

/** Maximum number of lines of a cell, in a table copied with tabs. */
const CELLULE = 100;
/** Whether a line with tabs follows in the same section. */
const rangeeSuit = (lignes: readonly string[], rang: number): boolean => {
	const suite = lignes.slice(rang, rang + CELLULE);
	const tabulee = suite.findIndex((l) => l.includes('\t'));
	return tabulee > 0 && suite.slice(0, tabulee + 1).every((l) => lireEtiquette(espaces(l)) === null);
};

/** Adds a line to the rows of a table: a name of a bloc begins a row, unless it continues the one above. */
const placer = (rangees: Cellule[][], textes: readonly string[], colonnes: Colonnes): void => {
	const { bloc, competences, rang, rangs } = colonnes;
	const nom = textes[bloc] ?? '';
	if (rangees.length === 0 || (nom !== '' && !commenceEnMinuscule(nom)))
		rangees.push(textes.map(() => ({ lignes: [], entete: false })));
	const numerotee = [...rangs].some((k) => k !== rang && textes[k]);
	for (const [k, texte] of textes.entries()) {
		const lignes = rangees.at(-1)?.[k]?.lignes;
		if (!lignes || texte === '') continue;
		const avant = lignes.at(-1);
		const suite = k === competences && !numerotee && avant !== undefined;
		if (suite && (commenceEnMinuscule(texte) || resteEnSuspens(avant))) lignes[lignes.length - 1] = `${avant} ${texte}`;
		else lignes.push(texte);
	}
};

const COLONNE_BLOC = /\b(?:certificats?|ccp|activités?(?:[ -]types?)?|blocs?|unités?)(?!\p{L})/iu;
const COLONNE_COMPETENCE = /(?:^|\s)(?:compétences?|capacités|tâches|savoir[ -]faire)(?!\p{L})/iu;
const COLONNE_RANG = /^(?:n\s?[°ºo]|numéro|rang|#)(?:\s+[\p{L}'’]+){0,4}$/iu;

/** Columns of a table of activities: `rang` numbers the blocs, and `rangs` are all columns of numbers. */
type Colonnes = { bloc: number; competences: number; rang: number; rangs: ReadonlySet<number> };

/** Columns of a table of activities, by its headers; undefined if it is another table. */
const colonnesDe = (tete: readonly string[]): Colonnes | undefined => {
	// « Certificat de compétences professionnelles » names a bloc, although it has the word « compétences ».
	const rangs = new Set(tete.keys().filter((i) => COLONNE_RANG.test(tete[i] ?? '')));
	const nommee = (forme: RegExp) => (t: string, i: number) => !rangs.has(i) && forme.test(t);
	const [deBloc, deCompetence] = [nommee(COLONNE_BLOC), nommee(COLONNE_COMPETENCE)];
	const seules = tete.findIndex((t, i) => deCompetence(t, i) && !deBloc(t, i));
	const bloc = tete.findIndex((t, i) => i !== seules && deBloc(t, i));
	const competences = seules >= 0 ? seules : tete.findIndex((t, i) => i > bloc && deCompetence(t, i));
	if (bloc < 0 || competences < 0) return undefined;
	// « N° | Compétences | CCP »: the only column of numbers is that of the blocs, unless it is just before the competences.
	const rang = [...rangs].find((i) => i < bloc || rangs.size === 1) ?? -1;
	return { bloc, competences, rang: competences === rang + 1 && rang > bloc ? -1 : rang, rangs };
};

/** Columns of a table without markup, whose headers are short. « CCP 1 » begins a bloc: it is not a header. */
const colonnesDActivites = (tetes: readonly string[]): Colonnes | undefined =>
	tetes.every((t) => t.length <= 60 && !/\d/u.test(t)) ? colonnesDe(tetes) : undefined;

/** Whether the headers of two or three columns name blocs, then competences, possibly after a rank. */
export const contientDesActivites = (tetes: readonly string[]): boolean => {
	const c = colonnesDActivites(tetes);
	const n = tetes.length;
	return c !== undefined && n <= 3 && n === 2 + c.rangs.size && c.bloc === n - 2 && c.competences === n - 1;
};

/** A line of an unfolded table. `titre`: it is the name of a bloc. */
export type LigneDeTableau = { texte: string; titre: boolean };

/** Reads a table of activities by rows: the name of a bloc, then its competences, one a line. `tete` is the header. */
export const deplierActivites = (tableau: Tableau): { tete: string; lignes: LigneDeTableau[] } | undefined => {
	const [entete = [], ...rangees] = tableau.grille;
	const c = colonnesDe(entete.map(texteDeCellule));
	if (!c || rangees.length === 0) return undefined;
	const vues = new Set<Cellule>(entete.filter((x) => x !== undefined));
	const tete = [...vues].map(texteDeCellule);
	const lignes: LigneDeTableau[] = [];
	/** A cell that spans rows or columns is read once. */
	const lire = (cellule: Cellule | undefined): Cellule | undefined => {
		if (!cellule || vues.has(cellule)) return undefined;
		vues.add(cellule);
		return cellule;
	};
	for (const rangee of rangees) {
		// The name of a bloc comes first, whatever the order of the columns.
		const bloc = lire(rangee[c.bloc]);
		if (bloc) {
			const numero = texteDeCellule(lire(rangee[c.rang])).replace(/\.$/u, '');
			const titre = texteDeCellule(bloc);
			const texte = numero ? `${numero}. ${titre}` : titre;
			const avant = lignes.findLast((l) => l.titre)?.texte;
			// The name of a bloc is repeated in each row: it is set aside with the header.
			if (titre && avant && (texte === avant || avant.endsWith(`. ${texte}`))) tete.push(texte);
			else if (titre) lignes.push({ texte, titre: true });
		}
		for (const [i, vue] of rangee.entries()) {
			const cellule = i === c.rang ? undefined : lire(vue);
			// The numbers of competences are set aside with the header: their rank replaces them.
			if (cellule && c.rangs.has(i)) tete.push(texteDeCellule(cellule));
			else if (cellule) {
				if (i !== c.competences && cellule.lignes.length > 0) refuserColonne(tableau, i);
				lignes.push(...cellule.lignes.map((texte) => ({ texte, titre: false })));
			}
		}
	}
	return { tete: tete.join(' '), lignes };
};

/** Refuses a column that is neither blocs nor competences: its texts would be read as competences. */
const refuserColonne = ({ grille, ligne }: Tableau, colonne: number): void => {
	const tete = texteDeCellule(grille[0]?.[colonne]);
	throw new Refus(
		`ligne ${ligne} : tableau d’activités dont la colonne « ${tete || `n° ${colonne + 1}`} » n’est ni celle des blocs ni celle de leurs compétences ; l’ôter de la transcription, ou la mettre sous le tableau`,
	);
};

/** Unfolds any other table into lines, by rows. */
export const deplier = (tableau: Tableau): LigneDeTableau[] =>
	cellulesDe(tableau).flatMap((c) => c.lignes.map((texte) => ({ texte, titre: false })));
