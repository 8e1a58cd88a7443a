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
	return attacherLesAppels(rangees);
};

/** A call of note set higher than its line: small, short, and right after a word of the line under it. */
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
