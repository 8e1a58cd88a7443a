import { mediane } from '../domaine/nombre.ts';
import { tableAlignee } from './alignement.ts';
import { sansLigatures } from './caractere.ts';
import { lireEtiquette } from './etiquette.ts';
import { EXPOSANTS } from './note.ts';
import { avecColonnes, enZones, type LigneRangee, ordreDuFichier, type Rangee, type Segment } from './ordre.ts';
import { enRangees } from './rangee.ts';
import { Refus } from './refus.ts';

/** A run of text of a PDF page; position and size in points, from the bottom left corner. */
export type Morceau = { texte: string; x: number; y: number; largeur: number; corps: number };

/** Reports texts side by side whose order is uncertain: the first text, and the reason. */
type Douter = (texte: string, motif: string) => void;

/** Context of the reading of a page: the middle of its width, and the doubt callback. */
type Lecture = { milieu: number | undefined; douter: Douter };

/**
 * Lines of a page in reading order: columns one after the other, and what spans them at its place. Blank lines of the
 * page are kept, and indentation becomes spaces.
 * @param morceaux runs in drawing order
 * @param largeur width of the page in points
 * @throws Refus if a table without ruled lines cannot be read
 */
export const lignesDePage = (morceaux: readonly Morceau[], largeur?: number, douter: Douter = () => {}): string[] => {
	const utiles = morceaux.map((m, rang) => ({ ...m, rang })).filter((m) => m.texte.trim() !== '');
	if (utiles.length === 0) return [];
	const rangees = enRangees(utiles).map((r) => ({
		y: r.y,
		corps: r.corps,
		segments: enSegments(r.morceaux.map((m) => enExposant(m, r))),
	}));
	return lignesDesRangees(
		sousLeurEtiquette(rangees).sort((p, q) => q.y - p.y),
		// Centred headings are not a column.
		{ milieu: largeur === undefined ? undefined : largeur / 2, douter },
	);
};

/**
 * Puts the values of a form below their labels, as if printed there: « Niveau : » at the left, « IV » at the right, a
 * little higher or drawn later. All texts near it at its left edge must be beside a label, or they are a column of text.
 */
const sousLeurEtiquette = (rangees: readonly Rangee[]): Rangee[] => {
	const places = rangees.flatMap((rangee) => rangee.segments.map((s) => ({ ...s, s, rangee })));
	const etiquettes = places.filter((p) => lireEtiquette(p.texte.trim())?.seule);
	const valeurs = new Map<Segment, (typeof places)[number]>();
	for (const e of etiquettes) {
		const droite = places.filter((p) => p.x >= e.fin && Math.abs(p.rangee.y - e.rangee.y) < 0.9 * e.rangee.corps);
		const [voisine] = droite.sort((a, b) => a.x - b.x);
		if (voisine && !etiquettes.includes(voisine)) valeurs.set(voisine.s, e);
	}
	// A value may continue below itself, where nothing but its label stands at its left.
	for (const p of valeurs.size > 0 ? places : []) {
		const { y, corps } = p.rangee;
		const dessus = places.find(
			(q) => valeurs.has(q.s) && Math.abs(q.x - p.x) <= 2 && q.rangee.y > y && q.rangee.y - y < 1.7 * corps,
		);
		const etiquette = dessus && valeurs.get(dessus.s);
		const seule = places.every((q) => q === etiquette || q.fin > p.x || Math.abs(q.rangee.y - y) > 0.9 * corps);
		if (etiquette && seule) valeurs.set(p.s, etiquette);
	}
	const autres = places.filter((p) => !valeurs.has(p.s));
	for (const [s, { rangee }] of valeurs) {
		const proches = autres.filter((p) => Math.abs(p.rangee.y - rangee.y) < 4 * rangee.corps);
		if (proches.some((p) => Math.abs(p.x - s.x) <= 2)) valeurs.delete(s);
	}
	const sorties: Rangee[] = [];
	for (const rangee of rangees) {
		const reste = rangee.segments.filter((s) => !valeurs.has(s));
		if (reste.length > 0) sorties.push({ ...rangee, segments: reste });
		for (const s of rangee.segments) {
			const dessus = valeurs.get(s);
			if (!dessus) continue;
			const place = { ...s, x: dessus.x, fin: dessus.x + s.fin - s.x, rang: dessus.rang + 0.5 };
			// Lines of one value keep their order, all above what is below the label.
			const y = dessus.rangee.y - 0.01 - 0.001 * Math.max(0, dessus.rangee.y + rangee.corps - rangee.y);
			sorties.push({ ...rangee, segments: [place], y });
		}
	}
	return sorties;
};

