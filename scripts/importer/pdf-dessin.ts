import type { Trait } from '../../src/importation/page-pdf.ts';
import type { Encre } from '../../src/importation/visible.ts';

/** What a page draws: ruled lines, and the positions of texts. */
export type Dessin = { traits: Trait[]; encres: Encre[] };

export type Matrice = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];
type Boite = { x1: number; x2: number; y1: number; y2: number };

export const composer = (m: Matrice, n: Matrice): Matrice => [
	m[0] * n[0] + m[2] * n[1],
	m[1] * n[0] + m[3] * n[1],
	m[0] * n[2] + m[2] * n[3],
	m[1] * n[2] + m[3] * n[3],
	m[0] * n[4] + m[2] * n[5] + m[4],
	m[1] * n[4] + m[3] * n[5] + m[5],
];
export const placer = ([a, b, c, d, e, f]: Matrice, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

/** Maximum thickness in points of a rectangle that is a ruled line; thicker ones are backgrounds of cells. */
const EPAISSEUR = 2.5;
/** Path operators of pdf.js: code, and number of operands. */
const PAS: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };
/** Text rendering modes that paint nothing. */
const SANS_ENCRE = new Set([3, 7]);

/** Minimum lightness of a watermark: no text that is meant to be read is as pale. */
const PALE = 0xb0;

/** Maximum number of comparisons of texts with backgrounds, against pages made to exhaust the reader. */
const ESSAIS = 5_000_000;

const boiteDe = (points: readonly Point[]): Boite => {
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	return { x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys) };
};
const contient = (b: Boite, { x, y }: { x: number; y: number }): boolean =>
	b.x1 - 1 <= x && x <= b.x2 + 1 && b.y1 - 1 <= y && y <= b.y2 + 1;

/** `voile` is the alpha of the current transparency group. */
type Etat = { repere: Matrice; couleur: string; alpha: number; voile: number; mode: number };
type Glyphe = number | { width?: number; isSpace?: boolean };

/**
 * Interprets the operators of a page. Ruled lines are stroked segments and very thin rectangles. Each text gives the
 * position of its first letter, and whether it is visible.
 * @param repere matrix from file space to points from the bottom left corner of the displayed page
 */
