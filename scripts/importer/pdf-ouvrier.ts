import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { PagePdf } from '../../src/importation/page-pdf.ts';
import { pageVisible } from '../../src/importation/visible.ts';
import { composer, dessinDe, type Matrice, placer } from './pdf-dessin.ts';

/**
 * Worker thread that reads a PDF. Its parent terminates it if it takes too long: pdf.js cannot be stopped otherwise.
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

/** Reads one page. A truncated file may open and fail on a later page. */
const lirePage = async (pdf: Awaited<ReturnType<typeof getDocumentProxy>>, n: number): Promise<PagePdf> => {
	const page = await pdf.getPage(n);
	// The operators come first: that loads the fonts, whose names tell which texts are bold.
	const operateurs = await page.getOperatorList();
	const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
	// A page is read in the direction of most of its letters, however it is shown.
	const vue = page.getViewport({ scale: 1, rotation: sensDe(items) });
	const repere = composer([1, 0, 0, -1, 0, vue.height], vue.transform as unknown as Matrice);
	const { traits, encres } = dessinDe(operateurs, (await getResolvedPDFJS()).OPS, repere);
	const gras = (nom: string): boolean =>
		page.commonObjs.has(nom) && /bold|black|heavy/iu.test(page.commonObjs.get(nom)?.name ?? '');
	const morceaux = items.map((item) => {
		const [a, b, , , x, y] = composer(repere, item.transform as unknown as Matrice);
		const corps = Math.hypot(a, b) || item.height || 1;
		const tourne = a <= 0 || Math.abs(b) > 0.2 * a;
		return { texte: item.str, x, y, largeur: item.width, corps, gras: gras(item.fontName), tourne };
	});
	const notes = (await page.getAnnotations()) as Annotation[];
	page.cleanup();
	return pageVisible({
		...{ numero: n, largeur: vue.width, hauteur: vue.height, morceaux, encres },
		traits: [...traits, ...notes.flatMap((note) => raturesDe(note, repere))],
		annotations: notes.map(texteDeNote).filter((texte) => texte !== ''),
	});
};

/** Rotation, in degrees, that sets upright most of the letters of a page. */
const sensDe = (items: readonly { str: string; transform: number[] }[]): number => {
	const lettres = new Map<number, number>();
	for (const { str, transform } of items) {
		const angle = (Math.round(Math.atan2(transform[1] ?? 0, transform[0] ?? 0) / (Math.PI / 2)) * 90 + 360) % 360;
		lettres.set(angle, (lettres.get(angle) ?? 0) + str.trim().length);
	}
	return [...lettres].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
};

type Annotation = {
	subtype?: string;
	fieldValue?: unknown;
	contentsObj?: { str?: string };
	quadPoints?: ArrayLike<number>;
};

/** Text of a form field or of a note on the page. Margin comments are not part of a page. */
const texteDeNote = ({ subtype, fieldValue, contentsObj }: Annotation): string => {
	if (subtype === 'Widget') return typeof fieldValue === 'string' && fieldValue !== 'Off' ? fieldValue.trim() : '';
	return subtype === 'FreeText' ? (contentsObj?.str ?? '').trim() : '';
};

/** Lines that stand for strike-out annotations. */
const raturesDe = ({ subtype, quadPoints = [] }: Annotation, repere: Matrice): PagePdf['traits'] => {
	if (subtype !== 'StrikeOut') return [];
	return Array.from({ length: Math.floor(quadPoints.length / 8) }, (_, i) => {
		const coins = [0, 2, 4, 6].map((k) => placer(repere, [quadPoints[8 * i + k] ?? 0, quadPoints[8 * i + k + 1] ?? 0]));
		const [xs, ys] = [coins.map(([x]) => x), coins.map(([, y]) => y)];
		const y = (Math.min(...ys) + Math.max(...ys)) / 2;
		return { x1: Math.min(...xs), x2: Math.max(...xs), y1: y, y2: y };
	});
};

await principal();
