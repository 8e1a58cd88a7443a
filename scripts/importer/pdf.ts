import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { mediane } from '../../src/domaine/nombre.ts';
import { refuserBarre } from '../../src/importation/barre.ts';
import type { Doute } from '../../src/importation/bloc.ts';
import { separerCourants } from '../../src/importation/courant.ts';
import { lignesBrutes } from '../../src/importation/ligne.ts';
import { lignesDePage } from '../../src/importation/page.ts';
import {
	ancreDe,
	type Cellule,
	contenuDe,
	type PagePdf,
	rangeesDe,
	type Table,
} from '../../src/importation/page-pdf.ts';
import { tablesDe } from '../../src/importation/reac/document.ts';
import { reunirTables } from '../../src/importation/reac/suite.ts';
import { Refus } from '../../src/importation/refus.ts';
import { MORCEAUX } from '../../src/importation/visible.ts';
import type { Demande, Reponse } from './pdf-ouvrier.ts';

/** Text of a PDF, with the running headers and footers that were separated, and the doubts about reading order. */
export type TextePdf = { texte: string; courants: { page: number; texte: string }[]; doutes: Doute[] };

/** Text of a PDF: columns in reading order, ruled tables as HTML, pages separated by a form feed. */
export const texteDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
): Promise<TextePdf> => {
	const { pages, courants } = separerCourants(await pagesDePdf(octets, progres));
	courants.push(...pages.flatMap(({ numero, aPart }) => aPart.map(({ texte }) => ({ page: numero, texte }))));
	const contenus = pages.map((page) => ({ numero: page.numero, contenu: contenuDe(page) }));
	const places = contenus.map(({ contenu }) => tablesDe(contenu).map(placeDe));
	const { pages: reunies, repetees } = reunirTables(contenus);
	courants.push(...repetees.map(({ page, texte }) => ({ page, texte })));
	const lues = pages.map((page, i) => texteDePage(page, places[i] ?? [], tablesDe(reunies[i]?.contenu ?? [])));
	const texte = lues.map((l) => l.lignes.join('\n')).join(FIN_DE_PAGE);
	if (!/\p{L}/u.test(texte))
		throw new Refus(
			'ce PDF n’a pas de couche de texte : ce sont des images ; le passer à la reconnaissance de caractères, puis importer le texte',
		);
	const doutes = lues.flatMap((lue, i) => {
		const avant = lues
			.slice(0, i)
			.reduce((n, { lignes }) => n + lignesBrutes(lignes.join('\n') + FIN_DE_PAGE).length - 1, 0);
		const aPart = (pages[i]?.aPart ?? []).flatMap(({ texte: t, motif }) => (motif ? [{ texte: t, motif }] : []));
		return [...lue.doutes, ...aPart].map(({ texte: debut, motif }) => ({
			// Texts set aside have no line: use the first one of their page.
			ligne:
				avant +
				1 +
				Math.max(
					0,
					lue.lignes.findIndex((l) => l.includes(debut)),
				),
			texte: debut,
			motif,
		}));
	});
	return { texte, courants, doutes };
};

const FIN_DE_PAGE = '\n\n\f';

/** A table of a page, with its top and bottom there. */
type Place = { table: Table; haut: number; bas: number };
const placeDe = (table: Table): Place => ({
	table,
	haut: table.haut,
	bas: Math.min(...table.cellules.map((c) => c.bas)),
});

/**
 * @param places tables of the page
 * @param tables those that begin on it: the others continue a table of the page before, and are printed there
 */
const texteDePage = (
	page: PagePdf,
	places: readonly Place[],
	tables: readonly Table[],
): { lignes: string[]; doutes: { texte: string; motif: string }[] } => {
	const sorties: string[] = [];
	const doutes: { texte: string; motif: string }[] = [];
	for (const texte of grosAuMilieu(page.morceaux))
		doutes.push({ texte, motif: 'gros caractères au milieu du texte : titre, ou filigrane ?' });
	const lire = (morceaux: PagePdf['morceaux']) =>
		lignesDePage(morceaux, page.largeur, (texte, motif) => doutes.push({ texte, motif }));
	let reste = page.morceaux;
	for (const { table, haut, bas } of places.toSorted((a, b) => b.haut - a.haut)) {
		const dedans = (m: PagePdf['morceaux'][number]) => table.rect(...ancreDe(m)) !== undefined;
		const avant = reste.filter((m) => !dedans(m) && m.y > haut);
		sorties.push(...lire(avant), '', ...(tables.includes(table) ? [enHtml(table), ''] : []));
		reste = reste.filter((m) => !avant.includes(m) && !(dedans(m) && m.y <= haut && m.y >= bas - 1));
	}
	sorties.push(...lire(reste));
	return { lignes: sorties, doutes };
};

/** Texts twice as large as most, below three rows of the page or more: the title of a page stands higher. */
const grosAuMilieu = (morceaux: PagePdf['morceaux']): string[] => {
	const corps = mediane(morceaux.map((m) => m.corps));
	return morceaux
		.filter((m) => m.corps > 2 * corps && /\p{L}{2}/u.test(m.texte))
		.filter((m) => new Set(morceaux.flatMap((n) => (n.y > m.y + m.corps ? [Math.round(n.y)] : []))).size > 2)
		.map((m) => m.texte.trim());
};

