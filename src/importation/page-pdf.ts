import { sansLigatures } from './caractere.ts';
import type { Morceau } from './page.ts';
import { enRangees } from './rangee.ts';
import { joindre } from './signe.ts';

/** A horizontal or vertical ruled line, in points from the bottom left corner. */
export type Trait = { x1: number; y1: number; x2: number; y2: number };

/** A PDF page: its runs of text and its ruled lines. */
export type PagePdf = {
	/** Page number in the file, from 1. */
	numero: number;
	largeur: number;
	hauteur: number;
	/** Visible runs, in drawing order. */
	morceaux: readonly (Morceau & { gras: boolean })[];
	traits: readonly Trait[];
	/**
	 * Texts that are not part of the page: rotated, hidden, stamped or overlaid. `motif` is set if one must be checked.
	 */
	aPart: readonly { texte: string; motif?: string }[];
};

type Run = PagePdf['morceaux'][number];

/** A printed line: one baseline, in one table cell or across the page. */
export type LignePdf = {
	page: number;
	texte: string;
	x: number;
	fin: number;
	y: number;
	corps: number;
	gras: boolean;
};

/** A cell of a ruled table, with its lines from top to bottom. */
export type Cellule = {
	page: number;
	gauche: number;
	droite: number;
	haut: number;
	bas: number;
	lignes: LignePdf[];
	/** Its lines joined. */
	texte: string;
};

/** A ruled table with at least two columns. `rect` finds the cell at a point, including empty ones. */
export type Table = {
	page: number;
	haut: number;
	cellules: Cellule[];
	rect: (x: number, y: number) => Rect | undefined;
};

type Rect = Pick<Cellule, 'gauche' | 'droite' | 'haut' | 'bas'>;

/** A line or a table of a page. */
export type Contenu = { ligne: LignePdf } | { table: Table };

const lisible = (texte: string): string =>
	sansLigatures(texte)
		.replace(/(?!\u00ad)\p{Cf}|\p{Co}/gu, '')
		.replace(/\s+/gu, ' ');

const enLignes = (runs: readonly Run[], page: number): LignePdf[] =>
	enRangees(runs).map(({ y, corps, morceaux }) => {
		let texte = '';
		let fin = Number.NEGATIVE_INFINITY;
		const tries = morceaux.sort((a, b) => a.x - b.x);
		for (const run of tries) {
			const trou = run.x - fin;
			texte += `${texte !== '' && trou > 0.13 * corps ? ' ' : ''}${lisible(run.texte)}`;
			fin = Math.max(fin, run.x + run.largeur);
		}
		const signes = (garde: (r: Run) => boolean) =>
			tries.filter(garde).reduce((n, r) => n + r.texte.replace(/\s/gu, '').length, 0);
		return {
			page,
			// Soft hyphens are printed only at line ends.
			texte: texte
				.replace(/\s+/gu, ' ')
				.trim()
				.replace(/\u00ad(?=.)/gu, ''),
			x: tries[0]?.x ?? 0,
			fin,
			y,
			corps,
			gras: signes((r) => r.gras) > 0.5 * signes(() => true),
		};
	});

/** Joins lines into one paragraph. */
export const enTexte = (lignes: readonly { texte: string }[]): string =>
	lignes.reduce((texte, l) => (texte.endsWith('\u00ad') ? texte.slice(0, -1) + l.texte : joindre(texte, l.texte)), '');

const JEU = 2.5;

/**
 * Builds a function that gives the cell at a point, from the ruled lines around it. Segments end to end are one line.
 */
