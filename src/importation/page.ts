/** A run of text of a PDF page: where it stands, in points, from the bottom left corner. */
export type Morceau = { texte: string; x: number; y: number; largeur: number; corps: number };

/** Texts on one baseline that no wide gap parts. */
type Segment = { texte: string; x: number; fin: number };
type Rangee = { segments: Segment[]; y: number; corps: number };

/** Ligatures that a font draws as one glyph; nothing else of Unicode's compatibility forms is touched. */
const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ft', ﬆ: 'st' };

const mediane = (nombres: readonly number[]): number =>
	[...nombres].sort((a, b) => a - b)[Math.floor(nombres.length / 2)] ?? 0;

/**
 * The lines of a page in reading order: columns one after the other, what spans them at its place. A blank line
 * stands where the page leaves one; an item set in from its column is led by spaces, as in the text of a fiche.
 */
export const lignesDePage = (morceaux: readonly Morceau[]): string[] => {
	const utiles = morceaux.filter((m) => m.texte.trim() !== '');
	if (utiles.length === 0) return [];
	const rangees = enRangees(utiles);
	return ecrire(ordonner(rangees));
};

/** Baselines closer than a third of the type's size are one: a raised footnote call stays on its line. */
const enRangees = (morceaux: readonly Morceau[]): Rangee[] => {
	const tries = [...morceaux].sort((a, b) => b.y - a.y || a.x - b.x);
	const rangees: { y: number; corps: number; morceaux: Morceau[] }[] = [];
	for (const m of tries) {
		const ici = rangees.findLast((r) => Math.abs(r.y - m.y) < 0.4 * Math.max(r.corps, m.corps));
		if (!ici) rangees.push({ y: m.y, corps: m.corps, morceaux: [m] });
		else {
			ici.morceaux.push(m);
			// The largest type sets the line; an exponent hangs on it.
			if (m.corps > ici.corps) {
				ici.corps = m.corps;
				ici.y = m.y;
			}
		}
	}
	return rangees.map((r) => ({ y: r.y, corps: r.corps, segments: enSegments(r.morceaux) })).sort((a, b) => b.y - a.y);
};

const enSegments = (morceaux: readonly Morceau[]): Segment[] => {
	const segments: Segment[] = [];
	for (const m of [...morceaux].sort((a, b) => a.x - b.x)) {
		const avant = segments.at(-1);
		const texte = m.texte.replace(/[ﬀ-ﬆ]/gu, (l) => LIGATURES[l] ?? l);
		const trou = avant ? m.x - avant.fin : 0;
		if (!avant || trou > 1.5 * m.corps) segments.push({ texte, x: m.x, fin: m.x + m.largeur });
		else {
			const espace = trou > 0.15 * m.corps && !/\s$/u.test(avant.texte) && !/^\s/u.test(texte);
			avant.texte += `${espace ? ' ' : ''}${texte}`;
			avant.fin = Math.max(avant.fin, m.x + m.largeur);
		}
	}
	return segments;
};

/** A line ready to be printed; `saut` when white space parts it from the one before. */
type LigneRangee = { segments: Segment[]; y: number; corps: number; colonne: number };

/**
 * Cuts the rows into bands: those that a gutter runs through are read column by column, the others as they come. A
 * gutter is a vertical strip that parts text on both sides over several rows, and that no text crosses there.
 */
const ordonner = (rangees: readonly Rangee[], profondeur = 0): LigneRangee[] => {
	const gauche = Math.min(...rangees.flatMap((r) => r.segments.map((s) => s.x)));
	const simples = (rs: readonly Rangee[]): LigneRangee[] => rs.map((r) => ({ ...r, colonne: gauche }));
	const gouttiere = profondeur < 3 ? trouverGouttiere(rangees) : undefined;
	if (gouttiere === undefined) return simples(rangees);
	const sorties: LigneRangee[] = [];
	let bande: Rangee[] = [];
	const vider = () => {
		const cote = (garde: (s: Segment) => boolean) =>
			bande.map((r) => ({ ...r, segments: r.segments.filter(garde) })).filter((r) => r.segments.length > 0);
		const deux = [cote((s) => s.x < gouttiere), cote((s) => s.x >= gouttiere)];
		if (deux.every((c) => c.length > 0) && bande.length > 1)
			for (const c of deux) sorties.push(...ordonner(c, profondeur + 1));
		else sorties.push(...simples(bande));
		bande = [];
	};
	for (const [i, rangee] of rangees.entries()) {
		const traverse = rangee.segments.some((s) => s.x < gouttiere - 1 && s.fin > gouttiere + 1);
		const avant = rangees[i - 1];
		// A wide gap ends a band: what stands under it is not the foot of its columns.
		if (traverse || (avant && bande.length > 0 && avant.y - rangee.y > 3 * rangee.corps)) vider();
		if (traverse) sorties.push(...simples([rangee]));
		else bande.push(rangee);
	}
	vider();
	return sorties;
};

type Cote = 'gauche' | 'droite' | 'deux' | 'travers';

const coteDe = (rangee: Rangee, x: number): Cote => {
	if (rangee.segments.some((s) => s.x < x - 1 && s.fin > x + 1)) return 'travers';
	const gauche = rangee.segments.some((s) => s.x < x - 1);
	const droite = rangee.segments.some((s) => s.x >= x - 1);
	return gauche && droite ? 'deux' : gauche ? 'gauche' : 'droite';
};

/**
 * The left edge that parts most rows: with text on both sides, or, where the baselines of two columns do not meet,
 * that pass from one side to the other.
 */
const trouverGouttiere = (rangees: readonly Rangee[]): number | undefined => {
	const bords = [...new Set(rangees.flatMap((r) => r.segments.map((s) => Math.round(s.x))))];
	const notes = bords.map((bord) => {
		const x = bord - 0.5;
		let [note, travers] = [0, 0];
		let avant: Cote | undefined;
		for (const rangee of rangees) {
			const cote = coteDe(rangee, x);
			if (cote === 'deux') note++;
			else if (cote === 'travers') travers++;
			else if ((avant === 'gauche' || avant === 'droite') && avant !== cote) note++;
			avant = cote;
		}
		return { x, note, travers };
	});
	const meilleur = notes.sort((a, b) => b.note - a.note || a.travers - b.travers || a.x - b.x)[0];
	return meilleur && meilleur.note >= 3 ? meilleur.x : undefined;
};

const ecrire = (lignes: readonly LigneRangee[]): string[] => {
	const pas = mediane(
		lignes.slice(1).flatMap((l, i) => {
			const ecart = (lignes[i]?.y ?? 0) - l.y;
			return ecart > 0 && ecart < 4 * l.corps ? [ecart] : [];
		}),
	);
	const bords = new Map<number, number>();
	for (const l of lignes) {
		const x = l.segments[0]?.x ?? l.colonne;
		bords.set(l.colonne, Math.min(bords.get(l.colonne) ?? x, x));
	}
	return lignes.flatMap((ligne, i) => {
		const avant = lignes[i - 1];
		const saut = avant && (avant.y - ligne.y > 1.45 * pas || avant.y < ligne.y || avant.colonne !== ligne.colonne);
		const x = ligne.segments[0]?.x ?? 0;
		const retrait = Math.min(12, Math.max(0, Math.round((x - (bords.get(ligne.colonne) ?? x)) / (0.5 * ligne.corps))));
		const texte = ligne.segments.map((s) => s.texte.trim()).join('  ');
		return [...(saut ? [''] : []), ' '.repeat(retrait) + texte];
	});
};
