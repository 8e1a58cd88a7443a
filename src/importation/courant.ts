import { mediane, quantile } from '../domaine/nombre.ts';
import { ouvertureNommee } from './activite.ts';
import { lireEtiquette } from './etiquette.ts';
import type { Morceau } from './page.ts';
import { enRangees } from './rangee.ts';
import { commenceEnMinuscule, commenceParInfinitif, finitItem, replier } from './signe.ts';

/** Runs of text of a page. */
export type PageDeMorceaux = { numero: number; morceaux: readonly Morceau[] };

type Rangee = { y: number; texte: string; cle: string; morceaux: Morceau[] };

/** Maximum number of lines of a running header or footer. */
const PROFONDEUR = 3;
/** Tolerance in points on the height of a running line. */
const ECART = 4;

const rangeesDe = (morceaux: readonly Morceau[]): Rangee[] =>
	enRangees(morceaux.filter((m) => m.texte.trim() !== '')).map(({ y, morceaux: ici }) => {
		const texte = ici
			.sort((a, b) => a.x - b.x)
			.map((m) => m.texte.trim())
			.join(' ');
		// Pages may be numbered in Roman numerals.
		const cle = replier(texte).replace(/\d+|^[ -]*[ivx]+[ -]*$/gu, '#');
		return { y, texte, cle, morceaux: ici };
	});

/** Separates running headers and footers: the same words (except numbers) at the same height of several pages. */
export const separerCourants = <P extends PageDeMorceaux>(
	pages: readonly P[],
): { pages: P[]; courants: { page: number; texte: string }[] } => {
	// Odd and even pages may differ: two pages in five are enough.
	const { pages: sorties, courants } = separerRepetes(pages, 0.4);
	const { pages: nues, retirees } = separerIsoles(sorties);
	return { pages: nues, courants: [...courants, ...retirees] };
};

/** Separates the lines that at least a share `part` of the pages have at the same height of their top or bottom. */
export const separerRepetes = <P extends PageDeMorceaux>(
	pages: readonly P[],
	part: number,
): { pages: P[]; courants: { page: number; texte: string }[] } => {
	const parPage = pages.map((p) => rangeesDe(p.morceaux));
	const courants: { page: number; texte: string }[] = [];
	const bords = (rangees: readonly Rangee[]) => [rangees.slice(0, PROFONDEUR), rangees.slice(-PROFONDEUR).reverse()];
	const deux = parPage.map(bords);
	const assez = Math.max(2, Math.ceil(part * pages.length));
	const court = (rangee: Rangee, bord: number): boolean =>
		deux.filter((b) => (b[bord] ?? []).some((r) => r.cle === rangee.cle && Math.abs(r.y - rangee.y) <= ECART)).length >=
		assez;
	const sorties = pages.map((page, i) => {
		const retires = new Set<Morceau>();
		for (const bord of [0, 1])
			for (const rangee of deux[i]?.[bord] ?? []) {
				if (!court(rangee, bord)) break;
				if (rangee.morceaux.some((m) => retires.has(m))) continue;
				for (const m of rangee.morceaux) retires.add(m);
				courants.push({ page: page.numero, texte: rangee.texte });
			}
		return { ...page, morceaux: page.morceaux.filter((m) => !retires.has(m)) };
	});
	return { pages: sorties, courants };
};

/** A line that may belong to the text: a heading, a competence, the end of a sentence, a note. */
const duTexte = (texte: string): boolean =>
	texte.length > 90 ||
	/^[\p{N}IVX]+\s*[.)–-]|^[(*¹²³•–-]/u.test(texte) ||
	lireEtiquette(texte) !== null ||
	ouvertureNommee(texte) !== null ||
	commenceParInfinitif(texte) ||
	commenceEnMinuscule(texte) ||
	finitItem(texte);

/**
 * Separates headers and footers that differ from page to page, by position: alone, far from the text, at a height that
 * no text reaches, and not in larger type than the text.
 */
const separerIsoles = <P extends PageDeMorceaux>(
	pages: readonly P[],
): { pages: P[]; retirees: { page: number; texte: string }[] } => {
	if (pages.length < 2) return { pages: [...pages], retirees: [] };
	const parPage = pages.map((p) => rangeesDe(p.morceaux));
	const ecarts = parPage.flatMap((rs) => rs.slice(1).map((r, i) => (rs[i]?.y ?? 0) - r.y));
	// The line spacing: with short paragraphs, half of the gaps are between paragraphs.
	const pas = quantile(ecarts, 0.25);
	const corps = mediane(pages.flatMap((p) => p.morceaux.map((m) => m.corps)));
	const retirees: { page: number; texte: string }[] = [];
	const ote = new Set<Morceau>();
	for (const sens of [1, -1]) {
		const rangs = parPage.map((rs) => (sens === 1 ? rs : [...rs].reverse()));
		const isole = rangs.map(([une, deux]) => {
			if (!une || !deux || Math.abs(une.y - deux.y) < 2.5 * pas || duTexte(une.texte)) return undefined;
			return une.morceaux.some((m) => m.corps > 1.15 * corps) ? undefined : une;
		});
		const bords = rangs.flatMap((rs, i) => sens * ((isole[i] ? rs[1] : rs[0])?.y ?? Number.NEGATIVE_INFINITY * sens));
		const limite = Math.max(...bords.filter(Number.isFinite)) + 1.5 * pas;
		const hauteurs = isole.flatMap((r) => (r ? [r.y] : []));
		const aligne = hauteurs.every((y) => Math.abs(y - (hauteurs[0] ?? y)) <= ECART);
		// A first page may have a title set apart.
		if (!aligne || !isole.slice(1).some(Boolean)) continue;
		for (const [i, r] of isole.entries()) {
			if (!r || sens * r.y < limite) continue;
			for (const m of r.morceaux) ote.add(m);
			retirees.push({ page: pages[i]?.numero ?? 0, texte: r.texte });
		}
	}
	return { pages: pages.map((p) => ({ ...p, morceaux: p.morceaux.filter((m) => !ote.has(m)) })), retirees };
};
