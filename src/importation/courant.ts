import { ouvertureNommee } from './activite.ts';
import { lireEtiquette } from './etiquette.ts';
import type { Morceau } from './page.ts';
import { enRangees } from './rangee.ts';
import { commenceEnMinuscule, commenceParInfinitif, finitItem, replier } from './signe.ts';

/** A page by its runs of text, to be told from the others. */
export type PageDeMorceaux = { numero: number; morceaux: readonly Morceau[] };

type Rangee = { y: number; texte: string; cle: string; morceaux: Morceau[] };

/** A running head or foot has three lines at most. */
const PROFONDEUR = 3;
/** A running line stands at one height, within a few points. */
const ECART = 4;

const rangeesDe = (morceaux: readonly Morceau[]): Rangee[] =>
	enRangees(morceaux.filter((m) => m.texte.trim() !== '')).map(({ y, morceaux: ici }) => {
		const texte = ici
			.sort((a, b) => a.x - b.x)
			.map((m) => m.texte.trim())
			.join(' ');
		return { y, texte, cle: replier(texte).replace(/\d+/gu, '#'), morceaux: ici };
	});

/**
 * Running heads and feet: lines that stand at the same height at the top or the foot of several pages, in the same
 * words, numbers aside. They are no text of the document.
 */
export const separerCourants = <P extends PageDeMorceaux>(
	pages: readonly P[],
): { pages: P[]; courants: { page: number; texte: string }[] } => {
	// Odd and even pages may have heads of their own: two pages in five are enough.
	const { pages: sorties, courants } = separerRepetes(pages, 0.4);
	const { pages: nues, retirees } = separerIsoles(sorties);
	return { pages: nues, courants: [...courants, ...retirees] };
};

/** Lines that this share of the pages has at the same height of their top or foot. */
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

const quantile = (nombres: readonly number[], part: number): number =>
	[...nombres].sort((a, b) => a - b)[Math.floor(part * nombres.length)] ?? 0;

/** A line that may be of the text, wherever it stands: a heading, a competence, the end of a sentence, a note. */
const duTexte = (texte: string): boolean =>
	texte.length > 90 ||
	/^[\p{N}IVX]+\s*[.)–-]|^[(*¹²³•–-]/u.test(texte) ||
	lireEtiquette(texte) !== null ||
	ouvertureNommee(texte) !== null ||
	commenceParInfinitif(texte) ||
	commenceEnMinuscule(texte) ||
	finitItem(texte);

/**
 * Heads and feet that differ from page to page are not repeated: their place tells them. Each stands alone, far from
 * the text of its page, at one height that the text of no page reaches, and in type no larger than the text's.
 */
const separerIsoles = <P extends PageDeMorceaux>(
	pages: readonly P[],
): { pages: P[]; retirees: { page: number; texte: string }[] } => {
	if (pages.length < 2) return { pages: [...pages], retirees: [] };
	const parPage = pages.map((p) => rangeesDe(p.morceaux));
	const ecarts = parPage.flatMap((rs) => rs.slice(1).map((r, i) => (rs[i]?.y ?? 0) - r.y));
	// The leading: where paragraphs are short, half of the gaps are those between two of them.
	const pas = quantile(ecarts, 0.25);
	const corps = quantile(
		pages.flatMap((p) => p.morceaux.map((m) => m.corps)),
		0.5,
	);
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
		// A first page alone may have a title that stands apart.
		if (!aligne || !isole.slice(1).some(Boolean)) continue;
		for (const [i, r] of isole.entries()) {
			if (!r || sens * r.y < limite) continue;
			for (const m of r.morceaux) ote.add(m);
			retirees.push({ page: pages[i]?.numero ?? 0, texte: r.texte });
		}
	}
	return { pages: pages.map((p) => ({ ...p, morceaux: p.morceaux.filter((m) => !ote.has(m)) })), retirees };
};
