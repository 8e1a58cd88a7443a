import type { Trait } from '../../src/importation/page-pdf.ts';
import type { Encre } from '../../src/importation/visible.ts';

/** What a page draws: ruled lines, and the positions of texts. */
export type Dessin = { traits: Trait[]; encres: Encre[] };

export type Matrice = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];
type Boite = { x1: number; x2: number; y1: number; y2: number };

const IDENTITE: Matrice = [1, 0, 0, 1, 0, 0];

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
type Nombres = readonly number[];
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
	const empiler = () => pile.push({ ...etat });
	const depiler = () => {
		etat = pile.pop() ?? etat;
	};
	let [ligne, ici]: [Matrice, Matrice] = [IDENTITE, IDENTITE];
	const texte = { corps: 1, sens: 1, interligne: 0, lettres: 0, mots: 0, largeur: 1, hausse: 0 };
	const poserLigne = (matrice: Matrice) => {
		ligne = matrice;
		ici = matrice;
	};
	const aller = (x = 0, y = 0) => poserLigne(composer(ligne, [1, 0, 0, 1, x, y]));
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
	const tracer = (peinture: number, [chemin]: [ArrayLike<number> | null]) => {
		const contours = contoursDe(chemin ?? [], etat.repere);
		const sorte = noms.get(peinture) ?? '';
		const pleine = /fill/iu.test(sorte);
		if (/stroke/iu.test(sorte)) traits.push(...contours.flatMap(segmentsDroits));
		else if (pleine) traits.push(...contours.flatMap(rectangleMince));
		if (pleine) for (const c of contours) peindre(boiteDe(c), c.length === 5);
	};
	const poserImage = () => fonds.push(boiteDe([0, 1].flatMap((x) => [0, 1].map((y) => placer(etat.repere, [x, y])))));
	/** What each operator of pdf.js does; its other operators show nothing that matters here. */
	const operateurs: Record<string, (...args: never[]) => unknown> = {
		save: empiler,
		restore: depiler,
		transform: (...matrice: Nombres) => {
			etat.repere = composer(etat.repere, matrice as unknown as Matrice);
		},
		paintFormXObjectBegin: (matrice: Matrice | null) => {
			empiler();
			if (matrice) etat.repere = composer(etat.repere, matrice);
		},
		paintFormXObjectEnd: depiler,
		beginGroup: () => {
			empiler();
			Object.assign(etat, { voile: etat.voile * etat.alpha, alpha: 1 });
		},
		endGroup: depiler,
		setFillRGBColor: (couleur: string) => Object.assign(etat, { couleur }),
		setFillColorN: () => Object.assign(etat, { couleur: '' }),
		setGState: (reglages: [string, unknown][]) => {
			for (const [cle, valeur] of reglages) if (cle === 'ca') etat.alpha = valeur as number;
		},
		setTextRenderingMode: (mode = 0) => Object.assign(etat, { mode }),
		beginText: () => poserLigne(IDENTITE),
		setFont: (_police: string, corps = 0) =>
			Object.assign(texte, { corps: Math.abs(corps), sens: Math.sign(corps) || 1 }),
		setTextMatrix: (matrice: Nombres) => poserLigne([...matrice] as unknown as Matrice),
		moveText: aller,
		setLeadingMoveText: (x = 0, y = 0) => {
			texte.interligne = -y;
			aller(x, y);
		},
		nextLine: () => aller(0, -texte.interligne),
		setLeading: (interligne = 0) => Object.assign(texte, { interligne: -interligne }),
		setCharSpacing: (lettres = 0) => Object.assign(texte, { lettres }),
		setWordSpacing: (mots = 0) => Object.assign(texte, { mots }),
		setHScale: (pourCent = 0) => Object.assign(texte, { largeur: pourCent / 100 }),
		setTextRise: (hausse = 0) => Object.assign(texte, { hausse }),
		showText: ecrire,
		constructPath: tracer,
		paintInlineImageXObject: poserImage,
		shadingFill: () => fonds.push({ x1: -Infinity, x2: Infinity, y1: -Infinity, y2: Infinity }),
	};
	for (const [i, code] of fnArray.entries()) {
		const nom = noms.get(code) ?? '';
		const operateur = nom.startsWith('paintImage') ? poserImage : operateurs[nom];
		operateur?.(...((argsArray[i] ?? []) as never[]));
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
