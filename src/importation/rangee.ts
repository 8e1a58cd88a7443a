import type { Morceau } from './page.ts';

/** Runs of text that stand on one baseline; `corps` is the size of its largest type. */
export type RangeeDeMorceaux<M extends Morceau> = { y: number; corps: number; morceaux: M[] };

/** A word drawn across the page in letters three times as high, as a watermark is, joins no line of it. */
const tailleCommune = (a: number, b: number): number => {
	const [petit, grand] = [Math.min(a, b), Math.max(a, b)];
	return grand > 3 * petit ? petit : grand;
};

/** Baselines closer than a third of the type's size are one: a raised footnote call stays on its line. */
export const enRangees = <M extends Morceau>(morceaux: readonly M[]): RangeeDeMorceaux<M>[] => {
	const rangees: RangeeDeMorceaux<M>[] = [];
	for (const m of [...morceaux].sort((a, b) => b.y - a.y || a.x - b.x)) {
		const ici = rangees.findLast((r) => Math.abs(r.y - m.y) < 0.36 * tailleCommune(r.corps, m.corps));
		if (!ici) rangees.push({ y: m.y, corps: m.corps, morceaux: [m] });
		else {
			ici.morceaux.push(m);
			// The largest type sets the line; an exponent hangs on it.
			if (m.corps > ici.corps) Object.assign(ici, { corps: m.corps, y: m.y });
		}
	}
	return rangees;
};