export const dessinDe = (
	{ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] },
	OPS: Record<string, number>,
	repere: Matrice,
): Dessin => {
	const traits: Trait[] = [];
	const encres: Encre[] = [];
	const fonds: Boite[] = [];
	const noms = new Map(Object.entries(OPS).map(([nom, code]) => [code, nom]));
	const pile: Etat[] = [];
	let etat: Etat = { repere, couleur: '#000000', alpha: 1, voile: 1, mode: 0 };
	let [ligne, ici]: [Matrice, Matrice] = [
		[1, 0, 0, 1, 0, 0],
		[1, 0, 0, 1, 0, 0],
	];
	const texte = { corps: 1, sens: 1, interligne: 0, lettres: 0, mots: 0, largeur: 1, hausse: 0 };
	const aller = (x: number, y: number) => {
		ligne = composer(ligne, [1, 0, 0, 1, x, y]);
		ici = ligne;
	};
	const blanc = () => /^#f[5-9a-f]f[5-9a-f]f[5-9a-f]$/iu.test(etat.couleur);
	/** Lightness on white paper of the darkest component of the colour, 0 to 255. */
	const clarte = () => {
		const teintes = etat.couleur.match(/[\da-f]{2}/giu)?.map((h) => Number.parseInt(h, 16)) ?? [0];
		return 255 - etat.alpha * etat.voile * (255 - Math.min(...teintes));
	};
	const ecrire = (glyphes: readonly Glyphe[]) => {
		const [x, y] = placer(composer(etat.repere, ici), [0, texte.hausse]);
		const encre: Encre = { x, y };
		if (SANS_ENCRE.has(etat.mode) || etat.alpha * etat.voile < 0.1) encre.cache = 'invisible';
		else if (blanc() && etat.mode !== 1 && !fonds.some((f) => contient(f, encre))) encre.cache = 'blanc';
		else if (clarte() >= PALE && !fonds.some((f) => contient(f, encre))) encre.pale = true;
		encres.push(encre);
		const avance = glyphes.reduce<number>((n, g) => {
			if (typeof g === 'number') return n - (g / 1000) * texte.corps;
			return n + ((g.width ?? 0) / 1000) * texte.corps + texte.lettres + (g.isSpace ? texte.mots : 0);
		}, 0);
		ici = composer(ici, [1, 0, 0, 1, avance * texte.largeur * texte.sens, 0]);
	};
	let essais = 0;
	const peindre = (boite: Boite, pleine: boolean) => {
		if (etat.alpha * etat.voile < 0.1 || essais > ESSAIS) return;
		essais += 1 + encres.length;
		if (!blanc()) fonds.push(boite);
		else if (pleine) for (const e of encres) if (!e.cache && contient(boite, e)) e.cache = 'recouvert';
	};
	for (const [i, code] of fnArray.entries()) {
		const nom = noms.get(code);
		const args = (argsArray[i] ?? []) as readonly unknown[];
		const nombre = (rang: number): number => Number(args[rang] ?? 0);
		if (nom === 'save') pile.push({ ...etat });
		else if (nom === 'restore' || nom === 'paintFormXObjectEnd' || nom === 'endGroup') etat = pile.pop() ?? etat;
		else if (nom === 'transform') etat.repere = composer(etat.repere, args as unknown as Matrice);
		else if (nom === 'paintFormXObjectBegin') {
			pile.push({ ...etat });
			if (args[0]) etat.repere = composer(etat.repere, args[0] as Matrice);
		} else if (nom === 'beginGroup') {
			pile.push({ ...etat });
			Object.assign(etat, { voile: etat.voile * etat.alpha, alpha: 1 });
		} else if (nom === 'setFillRGBColor') etat.couleur = String(args[0]);
		else if (nom === 'setFillColorN') etat.couleur = '';
		else if (nom === 'setGState') {
			for (const [cle, valeur] of args[0] as [string, unknown][]) if (cle === 'ca') etat.alpha = valeur as number;
		} else if (nom === 'setTextRenderingMode') etat.mode = nombre(0);
		else if (nom === 'beginText') {
			ligne = [1, 0, 0, 1, 0, 0];
			ici = ligne;
		} else if (nom === 'setFont') Object.assign(texte, { corps: Math.abs(nombre(1)), sens: Math.sign(nombre(1)) || 1 });
		else if (nom === 'setTextMatrix') {
			ligne = [...(args[0] as readonly number[])] as unknown as Matrice;
			ici = ligne;
		} else if (nom === 'moveText') aller(nombre(0), nombre(1));
		else if (nom === 'setLeadingMoveText') {
			texte.interligne = -nombre(1);
			aller(nombre(0), nombre(1));
		} else if (nom === 'nextLine') aller(0, -texte.interligne);
		else if (nom === 'setLeading') texte.interligne = -nombre(0);
		else if (nom === 'setCharSpacing') texte.lettres = nombre(0);
		else if (nom === 'setWordSpacing') texte.mots = nombre(0);
		else if (nom === 'setHScale') texte.largeur = nombre(0) / 100;
		else if (nom === 'setTextRise') texte.hausse = nombre(0);
		else if (nom === 'showText') ecrire(args[0] as Glyphe[]);
		else if (nom?.startsWith('paintImage') || nom === 'paintInlineImageXObject')
			fonds.push(boiteDe([0, 1].flatMap((x) => [0, 1].map((y) => placer(etat.repere, [x, y])))));
		else if (nom === 'shadingFill') fonds.push({ x1: -Infinity, x2: Infinity, y1: -Infinity, y2: Infinity });
		else if (nom === 'constructPath') {
			const [peinture, [chemin]] = args as [number, [ArrayLike<number> | null]];
			const contours = contoursDe(chemin ?? [], etat.repere);
			const sorte = noms.get(peinture) ?? '';
			if (/stroke/iu.test(sorte)) traits.push(...contours.flatMap(segmentsDroits));
			else if (/fill/iu.test(sorte)) traits.push(...contours.flatMap(rectangleMince));
			if (/fill/iu.test(sorte)) for (const c of contours) peindre(boiteDe(c), c.length === 5);
		}
	}
	return { traits, encres };
};

const contoursDe = (chemin: ArrayLike<number>, repere: Matrice): Point[][] => {
	const contours: Point[][] = [];
	for (let i = 0; i < chemin.length; ) {
		const pas = chemin[i] ?? 4;
		const nombre = PAS[pas] ?? 0;
		const [x, y] = [chemin[i + nombre - 1] ?? 0, chemin[i + nombre] ?? 0];
		const point = placer(repere, [x, y]);
		if (pas === 0) contours.push([point]);
		else if (nombre > 0) contours.at(-1)?.push(point);
		else {
			const [premier] = contours.at(-1) ?? [];
			if (premier) contours.at(-1)?.push(premier);
		}
		i += nombre + 1;
	}
	return contours;
};

const segmentsDroits = (points: readonly Point[]): Trait[] =>
	points.slice(1).flatMap(([x2, y2], i): Trait[] => {
		const [x1, y1] = points[i] ?? [x2, y2];
		const droit = Math.abs(x1 - x2) <= 1 || Math.abs(y1 - y2) <= 1;
		return droit && Math.hypot(x1 - x2, y1 - y2) > EPAISSEUR ? [{ x1, y1, x2, y2 }] : [];
	});

const rectangleMince = (points: readonly Point[]): Trait[] => {
	const { x1, x2, y1, y2 } = boiteDe(points);
	if (y2 - y1 <= EPAISSEUR && x2 - x1 > EPAISSEUR) return [{ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }];
	if (x2 - x1 <= EPAISSEUR && y2 - y1 > EPAISSEUR) return [{ x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1, y2 }];
	return [];
};
