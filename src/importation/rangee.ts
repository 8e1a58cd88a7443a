import type { Morceau } from './page.ts';

/** Runs of text on one baseline. `corps` is the largest font size. */
export type RangeeDeMorceaux<M extends Morceau> = { y: number; corps: number; morceaux: M[] };

/** Font size to compare baselines by. A watermark, three times larger, must not attract lines. */
const tailleCommune = (a: number, b: number): number => {
	const [petit, grand] = [Math.min(a, b), Math.max(a, b)];
	return grand > 3 * petit ? petit : grand;
};

/** Groups runs whose baselines are closer than a third of the font size: raised note calls stay on their line. */
export const enRangees = <M extends Morceau>(morceaux: readonly M[]): RangeeDeMorceaux<M>[] => {
	const rangees: RangeeDeMorceaux<M>[] = [];
	for (const m of [...morceaux].sort((a, b) => b.y - a.y || a.x - b.x)) {
		const ici = rangees.findLast((r) => Math.abs(r.y - m.y) < 0.36 * tailleCommune(r.corps, m.corps));
		if (!ici) rangees.push({ y: m.y, corps: m.corps, morceaux: [m] });
		else {
			ici.morceaux.push(m);
			// The largest type sets the baseline; exponents are attached to it.
			if (m.corps > ici.corps) Object.assign(ici, { corps: m.corps, y: m.y });
		}
	}
	return attacherLesAppels(rangees);
};

/** Attaches a note call set higher than its line: small, short, and right after a word of the line below. */
const attacherLesAppels = <M extends Morceau>(rangees: RangeeDeMorceaux<M>[]): RangeeDeMorceaux<M>[] => {
	const gardees: RangeeDeMorceaux<M>[] = [];
	for (const [i, haute] of rangees.entries()) {
		const dessous = rangees[i + 1];
		const appel = (m: M) =>
			m.texte.trim() === '' ||
			(m.texte.trim().length <= 4 &&
				dessous?.morceaux.some((n) => n.texte.trim() !== '' && Math.abs(n.x + n.largeur - m.x) < 0.35 * dessous.corps));
		const monte = dessous && haute.y - dessous.y < 0.7 * dessous.corps && haute.corps < 0.95 * dessous.corps;
		if (monte && haute.morceaux.every(appel)) dessous.morceaux.push(...haute.morceaux);
		else gardees.push(haute);
	}
	return gardees;
};
