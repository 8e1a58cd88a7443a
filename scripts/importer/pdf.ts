import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { separerCourants } from '../../src/importation/courant.ts';
import { lignesDePage } from '../../src/importation/page.ts';
import {
	type Cellule,
	contenuDe,
	type PagePdf,
	rangeesDe,
	type Table,
	type Trait,
} from '../../src/importation/reac/page.ts';
import { Refus } from '../../src/importation/refus.ts';

/** The text of a PDF, and the running heads and feet that were set aside. */
export type TextePdf = { texte: string; courants: { page: number; texte: string }[] };

/** Text of a PDF, its columns put back in reading order, its ruled tables by rows; pages are parted by a form feed. */
export const texteDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
): Promise<TextePdf> => {
	const { pages, courants } = separerCourants(await pagesDePdf(octets, progres));
	// A word drawn aslant is a watermark or a mark of the margin: no line of the document, and yet told.
	const tournes = pages.flatMap(({ numero, morceaux }) =>
		morceaux.filter((m) => m.tourne && m.texte.trim() !== '').map((m) => ({ page: numero, texte: m.texte.trim() })),
	);
	courants.push(...tournes);
	const texte = pages.map((page) => texteDePage(page)).join('\n\n\f');
	if (!/\p{L}/u.test(texte))
		throw new Refus(
			'ce PDF n’a pas de couche de texte : ce sont des images ; le passer à la reconnaissance de caractères, puis importer le texte',
		);
	return { texte, courants };
};

/** A page of more runs than this is drawn to stop who reads it. */
const MORCEAUX = 50_000;

const texteDePage = (page: PagePdf): string => {
	if (page.morceaux.length > MORCEAUX)
		throw new Refus(
			`page ${page.numero} : plus de ${MORCEAUX / 1000} milliers de morceaux de texte ; ce n’est pas une page`,
		);
	const droits = page.morceaux.filter((m) => !m.tourne);
	const tables = contenuDe({ ...page, morceaux: droits }).flatMap((c) => ('table' in c ? [c.table] : []));
	const sorties: string[] = [];
	let reste = droits;
	for (const table of tables.sort((a, b) => b.haut - a.haut)) {
		const dedans = (m: (typeof droits)[number]) => table.rect(m.x + 1, m.y + 0.25 * m.corps) !== undefined;
		const avant = reste.filter((m) => !dedans(m) && m.y > table.haut);
		sorties.push(...lignesDePage(avant, page.largeur), '', enHtml(table), '');
		const bas = Math.min(...table.cellules.map((c) => c.bas));
		reste = reste.filter((m) => !avant.includes(m) && !(dedans(m) && m.y <= table.haut && m.y >= bas - 1));
	}
	sorties.push(...lignesDePage(reste, page.largeur));
	return sorties.join('\n');
};

const echapper = (texte: string): string => texte.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** A ruled table as HTML, which is how the texts of Légifrance bring theirs: one reader reads both. */
const enHtml = (table: Table): string => {
	const rangees = rangeesDe(table);
	const bords = [...new Set(table.cellules.map((c) => Math.round(c.gauche)))].sort((a, b) => a - b);
	const vues = new Set<Cellule>();
	const lignes = rangees.map((rangee) => {
		const cases = rangee.flatMap((c) => {
			if (vues.has(c)) return [];
			vues.add(c);
			const hauteur = rangees.filter((r) => r.includes(c)).length;
			const largeur = Math.max(1, bords.filter((b) => b >= c.gauche - 2 && b < c.droite - 2).length);
			return [
				`<td rowspan="${hauteur}" colspan="${largeur}">${c.lignes.map((l) => echapper(l.texte)).join('<br/>')}</td>`,
			];
		});
		return `<tr>${cases.join('')}</tr>`;
	});
	return `<table>${lignes.join('')}</table>`;
};

const ouvrir = async (octets: Uint8Array) => {
	try {
		// pdf.js takes the buffer for itself: the copy leaves ours to be written to the catalogue.
		return await getDocumentProxy(Uint8Array.from(octets), { verbosity: 0 });
	} catch (erreur) {
		const { name, message } = erreur as Error;
		if (name === 'PasswordException')
			throw new Refus('ce PDF est chiffré : un mot de passe est demandé ; importer une copie ouverte');
		throw new Refus(`PDF illisible : ${enFrancais(message || name)} ; en demander une copie saine`);
	}
};

/** What pdf.js says, in French: where it says something else, its own words. */
const enFrancais = (message: string): string =>
	/circular/iu.test(message)
		? 'ses pages renvoient les unes aux autres sans fin'
		: /structure|header|xref|root|trailer/iu.test(message)
			? 'sa structure est abîmée'
			: /empty|zero bytes/iu.test(message)
				? 'il est vide'
				: message;

/** The longest referential has some hundred pages. */
const PAGES = 2000;

/** The pages of a PDF as they are drawn, ruled lines included: what its tables are read from. */
export const pagesDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
	maximum = Number.POSITIVE_INFINITY,
): Promise<PagePdf[]> => {
	const pdf = await ouvrir(octets);
	if (pdf.numPages > PAGES) throw new Refus(`PDF de ${pdf.numPages} pages : un référentiel en a moins de ${PAGES}`);
	const pages: PagePdf[] = [];
	for (let n = 1; n <= Math.min(pdf.numPages, maximum); n++) {
		progres(n, pdf.numPages);
		try {
			pages.push(await lirePage(pdf, n));
		} catch (erreur) {
			if (erreur instanceof Refus) throw erreur;
			throw new Refus(
				`PDF illisible, page ${n} : ${enFrancais((erreur as Error).message)} ; en demander une copie saine`,
			);
		}
	}
	return pages;
};

/** One page: a file that was cut short may open, and break further on. */
const lirePage = async (pdf: Awaited<ReturnType<typeof ouvrir>>, n: number): Promise<PagePdf> => {
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
