import { type Cellule, enTexte, rangeesDe, type Table } from '../page-pdf.ts';
import { commenceEnMinuscule, parentheseOuverte, replier, resteEnSuspens } from '../signe.ts';
import type { PageLue } from './document.ts';
import { ditLeTotal } from './duree.ts';

/** Tolerance in points on the columns of a table from one page to the next. */
const JEU = 4;

const proches = (a: number, b: number): boolean => Math.abs(a - b) < JEU;
const memeColonne = (a: Cellule, b: Cellule): boolean => proches(a.gauche, b.gauche) && proches(a.droite, b.droite);

/** Headers of tables: a table with new headers is another table. */
const TETE =
	/^(?:modalites?|durees?|competences? (?:professionnelles|evaluees|transversales)|activites[ -]types?|n ?°.*|.*\barrete du\b.*)$/;

/** Headers that a table repeats at the top of the next page. */
const tetesRepetees = (table: Table, suite: Table): Cellule[] => {
	const [tetes, reprises] = [table, suite].map((t) => rangeesDe(t).map((r) => r.filter((c) => c.texte !== '')));
	const repetees = new Set<Cellule>();
	for (const [i, rangee] of (reprises ?? []).entries()) {
		const neuves = rangee.filter((c) => !repetees.has(c));
		const meme = (c: Cellule) =>
			(tetes?.[i] ?? []).some((t) => memeColonne(t, c) && replier(t.texte) === replier(c.texte));
		if (neuves.length === 0 || !neuves.every(meme)) break;
		for (const c of neuves) repetees.add(c);
	}
	return [...repetees];
};

const seSuivent = (table: Table, suite: Table): boolean => {
	const bords = (cellules: readonly Cellule[]) => [
		Math.min(...cellules.map((c) => c.gauche)),
		Math.max(...cellules.map((c) => c.droite)),
	];
	const [gauche = 0, droite = 0] = bords(table.cellules);
	const [g = 0, d = 0] = bords(suite.cellules);
	return (
		g > gauche - JEU &&
		d < droite + JEU &&
		suite.cellules.every((c) => table.cellules.some((t) => proches(t.gauche, c.gauche))) &&
		suite.cellules.every((c) => table.cellules.some((t) => proches(t.droite, c.droite)))
	);
};

/** Whether the text of a cell continues in the cell below, on the next page. */
const suspendu = (haut: Pick<Cellule, 'texte'>, bas: Cellule): boolean =>
	commenceEnMinuscule(bas.texte) || resteEnSuspens(haut.texte) || parentheseOuverte(haut.texte);

/**
 * Merges tables that continue on the next page: removes repeated headers, and joins a row split by the page break,
 * recognised by a text that cannot end or begin there.
 */
export const reunirTables = (pages: readonly PageLue[]): { pages: PageLue[]; repetees: Cellule[] } => {
	const repetees: Cellule[] = [];
	const sorties: PageLue[] = [];
	let ouverte: Table | undefined;
	for (const page of pages) {
		const [premier] = page.contenu;
		const suite = premier && 'table' in premier ? premier.table : undefined;
		const reprises = ouverte && suite && seSuivent(ouverte, suite) ? tetesRepetees(ouverte, suite) : undefined;
		const corps = suite?.cellules.filter((c) => !reprises?.includes(c)) ?? [];
		const haut = Math.max(...corps.map((c) => c.haut));
		const autre = corps.some((c) => proches(c.haut, haut) && TETE.test(replier(c.texte)));
		if (ouverte && reprises && !autre) {
			repetees.push(...reprises);
			joindre(ouverte, corps, haut);
			const contenu = page.contenu.slice(1);
			sorties.push({ ...page, contenu });
			if (contenu.length > 0) ouverte = finale(contenu);
		} else {
			sorties.push(page);
			ouverte = finale(page.contenu);
		}
	}
	return { pages: sorties, repetees };
};

const finale = (contenu: PageLue['contenu']): Table | undefined => {
	const dernier = contenu.at(-1);
	return dernier && 'table' in dernier ? dernier.table : undefined;
};

/**
 * Whether two rows are the halves of one: each lacks a column that the other has, and only one has a first column. The
 * row of the total, and rows with other columns, are separate.
 */
const seCompletent = (haut: readonly Cellule[], bas: readonly Cellule[], gauche: number): boolean => {
	const chevauche = (a: Cellule, b: Cellule) => Math.min(a.droite, b.droite) - Math.max(a.gauche, b.gauche) > JEU;
	if (ditLeTotal(enTexte(bas)) || haut.some((a) => bas.some((b) => chevauche(a, b) && !memeColonne(a, b))))
		return false;
	const manque = (ici: readonly Cellule[], la: readonly Cellule[]) =>
		la.some((c) => !ici.some((d) => memeColonne(d, c)));
	const nommees = [haut, bas].filter((r) => r.some((c) => proches(c.gauche, gauche)));
	return nommees.length < 2 && manque(haut, bas) && manque(bas, haut);
};

/** Appends the cells of the next page to a table. */
const joindre = (table: Table, corps: readonly Cellule[], haut: number): void => {
	const bas = Math.min(...table.cellules.map((c) => c.bas));
	const dessus = table.cellules.filter((c) => proches(c.bas, bas));
	const dessous = corps.filter((c) => proches(c.haut, haut));
	const paireDe = (c: Cellule) => dessus.find((d) => memeColonne(d, c));
	const coupe =
		seCompletent(dessus, dessous, Math.min(...table.cellules.map((c) => c.gauche))) ||
		dessous.some((c) => suspendu(paireDe(c) ?? { texte: '' }, c) && paireDe(c));
	const rangee = {
		haut: Math.min(...dessus.map((c) => c.haut)),
		bas: Math.min(...dessous.map((c) => c.bas)) - haut + bas,
	};
	if (coupe) for (const c of dessus) c.bas = rangee.bas;
	for (const c of corps) {
		const paire = coupe && dessous.includes(c) ? paireDe(c) : undefined;
		if (paire) {
			paire.lignes.push(...c.lignes);
			paire.texte = enTexte(paire.lignes);
		} else if (coupe && dessous.includes(c)) table.cellules.push({ ...c, ...rangee });
		else table.cellules.push({ ...c, haut: c.haut - haut + bas, bas: c.bas - haut + bas });
	}
	table.cellules.sort((a, b) => b.haut - a.haut || a.gauche - b.gauche);
};