const cadreur = (traits: readonly Trait[]) => {
	const horizontaux = unir(traits.filter((t) => Math.abs(t.y1 - t.y2) <= 1).map((t) => [t.y1, t.x1, t.x2]));
	const verticaux = unir(traits.filter((t) => Math.abs(t.x1 - t.x2) <= 1).map((t) => [t.x1, t.y1, t.y2]));
	/** The nearest lines on both sides of a point. */
	const voisins = (regles: readonly Regle[], place: number, en: number): [Regle | undefined, Regle | undefined] => {
		let [avant, apres]: (Regle | undefined)[] = [];
		for (const r of regles)
			if (r.de - JEU <= place && place <= r.a + JEU) {
				if (r.en <= en) avant = avant && avant.en > r.en ? avant : r;
				else apres = apres && apres.en < r.en ? apres : r;
			}
		return [avant, apres];
	};
	return (x: number, y: number): Rect | undefined => {
		const [gauche, droite] = voisins(verticaux, y, x);
		if (!gauche || !droite) return undefined;
		// A row split by the end of the page may have no line there: it ends with its vertical lines.
		const [bout, tete] = [Math.max(gauche.de, droite.de), Math.min(gauche.a, droite.a)];
		const [dessous, dessus] = voisins(horizontaux, x, y).map((r) =>
			r && bout - JEU <= r.en && r.en <= tete + JEU ? r.en : undefined,
		);
		if (dessous === undefined && dessus === undefined) return undefined;
		return { gauche: gauche.en, droite: droite.en, bas: dessous ?? bout, haut: dessus ?? tete };
	};
};

type Regle = { en: number; de: number; a: number };

const unir = (traits: readonly (readonly number[])[]): Regle[] => {
	const regles: Regle[] = [];
	const tries = traits
		.map(([en = 0, un = 0, deux = 0]): Regle => ({ en, de: Math.min(un, deux), a: Math.max(un, deux) }))
		.sort((p, q) => Math.round(p.en) - Math.round(q.en) || p.de - q.de);
	for (const t of tries) {
		const ici = regles.findLast((r) => Math.abs(r.en - t.en) <= 1.5 && t.de <= r.a + JEU && t.a >= r.de - JEU);
		if (ici) Object.assign(ici, { de: Math.min(ici.de, t.de), a: Math.max(ici.a, t.a) });
		else regles.push({ ...t });
	}
	return regles;
};

/** A point inside a run, used to find its cell: near the edge, the lines of the next cell could be found. */
export const ancreDe = (run: Morceau): [number, number] => [
	run.x + Math.min(6, run.largeur / 2),
	run.y + 0.25 * run.corps,
];

/**
 * Approximate width of a character relative to a lower-case letter: tells in which space of a run a ruled line stands.
 */