/** Tables of activities without ruled lines are extracted first: their columns are not columns of text. */
const lignesDesRangees = (rangees: readonly Rangee[], lecture: Lecture): string[] => {
	const table = tableAlignee(rangees);
	if (!table) return ecrire(ordonnerPage(rangees, lecture));
	if ('doute' in table) throw new Refus(table.doute);
	return [
		...ecrire(ordonnerPage(rangees.slice(0, table.debut), lecture)),
		'',
		table.html,
		'',
		...lignesDesRangees(rangees.slice(table.fin), lecture),
	];
};

/** A small raised number is an exponent or a note call: « 20 m² », « miellée¹ ». */
const enExposant = <M extends Morceau>(m: M, rangee: { y: number; corps: number }): M => {
	const monte = m.corps < 0.8 * rangee.corps && m.y > rangee.y + 0.15 * rangee.corps;
	const texte = m.texte.replace(/\d/gu, (chiffre) => EXPOSANTS[Number(chiffre)] ?? '');
	return monte && /^\s*\d{1,2}\s*$/u.test(m.texte) ? { ...m, texte } : m;
};

const enSegments = (morceaux: readonly (Morceau & { rang: number })[]): Segment[] => {
	const segments: Segment[] = [];
	let dernier = 0;
	for (const m of [...morceaux].sort((a, b) => a.x - b.x)) {
		const avant = segments.at(-1);
		const texte = sansLigatures(m.texte);
		const trou = avant ? m.x - avant.fin : 0;
		// The gutter of narrow columns may be as narrow as a space, but the file draws one column, then the other.
		const ailleurs = trou > 0.5 * m.corps && Math.abs(m.rang - dernier) > 2;
		if (!avant || trou > 1.5 * m.corps || ailleurs)
			segments.push({ texte, x: m.x, fin: m.x + m.largeur, rang: m.rang });
		else {
			const espace = trou > 0.15 * m.corps && !/\s$/u.test(avant.texte) && !/^\s/u.test(texte);
			avant.texte += `${espace ? ' ' : ''}${texte}`;
			avant.fin = Math.max(avant.fin, m.x + m.largeur);
			avant.rang = Math.min(avant.rang, m.rang);
		}
		dernier = m.rang;
	}
	return segments;
};

/** Orders each zone by drawing order or, if that is no reading order, by columns. */
const ordonnerPage = (rangees: readonly Rangee[], { milieu, douter }: Lecture): LigneRangee[] => {
	const gauche = rangees.reduce((x, r) => r.segments.reduce((m, s) => Math.min(m, s.x), x), Number.POSITIVE_INFINITY);
	const bords = [gauche];
	return enZones(rangees).flatMap((zone) => {
		const ordre = ordreDuFichier(zone);
		const cote = zone.filter((r) => r.segments.length > 1);
		if (ordre.doute && cote.length > 1) douter(cote[0]?.segments[0]?.texte.trim() ?? '', ordre.doute);
		if ('suites' in ordre) return avecColonnes(ordre.suites, bords);
		const lignes = ordonner(zone, milieu);
		bords.splice(1, bords.length, ...lignes.slice(-1).map((l) => l.colonne));
		return lignes;
	});
};

/**
 * Splits rows into bands: those that a gutter crosses are read column by column, the others row by row. A gutter is a
 * vertical strip without text, between texts on several rows.
 */
