import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { lignesDePage, type Morceau } from '../../src/importation/page.ts';
import type { PagePdf, Trait } from '../../src/importation/reac/page.ts';
import { Refus } from '../../src/importation/refus.ts';

/** Text of a PDF, its columns put back in reading order; pages are parted by a form feed. */
export const texteDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
): Promise<string> => {
	const pdf = await ouvrir(octets);
	const pages: string[] = [];
	for (let n = 1; n <= pdf.numPages; n++) {
		progres(n, pdf.numPages);
		const page = await pdf.getPage(n);
		const { items } = await page.getTextContent();
		const morceaux = items.flatMap((item): Morceau[] => {
			if (!('str' in item)) return [];
			const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
			return [{ texte: item.str, x, y, largeur: item.width, corps: Math.hypot(a, b) || item.height || 1 }];
		});
		pages.push(lignesDePage(morceaux).join('\n'));
		page.cleanup();
	}
	const texte = pages.join('\n\n\f');
	if (!/\p{L}/u.test(texte))
		throw new Refus(
			'ce PDF n’a pas de couche de texte : ce sont des images ; le passer à la reconnaissance de caractères, puis importer le texte',
		);
	return texte;
};

const ouvrir = async (octets: Uint8Array) => {
	try {
		// pdf.js takes the buffer for itself: the copy leaves ours to be written to the catalogue.
		return await getDocumentProxy(Uint8Array.from(octets), { verbosity: 0 });
	} catch (erreur) {
		const { name, message } = erreur as Error;
		if (name === 'PasswordException')
			throw new Refus('ce PDF est chiffré : un mot de passe est demandé ; importer une copie ouverte');
		throw new Refus(`PDF illisible (${message || name})`);
	}
};

/** The pages of a PDF as they are drawn, ruled lines included: what its tables are read from. */
export const pagesDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
	maximum = Number.POSITIVE_INFINITY,
): Promise<PagePdf[]> => {
	const pdf = await ouvrir(octets);
	const pages: PagePdf[] = [];
	for (let n = 1; n <= Math.min(pdf.numPages, maximum); n++) {
		progres(n, pdf.numPages);
		pages.push(await dessinDe(pdf, n));
	}
	return pages;
};

/** One page: a file that was cut short may open, and break further on. */
const dessinDe = async (pdf: Awaited<ReturnType<typeof ouvrir>>, n: number): Promise<PagePdf> => {
	try {
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
					tourne: Math.abs(b) > Math.abs(a),
				},
			];
		});
		const { width: largeur, height: hauteur } = page.getViewport({ scale: 1 });
		page.cleanup();
		return { numero: n, largeur, hauteur, morceaux, traits };
	} catch (erreur) {
		throw new Refus(`PDF illisible à la page ${n} (${(erreur as Error).message})`);
	}
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