const echapper = (texte: string): string => texte.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** A ruled table as HTML, so that one parser reads tables of PDF files and of Légifrance. */
const enHtml = (table: Table): string => {
	const rangees = rangeesDe(table);
	const bords = [...new Set(table.cellules.map((c) => Math.round(c.gauche)))].sort((a, b) => a - b);
	const vues = new Set<Cellule>();
	const couvre = (c: Cellule, bord: number) => bord >= c.gauche - 2 && bord < c.droite - 2;
	const lignes = rangees.map((rangee) => {
		// A cell without text is no cell of the page: it keeps the others in their columns.
		const placees = [...new Set(bords.map((b) => rangee.find((c) => couvre(c, b)) ?? b))];
		const cases = placees.flatMap((c) => {
			if (typeof c === 'number') return ['<td></td>'];
			if (vues.has(c)) return [];
			vues.add(c);
			const hauteur = rangees.filter((r) => r.includes(c)).length;
			const largeur = Math.max(1, bords.filter((b) => couvre(c, b)).length);
			return [
				`<td rowspan="${hauteur}" colspan="${largeur}">${c.lignes.map((l) => echapper(l.texte)).join('<br/>')}</td>`,
			];
		});
		return `<tr>${cases.join('')}</tr>`;
	});
	return `<table>${lignes.join('')}</table>`;
};

/** French translations of the known messages of pdf.js. */
const enFrancais = (message: string): string =>
	/circular/iu.test(message)
		? 'ses pages renvoient les unes aux autres sans fin'
		: /structure|header|xref|root|trailer/iu.test(message)
			? 'sa structure est abîmée'
			: /empty|zero bytes/iu.test(message)
				? 'il est vide'
				: message;

/** Maximum number of pages; the longest referential has about a hundred. */
const PAGES = 2000;
/**
 * Maximum processor time in seconds for one page. A real page takes a few hundredths. Not wall-clock time, which
 * depends on the load of the machine.
 */
const SECONDES = 2;
/** Maximum memory in bytes added by reading a PDF; the longest referential takes half of it. */
const OCTETS = 300_000_000;

const TROP_LOURD = 'fichier abîmé, ou fait pour arrêter qui le lit ; l’ouvrir et l’enregistrer à nouveau en PDF';

/** Cache by hash of the file: detecting the kind of a document and reading it need the same pages. */
const lues = new Map<string, Promise<{ pages: PagePdf[]; total: number }>>();

/**
 * The first pages of a PDF, or all, with their ruled lines. Throws `Refus` if it is encrypted, damaged or too heavy.
 */
export const pagesDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
	maximum = Number.POSITIVE_INFINITY,
): Promise<PagePdf[]> => {
	const cle = createHash('sha256').update(octets).digest('hex');
	const deja = await lues.get(cle);
	if (deja && deja.pages.length >= Math.min(deja.total, maximum)) return deja.pages.slice(0, maximum);
	const lecture = lirePages(octets, progres, maximum);
	lues.set(cle, lecture);
	return (await lecture).pages;
};

const lirePages = (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
	maximum: number,
): Promise<{ pages: PagePdf[]; total: number }> =>
	new Promise((resolve, reject) => {
		const demande: Demande = { octets, maximum: Math.min(maximum, PAGES) };
		const ouvrier = new Worker(new URL('./pdf-ouvrier.ts', import.meta.url), {
			workerData: demande,
			resourceLimits: { maxOldGenerationSizeMb: 300 },
			// Do not inherit options of a test runner or of the shell.
			execArgv: [],
		});
		const pages: PagePdf[] = [];
		const memoire = process.memoryUsage.rss();
		let derniere = process.cpuUsage();
		let total = 0;
		let finie = false;
		const finir = (suite: () => void): void => {
			// Messages may still arrive after the thread is terminated.
			if (finie) return;
			finie = true;
			clearInterval(garde);
			void ouvrier.terminate();
			suite();
		};
		const refuser = (message: string): void => finir(() => reject(new Refus(message)));
		const garde = setInterval(() => {
			const ou = pages.length > 0 || total > 0 ? `, page ${pages.length + 1}` : '';
			const { user, system } = process.cpuUsage(derniere);
			if (user + system > SECONDES * 1e6) refuser(`PDF illisible${ou} : sa lecture ne finit pas ; ${TROP_LOURD}`);
			else if (process.memoryUsage.rss() - memoire > OCTETS)
				refuser(`PDF illisible${ou} : mémoire dépassée ; ${TROP_LOURD}`);
		}, 25);
		ouvrier.on('message', (reponse: Reponse) => {
			derniere = process.cpuUsage();
			if ('total' in reponse) {
				total = reponse.total;
				if (reponse.total > PAGES) refuser(`PDF de ${reponse.total} pages : un référentiel en a moins de ${PAGES}`);
			} else if ('page' in reponse) {
				const { numero, morceaux, traits } = reponse.page;
				if (Math.max(morceaux.length, traits.length) > MORCEAUX)
					return refuser(
						`page ${numero} : plus de ${MORCEAUX / 1000} milliers de morceaux de texte ou de traits ; ce n’est pas une page`,
					);
				pages.push(reponse.page);
				progres(reponse.page.numero, total);
			} else if ('chiffre' in reponse)
				refuser('ce PDF est chiffré : un mot de passe est demandé ; importer une copie ouverte');
			else if ('faute' in reponse)
				refuser(
					`PDF illisible${reponse.numero ? `, page ${reponse.numero}` : ''} : ${enFrancais(reponse.faute)} ; en demander une copie saine`,
				);
			else
				finir(() => {
					try {
						refuserBarre(pages);
						resolve({ pages, total });
					} catch (erreur) {
						reject(erreur as Refus);
					}
				});
		});
		ouvrier.on('error', (erreur) => {
			const deborde = (erreur as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
			refuser(`PDF illisible : ${deborde ? `mémoire dépassée ; ${TROP_LOURD}` : enFrancais(erreur.message)}`);
		});
	});