const ordonner = (rangees: readonly Rangee[], milieu: number | undefined, profondeur = 0): LigneRangee[] => {
	const gauche = rangees.reduce((x, r) => r.segments.reduce((m, s) => Math.min(m, s.x), x), Number.POSITIVE_INFINITY);
	const simples = (rs: readonly Rangee[]): LigneRangee[] => rs.map((r) => ({ ...r, colonne: gauche }));
	const gouttiere =
		profondeur < 3 ? trouverGouttiere(rangees.filter((r) => !estCentree(r, gauche, milieu))) : undefined;
	if (gouttiere === undefined) return simples(rangees);
	const sorties: LigneRangee[] = [];
	let bande: Rangee[] = [];
	const vider = () => {
		const cote = (garde: (s: Segment) => boolean) =>
			bande.map((r) => ({ ...r, segments: r.segments.filter(garde) })).filter((r) => r.segments.length > 0);
		const deux = [cote((s) => s.x < gouttiere), cote((s) => s.x >= gouttiere)] as const;
		const enTable = lireTable(...deux);
		if (enTable) {
			for (const c of enTable) sorties.push(...simples(c));
			bande = [];
			return;
		}
		if (deux.every((c) => c.length > 0) && bande.length > 1)
			for (const c of deux) sorties.push(...ordonner(c, undefined, profondeur + 1));
		else sorties.push(...simples(bande));
		bande = [];
	};
	for (const [i, rangee] of rangees.entries()) {
		const traverse =
			estCentree(rangee, gauche, milieu) || rangee.segments.some((s) => s.x < gouttiere - 1 && s.fin > gouttiere + 1);
		const avant = rangees[i - 1];
		// A wide gap ends a band: what follows is not the end of its columns.
		if (traverse || (avant && bande.length > 0 && avant.y - rangee.y > 3 * rangee.corps)) vider();
		if (traverse) sorties.push(...simples([rangee]));
		else bande.push(rangee);
	}
	vider();
	return sorties;
};

/** Whether a row is a single centred run. */
const estCentree = (rangee: Rangee, gauche: number, milieu: number | undefined): boolean => {
	const [seul, autre] = rangee.segments;
	if (milieu === undefined || !seul || autre) return false;
	return seul.x > gauche + 2 * rangee.corps && Math.abs((seul.x + seul.fin) / 2 - milieu) < 2;
};

/**
 * Reads a band as a table without ruled lines: short names on the left, each at the height where a group begins on the
 * right. Undefined if both sides are columns of text.
 */
const lireTable = (gauche: readonly Rangee[], droite: readonly Rangee[]): Rangee[][] | undefined => {
	const pas = mediane(droite.slice(1).map((r, i) => (droite[i]?.y ?? 0) - r.y));
	const noms: Rangee[][] = [];
	for (const rangee of gauche) {
		const avant = noms.at(-1)?.at(-1);
		const jointe = avant && avant.y - rangee.y < 1.6 * pas;
		const ouvre = droite.some((r) => Math.abs(r.y - rangee.y) < 0.4 * rangee.corps);
		if (jointe && !(ouvre && avant.y - rangee.y > 1.3 * pas)) noms.at(-1)?.push(rangee);
		else if (ouvre) noms.push([rangee]);
		else return undefined;
	}
	if (noms.length < 2 || gauche.length > 0.7 * droite.length || noms.some((n) => n.length > 5)) return undefined;
	const hauts = noms.map((n) => n[0]?.y ?? 0);
	const [premier] = droite;
	if (!premier || Math.abs(premier.y - (hauts[0] ?? 0)) > premier.corps) return undefined;
	return noms.flatMap((nom, i) => {
		const [haut, bas] = [
			(hauts[i] ?? 0) + 0.5 * premier.corps,
			(hauts[i + 1] ?? Number.NEGATIVE_INFINITY) + 0.5 * premier.corps,
		];
		return [nom, droite.filter((r) => r.y < haut && r.y >= bas)];
	});
};

type Cote = 'gauche' | 'droite' | 'deux' | 'travers';

const coteDe = (rangee: Rangee, x: number): Cote => {
	if (rangee.segments.some((s) => s.x < x - 1 && s.fin > x + 1)) return 'travers';
	const gauche = rangee.segments.some((s) => s.x < x - 1);
	const droite = rangee.segments.some((s) => s.x >= x - 1);
	return gauche && droite ? 'deux' : gauche ? 'gauche' : 'droite';
};

/**
 * Position of the gutter: the left edge that separates the most rows, either with text on both sides, or, if the
 * baselines of both columns differ, with text alternating between sides.
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
	if (!meilleur || meilleur.note < 3) return undefined;
	// A column has a common left edge. Lines that begin at various positions are centred or right-aligned.
	const bord = meilleur.x + 0.5;
	const alignees = rangees.filter((r) => r.segments.some((s) => Math.abs(s.x - bord) <= 2)).length;
	return alignees >= 2 ? meilleur.x : undefined;
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
