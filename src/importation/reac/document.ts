import { ITEM_NOMME, ouvertureNommee } from '../activite.ts';
import { lireJour } from '../champ.ts';
import { separerRepetes } from '../courant.ts';
import type { Morceau } from '../page.ts';
import {
	ancreDe,
	type Cellule,
	type Contenu,
	contenuDe,
	enTexte,
	type LignePdf,
	type PagePdf,
	type Table,
} from '../page-pdf.ts';
import { Refus } from '../refus.ts';
import { estCompose } from '../reparation.ts';
import { commenceParInfinitif, mots, parentheseOuverte, replier, resteEnSuspens } from '../signe.ts';
import { sansObjet } from './duree.ts';
import { reunirTables } from './suite.ts';

/** Something to be checked by a person, with its page. */
export type Doute = { page: number; motif: string; texte: string };

/** Fields printed at the foot of every page. */
export type Pied = {
	sigle?: string;
	type?: string;
	code?: string;
	millesime?: string;
	validation?: string;
	miseAJour?: string;
	journal?: string;
	/** « 5/40 »: number of the page, and of pages. */
	page?: string;
};

export type GenreReferentiel = 'reac' | 're';

/** A page without its footer. */
export type PageLue = { numero: number; contenu: Contenu[] };

/** A referential: kind, footer, and pages. */
export type Document = {
	genre: GenreReferentiel;
	/** « REAC », « RE » or « RC », as the document calls itself. */
	nom: string;
	pied: Pied;
	pages: PageLue[];
	/** Running headers that were separated. */
	courants: { page: number; texte: string }[];
	/** Words hyphenated at a line end that the document has neither whole nor with a hyphen. */
	cesures: { page: number; texte: string }[];
	/** Number of words of the file, and of its footers, running headers and repeated table headers. */
	mots: number;
	motsDesPieds: number;
	doutes: Doute[];
};

