import { Refus } from '../refus.ts';
import { commenceParInfinitif, mots, parentheseOuverte, replier, resteEnSuspens } from '../signe.ts';
import { type Contenu, contenuDe, type LignePdf, type PagePdf, type Table } from './page.ts';

/** A thing to be read again by a person, with the page that it stands on. */
export type Doute = { page: number; motif: string; texte: string };

/** What the foot of every page says of its document. */
export type Pied = {
	sigle?: string;
	type?: string;
	code?: string;
	millesime?: string;
	validation?: string;
	miseAJour?: string;
	journal?: string;
};

export type GenreReferentiel = 'reac' | 're';

/** A page without its foot. */
export type PageLue = { numero: number; contenu: Contenu[] };

/** A referential of a title: what kind it is, what its feet say, and its pages from top to bottom. */
export type Document = {
	genre: GenreReferentiel;
	/** « REAC », « RE » or « RC », as it names itself. */
	nom: string;
	pied: Pied;
	pages: PageLue[];
	/** Words of the whole file, and those of its feet. */
	mots: number;
	motsDesPieds: number;
	doutes: Doute[];
};

/** Letters and digits of a text, folded: what stays when lines are cut otherwise. */
export const lettres = (texte: string): string => replier(texte.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');

export const motsDuContenu = (contenu: Contenu): string[] =>
	'ligne' in contenu ? mots(contenu.ligne.texte) : contenu.table.cellules.flatMap((c) => mots(c.texte));

const CHAMPS: readonly [keyof Pied | 'page', RegExp][] = [
	['sigle', /^(?:sigle|libelle (?:reduit|abrege|court))$/],
	['type', /^type de document$/],
	['code', /^code (?:titre|tp)(?: professionnel)?$/],
	['millesime', /^(?:millesime|version)$/],
	['validation', /^date de validation$/],
	['miseAJour', /^date de mise a jour$/],
	['journal', /^date (?:du )?dernier jo$/],
	['page', /^pages?$/],
];

type Place = { texte: string; x: number; fin: number };

/** Texts of a baseline that no wide gap parts. */
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

/** The foot of a page: a row of names, and under it a row of values, each below its name. */
const piedDe = (page: PagePdf): { pied: Pied; ys: number[] } | undefined => {
	const ys = [...new Set(page.morceaux.filter((m) => m.texte.trim() !== '').map((m) => Math.round(m.y)))].sort(
		(a, b) => a - b,
	);
	for (const [i, y] of ys.entries()) {
		const noms = segments(page, y);
		const champs = noms.map((n) => CHAMPS.find(([, forme]) => forme.test(replier(n.texte)))?.[0]);
		if (!champs.includes('type') || champs.filter(Boolean).length < 4) continue;
		const sous = ys.slice(0, i).findLast((autre) => y - autre < 30 && y - autre > 3);
		const pied: Pied = {};
		for (const valeur of sous === undefined ? [] : segments(page, sous)) {
			const ecart = (n: Place) => Math.abs((n.x + n.fin) / 2 - (valeur.x + valeur.fin) / 2);
			const rang = noms.reduce((k, n, j) => (ecart(n) < ecart(noms[k] as Place) ? j : k), 0);
			const champ = champs[rang];
			if (champ && champ !== 'page') pied[champ] = valeur.texte;
		}
		return { pied, ys: sous === undefined ? [y] : [y, sous] };
	}
	return undefined;
};

/** Kinds of documents of a title that are not its referentials: told by the words of their covers. */
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

/** What a document is, when it is a referential: by its foot, else by its cover. */
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

/** What a document that is no referential looks like, by its first page. */
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

/** Puts the feet apart, and the pages in lines and tables. */
export const documentDe = (pages: readonly PagePdf[]): Document => {
	const genre = genreDe(pages);
	if (!genre)
		throw new Refus('ce PDF n’est ni un REAC, ni un RE, ni un RC : ni sa couverture ni ses pieds de page ne le disent');
	const doutes: Doute[] = [];
	let pied: Pied = {};
	let [total, motsDesPieds] = [0, 0];
	const lues = pages.map((page): PageLue => {
		total += motsDe(page, () => true);
		const ici = piedDe(page);
		const duPied = (y: number) => ici?.ys.some((autre) => Math.abs(autre - y) < 2) ?? false;
		motsDesPieds += motsDe(page, duPied);
		for (const [champ, valeur] of Object.entries(ici?.pied ?? {}) as [keyof Pied, string][]) {
			const avant = pied[champ];
			if (avant === undefined) pied = { ...pied, [champ]: valeur };
			else if (avant !== valeur)
				doutes.push({ page: page.numero, motif: `pied de page qui dit autre chose que « ${avant} »`, texte: valeur });
		}
		const morceaux = page.morceaux.filter((m) => !duPied(m.y));
		return { numero: page.numero, contenu: contenuDe({ ...page, morceaux }) };
	});
	return { ...genre, pied, pages: lues, mots: total, motsDesPieds, doutes };
};

/** Words as lines and cells hold them, so that they are counted alike on both sides. */
const motsDe = (page: PagePdf, garde: (y: number) => boolean): number =>
	contenuDe({ ...page, morceaux: page.morceaux.filter((m) => garde(m.y)) }).reduce(
		(n, c) => n + motsDuContenu(c).length,
		0,
	);

/** Right edge of the text: lines that reach it go on below. */
export const bordDroit = (pages: readonly PageLue[]): number => {
	const fins = pages
		.flatMap((p) => p.contenu.flatMap((c) => ('ligne' in c ? [c.ligne.fin] : [])))
		.sort((a, b) => a - b);
	return fins[Math.floor(0.97 * (fins.length - 1))] ?? 0;
};

const PUCE = /^(?:[-–—•●▪■◦‣*]|\p{Co})\s*/u;

export const sansPuce = (texte: string): string => texte.replace(PUCE, '');

const DETERMINANT =
	/^(?:Le|La|Les|L['’]\p{L}|Un|Une|Des|Ce|Cet|Cette|Ces|Chaque|Tout|Tous|Toute|Toutes|Aucun|Aucune)(?!\p{Ll})/u;

/**
 * Lists of a REAC have no bullet and no stop: after a full line that ends nothing, what opens as the items do, a
 * determiner in capitals or an infinitive after an infinitive, is the next of them.
 */
const ouvreUnItem = (ligne: LignePdf, avant: LignePdf, premiere: LignePdf | undefined): boolean =>
	!/[.:;,!?…]$/u.test(avant.texte) &&
	!resteEnSuspens(avant.texte) &&
	!parentheseOuverte(avant.texte) &&
	(DETERMINANT.test(ligne.texte) ||
		(commenceParInfinitif(ligne.texte) && commenceParInfinitif(sansPuce(premiere?.texte ?? ''))));

/**
 * Lines put back into paragraphs and items: a new one starts at a bullet, after a blank, where the line before had
 * room for its first word, or where it opens as an item does.
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

/** Lines that stand in tables too, cell after cell, for what reads words and no columns. */
export const lignesDuContenu = (contenu: Contenu): LignePdf[] =>
	'ligne' in contenu ? [contenu.ligne] : contenu.table.cellules.flatMap((c) => c.lignes);

export const tablesDe = (contenus: readonly Contenu[]): Table[] =>
	contenus.flatMap((c) => ('table' in c ? [c.table] : []));
