import type { Morceau } from './page.ts';
import { replier } from './signe.ts';

/** A page by its runs of text, to be told from the others. */
export type PageDeMorceaux = { numero: number; morceaux: readonly Morceau[] };

type Rangee = { y: number; texte: string; cle: string; morceaux: Morceau[] };

/** How far from the top or the foot of the text a running line may stand: a head has three lines at most. */
const PROFONDEUR = 3;
/** A running line stands at one height, within a few points. */
const ECART = 4;

const rangeesDe = (morceaux: readonly Morceau[]): Rangee[] => {
	const rangees: { y: number; morceaux: Morceau[] }[] = [];
	for (const m of [...morceaux].filter((x) => x.texte.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)) {
		const ici = rangees.at(-1);
		if (ici && Math.abs(ici.y - m.y) < 0.4 * m.corps) ici.morceaux.push(m);
		else rangees.push({ y: m.y, morceaux: [m] });
	}
	return rangees.map(({ y, morceaux: ici }) => {
		const texte = ici
			.sort((a, b) => a.x - b.x)
			.map((m) => m.texte.trim())
			.join(' ');
		return { y, texte, cle: replier(texte).replace(/\d+/gu, '#'), morceaux: ici };
	});
};

/**
 * Running heads and feet: lines that stand at the same height at the top or the foot of several pages, in the same
 * words, numbers aside. They are no text of the document.
 */
export const separerCourants = <P extends PageDeMorceaux>(
	pages: readonly P[],
): { pages: P[]; courants: { page: number; texte: string }[] } => {
	const parPage = pages.map((p) => rangeesDe(p.morceaux));
	const courants: { page: number; texte: string }[] = [];
	const bords = (rangees: readonly Rangee[]) => [rangees.slice(0, PROFONDEUR), rangees.slice(-PROFONDEUR).reverse()];
	const deux = parPage.map(bords);
	// Odd and even pages may have heads of their own: two pages in five are enough.
	const assez = Math.max(2, Math.ceil(0.4 * pages.length));
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
