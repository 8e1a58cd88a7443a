import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { PagePdf, Trait } from '../../src/importation/reac/page.ts';

/**
 * Reads a PDF apart, in a thread that its parent ends where a file takes too long or too much: nothing else stops
 * pdf.js, whose work is one call.
 */
export type Demande = { octets: Uint8Array; maximum: number };
export type Reponse =
	| { total: number }
	| { page: PagePdf }
	| { chiffre: true }
	| { faute: string; numero?: number }
	| { fini: true };

const { octets, maximum } = workerData as Demande;
const repondre = (reponse: Reponse): void => parentPort?.postMessage(reponse);

const principal = async (): Promise<void> => {
	let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
	try {
		pdf = await getDocumentProxy(octets, { verbosity: 0 });
	} catch (erreur) {
		const { name, message } = erreur as Error;
		repondre(name === 'PasswordException' ? { chiffre: true } : { faute: message || name });
		return;
	}
	repondre({ total: pdf.numPages });
	for (let numero = 1; numero <= Math.min(pdf.numPages, maximum); numero++)
		try {
			repondre({ page: await lirePage(pdf, numero) });
		} catch (erreur) {
			repondre({ faute: (erreur as Error).message, numero });
			return;
		}
	repondre({ fini: true });
};

/** One page: a file that was cut short may open, and break further on. */
const lirePage = async (pdf: Awaited<ReturnType<typeof getDocumentProxy>>, n: number): Promise<PagePdf> => {
	const page = await pdf.getPage(n);
	// The list of operators comes first: it loads the fonts, whose names say what is bold.
	const traits = traitsDe(await page.getOperatorList(), (await getResolvedPDFJS()).OPS);
	const { items } = await page.getTextContent();
	const gras = (nom: string): boolean =>
		page.commonObjs.has(nom) && /bold|black|heavy/iu.test(page.commonObjs.get(nom)?.name ?? '');
	const morceaux = items.flatMap((item) => {
		if (!('str' in item)) return [];
		const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
		return [
			{
				texte: item.str,
				x,
				y,
				largeur: item.width,
				corps: Math.hypot(a, b) || item.height || 1,
				gras: gras(item.fontName),
				tourne: Math.abs(b) > 0.2 * Math.abs(a),
			},
		];
	});
	const { width: largeur, height: hauteur } = page.getViewport({ scale: 1 });
	page.cleanup();
	return { numero: n, largeur, hauteur, morceaux, traits };
};

type Matrice = [number, number, number, number, number, number];

const composer = (m: Matrice, n: Matrice): Matrice => [
	m[0] * n[0] + m[2] * n[1],
	m[1] * n[0] + m[3] * n[1],
	m[0] * n[2] + m[2] * n[3],
	m[1] * n[2] + m[3] * n[3],
	m[0] * n[4] + m[2] * n[5] + m[4],
	m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Thickness up to which a filled rectangle is a rule, in points: beyond, it is the ground of a cell. */
const EPAISSEUR = 2.5;
/** How pdf.js writes a path: the code of each step, and how many numbers follow it. */
const PAS: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** The straight rules of a page: lines that are stroked, and rectangles so thin that they are lines. */
const traitsDe = (
	{ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] },
	OPS: Record<string, number>,
): Trait[] => {
	const traits: Trait[] = [];
	const pile: Matrice[] = [];
	let repere: Matrice = [1, 0, 0, 1, 0, 0];
	const tracees = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke'].map((nom) => OPS[nom]));
	const remplies = new Set(['fill', 'eoFill'].map((nom) => OPS[nom]));
	for (const [i, operation] of fnArray.entries()) {
		if (operation === OPS.save) pile.push(repere);
		else if (operation === OPS.restore) repere = pile.pop() ?? repere;
		else if (operation === OPS.transform) repere = composer(repere, argsArray[i] as Matrice);
		else if (operation === OPS.constructPath) {
			const [peinture, [chemin]] = argsArray[i] as [number, [ArrayLike<number> | null]];
			const contours = contoursDe(chemin ?? [], repere);
			if (tracees.has(peinture)) traits.push(...contours.flatMap(segmentsDroits));
			else if (remplies.has(peinture)) traits.push(...contours.flatMap(rectangleMince));
		}
	}
	return traits;
};

type Point = readonly [number, number];

const contoursDe = (chemin: ArrayLike<number>, [a, b, c, d, e, f]: Matrice): Point[][] => {
	const contours: Point[][] = [];
	for (let i = 0; i < chemin.length; ) {
		const pas = chemin[i] ?? 4;
		const nombre = PAS[pas] ?? 0;
		const [x, y] = [chemin[i + nombre - 1] ?? 0, chemin[i + nombre] ?? 0];
		const point: Point = [a * x + c * y + e, b * x + d * y + f];
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
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	if (y2 - y1 <= EPAISSEUR && x2 - x1 > EPAISSEUR) return [{ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }];
	if (x2 - x1 <= EPAISSEUR && y2 - y1 > EPAISSEUR) return [{ x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1, y2 }];
	return [];
};

await principal();