const chasse = (signe: string): number =>
	/[ijltfrI.,;:'’!|() ]/u.test(signe) ? 0.6 : /[mwMW—…@]/u.test(signe) ? 1.6 : /\p{Lu}/u.test(signe) ? 1.3 : 1;

/** pdf.js merges texts that are close: splits such a run at the space where a ruled line separates two cells. */
const couperAuxFilets = ({ morceaux, traits }: PagePdf): Run[] => {
	const verticaux = traits.filter((t) => Math.abs(t.x1 - t.x2) <= 1);
	return morceaux.flatMap((run): Run[] => {
		const y = run.y + 0.25 * run.corps;
		const filet = verticaux.find(
			({ x1: x, y1, y2 }) =>
				x > run.x + 2 && x < run.x + run.largeur - 2 && Math.min(y1, y2) <= y && y <= Math.max(y1, y2),
		);
		if (!filet) return [run];
		const total = [...run.texte].reduce((n, s) => n + chasse(s), 0);
		let vu = 0;
		const espaces = [...run.texte].flatMap((s, i) => {
			vu += chasse(s);
			return s === ' ' ? [{ i, x: run.x + ((vu - chasse(s) / 2) / total) * run.largeur }] : [];
		});
		const ici = espaces.sort((a, b) => Math.abs(a.x - filet.x1) - Math.abs(b.x - filet.x1))[0];
		if (!ici || Math.abs(ici.x - filet.x1) > run.corps) return [run];
		const [gauche, droite] = [run.texte.slice(0, ici.i), run.texte.slice(ici.i + 1)];
		return [
			{ ...run, texte: gauche, largeur: filet.x1 - 1 - run.x },
			...couperAuxFilets({
				morceaux: [{ ...run, texte: droite, x: filet.x1 + 1, largeur: run.x + run.largeur - filet.x1 - 1 }],
				traits: verticaux.filter((t) => t.x1 > filet.x1 + 2),
			} as unknown as PagePdf),
		];
	});
};

/** Content of a page from top to bottom: its lines, and its ruled tables cell by cell. */
export const contenuDe = (page: PagePdf): Contenu[] => {
	const runs = couperAuxFilets(page).filter((m) => m.texte.trim() !== '');
	const rect = cadreur(page.traits);
	const parCellule = new Map<string, { rect: Rect; runs: Run[] }>();
	const libres: Run[] = [];
	for (const run of runs) {
		const ici = rect(...ancreDe(run));
		if (!ici) libres.push(run);
		else {
			const cle = [ici.gauche, ici.droite, ici.haut, ici.bas].map((n) => Math.round(n)).join();
			const cellule = parCellule.get(cle) ?? { rect: ici, runs: [] };
			cellule.runs.push(run);
			parCellule.set(cle, cellule);
		}
	}
	const cellules = [...parCellule.values()]
		.map(({ rect: r, runs: ici }): Cellule => {
			const lignes = enLignes(ici, page.numero);
			return { ...r, page: page.numero, lignes, texte: enTexte(lignes) };
		})
		.sort((a, b) => b.haut - a.haut || a.gauche - b.gauche);
	const tables: Table[] = [];
	for (const c of cellules) {
		const ici = tables.at(-1);
		// Rows of empty cells may separate two rows of one table: the ruled lines continue through them.
		const dessus = rect((c.gauche + c.droite) / 2, c.haut + JEU + 0.5);
		const joint = dessus !== undefined && Math.abs(dessus.bas - c.haut) < JEU;
		if (ici && (joint || Math.min(...ici.cellules.map((d) => d.bas)) - c.haut < JEU + 1)) ici.cellules.push(c);
		else tables.push({ page: page.numero, haut: c.haut, cellules: [c], rect });
	}
	// A frame around a heading is not a table: it has one column, and no cell beside it, even empty.
	const colonnes = (t: Table) => new Set(t.cellules.map((c) => Math.round(c.gauche / JEU))).size;
	const voisine = (c: Cellule) =>
		[c.gauche - JEU - 1, c.droite + JEU + 1].some((x) => {
			const autre = rect(x, (c.haut + c.bas) / 2);
			return autre && Math.abs(autre.haut - c.haut) < JEU && Math.abs(autre.bas - c.bas) < JEU;
		});
	const contenus: { haut: number; contenu: Contenu }[] = [
		...enLignes(libres, page.numero).map((ligne) => ({ haut: ligne.y, contenu: { ligne } })),
		...tables.flatMap((table): { haut: number; contenu: Contenu }[] =>
			colonnes(table) > 1 || table.cellules.some(voisine)
				? [{ haut: table.haut, contenu: { table } }]
				: table.cellules.flatMap((c) => c.lignes.map((ligne) => ({ haut: ligne.y, contenu: { ligne } }))),
		),
	];
	return contenus.sort((a, b) => b.haut - a.haut).map((c) => c.contenu);
};

/** Cells of a table by row, from left to right. A cell that spans rows is in each. */
export const rangeesDe = (table: Table): Cellule[][] => {
	const bords = [...new Set(table.cellules.map((c) => Math.round(c.haut)))].sort((a, b) => b - a);
	return bords.map((haut) =>
		table.cellules.filter((c) => c.haut >= haut - JEU && c.bas < haut - JEU).sort((a, b) => a.gauche - b.gauche),
	);
};

/** Whether two cells are side by side: they share more than half of the height of the smaller one. */
export const cote = (a: Rect, b: Rect): boolean =>
	Math.min(a.haut, b.haut) - Math.max(a.bas, b.bas) > 0.5 * Math.min(a.haut - a.bas, b.haut - b.bas);
