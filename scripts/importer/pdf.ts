import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
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
} from '../../src/importation/reac/page.ts';
import { Refus } from '../../src/importation/refus.ts';
import { MORCEAUX } from '../../src/importation/visible.ts';
import type { Demande, Reponse } from './pdf-ouvrier.ts';

/** The text of a PDF, the running heads and feet that were set aside, and where the order of its texts is not sure. */
export type TextePdf = { texte: string; courants: { page: number; texte: string }[]; doutes: Doute[] };

/** Text of a PDF, its columns put back in reading order, its ruled tables by rows; pages are parted by a form feed. */
export const texteDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
): Promise<TextePdf> => {
	const { pages, courants } = separerCourants(await pagesDePdf(octets, progres));
	courants.push(...pages.flatMap(({ numero, aPart }) => aPart.map(({ texte }) => ({ page: numero, texte }))));
	const lues = pages.map(texteDePage);
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
			// What is set aside has no line of its own: the first of its page stands for it.
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

const texteDePage = (page: PagePdf): { lignes: string[]; doutes: { texte: string; motif: string }[] } => {
	const tables = contenuDe(page).flatMap((c) => ('table' in c ? [c.table] : []));
	const sorties: string[] = [];
	const doutes: { texte: string; motif: string }[] = [];
	const lire = (morceaux: PagePdf['morceaux']) =>
		lignesDePage(morceaux, page.largeur, (texte, motif) => doutes.push({ texte, motif }));
	let reste = page.morceaux;
	for (const table of tables.sort((a, b) => b.haut - a.haut)) {
		const dedans = (m: PagePdf['morceaux'][number]) => table.rect(...ancreDe(m)) !== undefined;
		const avant = reste.filter((m) => !dedans(m) && m.y > table.haut);
		sorties.push(...lire(avant), '', enHtml(table), '');
		const bas = Math.min(...table.cellules.map((c) => c.bas));
		reste = reste.filter((m) => !avant.includes(m) && !(dedans(m) && m.y <= table.haut && m.y >= bas - 1));
	}
	sorties.push(...lire(reste));
	return { lignes: sorties, doutes };
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

/** The known messages of pdf.js in French; any other is given in its own words. */
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
/**
 * Processor time, in seconds, for one page: those of a referential take a few hundredths, and a file may be made so that
 * one never ends. Not the time of the clock, which other work of the machine takes as well.
 */
const SECONDES = 2;
/** Memory that the reading of a PDF may add to the command's own: the longest referential takes half of it. */
const OCTETS = 300_000_000;

const TROP_LOURD = 'fichier abîmé, ou fait pour arrêter qui le lit ; l’ouvrir et l’enregistrer à nouveau en PDF';

/** Readings of this command, by the hash of the file: what tells its kind and what reads it want the same pages. */
const lues = new Map<string, Promise<{ pages: PagePdf[]; total: number }>>();

/** The first pages of a PDF, or all, as they are drawn, ruled lines included: its tables are read from them. */
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
			// Not what a test runner, or an option of the shell, adds to the main process.
			execArgv: [],
		});
		const pages: PagePdf[] = [];
		const memoire = process.memoryUsage.rss();
		let derniere = process.cpuUsage();
		let total = 0;
		let finie = false;
		const finir = (suite: () => void): void => {
			// Messages of a thread that was ended may still arrive.
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