/** Folded letters and digits of a text: they do not depend on line breaks. */
export const lettres = (texte: string): string => replier(texte.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');

export const motsDuContenu = (contenu: Contenu): string[] =>
	'ligne' in contenu ? mots(contenu.ligne.texte) : contenu.table.cellules.flatMap((c) => mots(c.texte));

const CHAMPS: readonly [keyof Pied, RegExp][] = [
	['sigle', /^(?:sigle|libelle (?:reduit|abrege|court))$/],
	['type', /^type de document$/],
	['code', /^(?:code (?:titre|tp)(?: professionnel)?|titre[ -]code)$/],
	['millesime', /^(?:millesime|version)$/],
	['validation', /^date de validation$/],
	['miseAJour', /^date de mise a jour$/],
	['journal', /^date (?:(?:du )?dernier |de )?jo$/],
	['page', /^pages?$/],
];

/** Forms that the fields of the footer must have. */
const jour = (valeur: string) => lireJour(valeur) !== undefined;
const FORMES_DU_PIED: Partial<Record<keyof Pied, (valeur: string) => boolean>> = {
	code: (valeur) => /^TP-\d{5}$/u.test(valeur),
	millesime: (valeur) => /^\d{2}$/u.test(valeur),
	validation: jour,
	miseAJour: jour,
	journal: jour,
};

type Place = { texte: string; x: number; fin: number };

/** Texts of a baseline without a wide gap between them. */
const segments = (page: PagePdf, y: number): Place[] => {
	const places: Place[] = [];
	const runs = page.morceaux.filter((m) => m.texte.trim() !== '' && Math.abs(m.y - y) < 2);
	for (const m of [...runs].sort((a, b) => a.x - b.x)) {
		const avant = places.at(-1);
		const trou = avant ? m.x - avant.fin : 0;
		if (!avant || trou > 0.9 * m.corps) places.push({ texte: m.texte.trim(), x: m.x, fin: m.x + m.largeur });
		else {
			avant.texte += `${trou > 0.13 * m.corps || /^\s/u.test(m.texte) ? ' ' : ''}${m.texte.trim()}`;
			avant.fin = m.x + m.largeur;
		}
	}
	return places;
};

type PiedLu = { pied: Pied; morceaux: ReadonlySet<Morceau> };

const champDe = (nom: string) => CHAMPS.find(([, forme]) => forme.test(replier(nom)))?.[0];

const refuserDeuxPieds = ({ numero }: PagePdf, champs: readonly (keyof Pied | undefined)[]): void => {
	if (champs.filter((c) => c === 'type').length > 1)
		throw new Refus(
			`page ${numero} : deux pieds de page, donc deux pages sur une feuille ; importer une copie dont chaque page est à part`,
		);
};

/** Footer of a page: field names above their values. */
const piedDe = (page: PagePdf): PiedLu | undefined => piedEnTable(page) ?? piedEnRangees(page);

/** Footer without ruled lines: a row of names above a row of values. */
const piedEnRangees = (page: PagePdf): PiedLu | undefined => {
	const ys = [...new Set(page.morceaux.filter((m) => m.texte.trim() !== '').map((m) => Math.round(m.y)))].sort(
		(a, b) => a - b,
	);
	for (const [i, y] of ys.entries()) {
		const noms = segments(page, y);
		const champs = noms.map((n) => champDe(n.texte));
		if (!champs.includes('type') || champs.filter(Boolean).length < 4) continue;
		refuserDeuxPieds(page, champs);
		const sous = ys.slice(0, i).findLast((autre) => y - autre < 30 && y - autre > 3);
		const pied: Pied = {};
		for (const valeur of sous === undefined ? [] : segments(page, sous)) {
			const ecart = (n: Place) => Math.abs((n.x + n.fin) / 2 - (valeur.x + valeur.fin) / 2);
			const rang = noms.reduce((k, n, j) => (ecart(n) < ecart(noms[k] as Place) ? j : k), 0);
			const champ = champs[rang];
			if (champ) pied[champ] = valeur.texte;
		}
		const rangees = [y, sous];
		return { pied, morceaux: new Set(page.morceaux.filter((m) => rangees.some((r) => r && Math.abs(r - m.y) < 2))) };
	}
	return undefined;
};

/** Footer with ruled lines, read cell by cell since a name may take two lines. */
const piedEnTable = (page: PagePdf): PiedLu | undefined => {
	for (const { cellules } of tablesDe(contenuDe(page))) {
		const noms = cellules.filter((c) => champDe(c.texte) !== undefined);
		if (noms.length < 4 || !noms.some((c) => champDe(c.texte) === 'type')) continue;
		refuserDeuxPieds(
			page,
			noms.map((c) => champDe(c.texte)),
		);
		const pied: Pied = {};
		const places = new Set<Cellule>(noms);
		for (const nom of noms) {
			const valeur = cellules.find((c) => Math.abs(c.gauche - nom.gauche) < 3 && Math.abs(c.haut - nom.bas) < 3);
			const champ = champDe(nom.texte);
			if (!valeur || !champ) continue;
			places.add(valeur);
			pied[champ] = valeur.texte;
		}
		const dedans = (m: Morceau) => {
			const [x, y] = ancreDe(m);
			return [...places].some((c) => c.gauche < x && x < c.droite && c.bas < y && y < c.haut);
		};
		return { pied, morceaux: new Set(page.morceaux.filter(dedans)) };
	}
	return undefined;
};

/**
 * Doubts about the numbers printed on pages: the pages of the file that follow each other must be those of one document.
 * @throws Refus if they are in another order, or of two documents
 */
const suiteDesPages = (pieds: readonly (Pied | undefined)[]): Doute[] => {
	const doutes: Doute[] = [];
	let avant: { rang: number; numero: number; total: number; type?: string } | undefined;
	for (const [i, { page: texte, type } = {} as Pied] of pieds.entries()) {
		const [, n, sur] = /^(\d+)\s*(?:\/|sur)\s*(\d+)$/u.exec(texte ?? '') ?? [];
		if (!n || !sur) continue;
		const ici = { rang: i + 1, numero: Number(n), total: Number(sur), type };
		const saut = ici.numero - (avant?.numero ?? 0);
		if (avant && (saut <= 0 || type !== avant.type))
			throw new Refus(
				`page ${ici.rang} du fichier : « ${type ?? 'page'} ${texte} » après « ${avant.type ?? 'page'} ${avant.numero}/${avant.total} » ; remettre les pages dans l’ordre, chacune une fois, et séparer les documents`,
			);
		if (saut > ici.rang - (avant?.rang ?? 0)) doutes.push({ page: ici.rang, motif: MANQUE, texte: texte ?? '' });
		avant = ici;
	}
	if (avant && avant.numero + pieds.length - avant.rang < avant.total)
		doutes.push({ page: pieds.length, motif: MANQUE, texte: `${avant.numero}/${avant.total}` });
	return doutes;
};

const MANQUE = 'des pages manquent, d’après les numéros imprimés';

/** Documents of a title that are not referentials, by the words of their covers. */
const AUTRES: readonly [RegExp, string][] = [
	[/dossier professionnel/, 'le dossier professionnel d’un candidat'],
	[/dossier technique d'evaluation/, 'un dossier technique d’évaluation'],
	[/livret (?:de certification|d'evaluation|de recevabilite)/, 'un livret de candidat'],
	[/proces[ -]verbal/, 'un procès-verbal de session'],
	[/dossier de projet|rapport de stage|memoire/, 'un dossier ou un rapport de candidat'],
];

const COUVERTURES: readonly [GenreReferentiel, string, RegExp][] = [
	['reac', 'REAC', /referentiel (?:d')?emplois?,? (?:d')?activites?,?(?: et)? (?:de )?competences?/],
	['re', 'RE', /referentiel d'evaluation/],
	['re', 'RC', /referentiel de certification/],
];

/** Kind of a referential, by its footer or its cover. */
export const genreDe = (pages: readonly PagePdf[]): { genre: GenreReferentiel; nom: string } | undefined => {
	for (const page of pages.slice(0, 12)) {
		const type = replier(piedDe(page)?.pied.type ?? '').toUpperCase();
		if (type === 'REAC') return { genre: 'reac', nom: type };
		if (/^(?:RE|REV|REV2|RC)$/u.test(type)) return { genre: 're', nom: type === 'RC' ? 'RC' : 'RE' };
	}
	const couverture = replier(texteDe(pages[0]));
	const trouve = COUVERTURES.find(([, , forme]) => forme.test(couverture));
	return trouve && { genre: trouve[0], nom: trouve[1] };
};

/** Kind of another document, by its first page. */
export const autreGenre = (pages: readonly PagePdf[]): string | undefined => {
	const couverture = replier(texteDe(pages.find((p) => p.morceaux.some((m) => m.texte.trim() !== ''))));
	return AUTRES.find(([forme]) => forme.test(couverture))?.[1];
};

const texteDe = (page: PagePdf | undefined): string =>
	page
		? contenuDe(page)
				.map((c) => ('ligne' in c ? c.ligne.texte : c.table.cellules.map((d) => d.texte).join(' ')))
				.join(' ')
		: '';

/** Minimum share of pages with a running header. The headings of fiches in a REAC begin half of the pages. */
const PART_DES_COURANTS = 0.75;

/**
 * Separates footers and running headers, and splits pages into lines and tables.
 * @throws Refus if the document is no referential
 */
export const documentDe = (pages: readonly PagePdf[]): Document => {
	const genre = genreDe(pages);
	if (!genre)
		throw new Refus('ce PDF n’est ni un REAC, ni un RE, ni un RC : ni sa couverture ni ses pieds de page ne le disent');
	const doutes: Doute[] = [];
	let pied: Pied = {};
	const pieds: string[] = [];
	const lus = pages.map(piedDe);
	doutes.push(...suiteDesPages(lus.map((ici) => ici?.pied)));
	const sansPieds = pages.map((page, i) => {
		const ici = lus[i];
		for (const m of ici?.morceaux ?? []) pieds.push(m.texte);
		for (const [champ, valeur] of Object.entries(ici?.pied ?? {}) as [keyof Pied, string][]) {
			const avant = pied[champ];
			if (champ === 'page') continue;
			if (avant === undefined) pied = { ...pied, [champ]: valeur };
			else if (avant !== valeur)
				doutes.push({ page: page.numero, motif: `pied de page qui dit autre chose que « ${avant} »`, texte: valeur });
		}
		return { ...page, morceaux: page.morceaux.filter((m) => !ici?.morceaux.has(m)) };
	});
	const code = /^TP\s?[-–]?\s?(\d{5})$/u.exec(pied.code ?? '')?.[1];
	if (code) pied = { ...pied, code: `TP-${code}` };
	for (const [champ, lisible] of Object.entries(FORMES_DU_PIED) as [keyof Pied, (valeur: string) => boolean][]) {
		const valeur = pied[champ];
		if (valeur !== undefined && !lisible(valeur) && !sansObjet(valeur))
			doutes.push({ page: 1, motif: 'champ du pied de page non lu', texte: valeur });
	}
	const { pages: nues, courants } = separerRepetes(sansPieds, PART_DES_COURANTS);
	const { pages: lues, repetees } = reunirTables(
		nues.map((page) => ({ numero: page.numero, contenu: contenuDe(page) })),
	);
	const { cesures } = recoller(lues);
	const motsDesPieds = [...pieds, ...courants.map((c) => c.texte), ...repetees.map((c) => c.texte)].reduce(
		(n, texte) => n + mots(texte).length,
		0,
	);
	const total = lues.reduce((n, p) => n + p.contenu.reduce((k, c) => k + motsDuContenu(c).length, 0), motsDesPieds);
	const aPart = pages.flatMap(({ numero: page, aPart: ici }) => ici.map((a) => ({ page, ...a })));
	for (const { page, texte, motif } of aPart) if (motif) doutes.push({ page, motif, texte });
	const dits = [...courants, ...aPart.map(({ page, texte }) => ({ page, texte }))];
	return { ...genre, pied, pages: lues, courants: dits, cesures, mots: total, motsDesPieds, doutes };
};

/**
 * Joins hyphenated words that the document has whole elsewhere. Those that it has neither whole nor with a hyphen are
 * returned: no rule distinguishes « porte-\nmanteau » from « accas-\ntillage ».
 */
const recoller = (pages: readonly PageLue[]): { cesures: Document['cesures'] } => {
	const suites = pages.flatMap(({ contenu }) => [
		contenu.flatMap((c) => ('ligne' in c ? [c.ligne] : [])),
		...tablesDe(contenu).flatMap((t) => t.cellules.map((c) => c.lignes)),
	]);
	const tout = suites.flatMap((s) => s.map((l) => l.texte.toLowerCase())).join('\n');
	const vocabulaire = new Set(tout.match(/(?<!\p{L}-)\p{L}+(?![\p{L}-])/gu));
	const cesures: Document['cesures'] = [];
	for (const suite of suites)
		for (const [i, ligne] of suite.entries()) {
			const suivante = suite[i + 1];
			const fin = /(\p{L}+)[-\u2010\u2011]$/u.exec(ligne.texte)?.[1];
			const debut = /^(\p{Ll}+)[^\s\p{L}-]*(?=\s|$)/u.exec(suivante?.texte ?? '');
			if (!suivante || !fin || !debut?.[1]) continue;
			if (tout.includes(`${fin}-${debut[1]}`.toLowerCase())) continue;
			if (!vocabulaire.has((fin + debut[1]).toLowerCase())) {
				if (estCompose(fin)) continue;
				cesures.push({ page: ligne.page, texte: `${fin}-${debut[1]}` });
				continue;
			}
			ligne.texte = ligne.texte.slice(0, -1) + debut[0];
			suivante.texte = suivante.texte.slice(debut[0].length).trim();
		}
	for (const table of pages.flatMap((p) => tablesDe(p.contenu)))
		for (const c of table.cellules) c.texte = enTexte(c.lignes);
	return { cesures };
};

/** Right edge of the text. Lines that reach it continue below. */
export const bordDroit = (pages: readonly PageLue[]): number => {
	const fins = pages
		.flatMap((p) => p.contenu.flatMap((c) => ('ligne' in c ? [c.ligne.fin] : [])))
		.sort((a, b) => a - b);
	return fins[Math.floor(0.97 * (fins.length - 1))] ?? 0;
};

const PUCE = /^(?:[-–—•●▪■◦‣*]|\p{Co})\s*/u;

export const sansPuce = (texte: string): string => texte.replace(PUCE, '');

/** A label without its bullet, nor the name or number before it: « CCP 1 – », « CP 2 : », « 3. ». */
export const sansMarque = (texte: string): string => {
	const nu = sansPuce(texte);
	return ouvertureNommee(nu)?.titre || nu.replace(ITEM_NOMME, '').replace(/^\d{1,2}\s*[.)–-](?=[\s\p{Lu}])\s*/u, '');
};

const DETERMINANT =
	/^(?:Le|La|Les|L['’]\p{L}|Un|Une|Des|Ce|Cet|Cette|Ces|Chaque|Tout|Tous|Toute|Toutes|Aucun|Aucune)(?!\p{Ll})/u;

/**
 * Whether a line begins an item. Lists of a REAC have no bullets or stops: after a full line without end mark, an item
 * begins like the others, with a capitalised determiner, or an infinitive if the first does.
 */
const ouvreUnItem = (ligne: LignePdf, avant: LignePdf, premiere: LignePdf | undefined): boolean =>
	!/[.:;,!?…]$/u.test(avant.texte) &&
	!resteEnSuspens(avant.texte) &&
	!parentheseOuverte(avant.texte) &&
	(DETERMINANT.test(ligne.texte) ||
		(commenceParInfinitif(ligne.texte) && commenceParInfinitif(sansPuce(premiere?.texte ?? ''))));

/**
 * Joins lines into paragraphs and items. A new one begins at a bullet, after a blank, when the previous line had room
 * for the first word, or when a line begins like an item.
 */
export const paragraphesDe = (lignes: readonly LignePdf[], bord: number): LignePdf[][] => {
	const sorties: LignePdf[][] = [];
	for (const [i, ligne] of lignes.entries()) {
		const avant = lignes[i - 1];
		const premier = ligne.texte.split(' ')[0]?.length ?? 0;
		const signe = (ligne.fin - ligne.x) / Math.max(1, ligne.texte.length);
		const pleine = avant !== undefined && avant.fin + (premier + 1) * signe > bord - 1;
		const suit =
			avant !== undefined &&
			!PUCE.test(ligne.texte) &&
			((pleine && !ouvreUnItem(ligne, avant, sorties.at(-1)?.[0])) || /^\p{Ll}/u.test(ligne.texte)) &&
			(avant.page !== ligne.page || avant.y - ligne.y < 1.7 * ligne.corps);
		if (suit) sorties.at(-1)?.push(ligne);
		else sorties.push([ligne]);
	}
	return sorties;
};

/** Lines, including those in table cells, without columns. */
export const lignesDuContenu = (contenu: Contenu): LignePdf[] =>
	'ligne' in contenu ? [contenu.ligne] : contenu.table.cellules.flatMap((c) => c.lignes);

export const tablesDe = (contenus: readonly Contenu[]): Table[] =>
	contenus.flatMap((c) => ('table' in c ? [c.table] : []));
