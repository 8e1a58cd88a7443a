import type { Morceau } from '../page.ts';
import { enRangees } from '../rangee.ts';
import { joindre } from '../signe.ts';

/** A ruled line of a page, horizontal or vertical, in points from the bottom left corner. */
export type Trait = { x1: number; y1: number; x2: number; y2: number };

/** A page of a PDF as it is drawn: its runs of text, bold or not, and its ruled lines. */
export type PagePdf = {
	/** From 1, as the file numbers them. */
	numero: number;
	largeur: number;
	hauteur: number;
	/** Texts that the page shows, in the order in which the file draws them. */
	morceaux: readonly (Morceau & { gras: boolean })[];
	traits: readonly Trait[];
	/** Texts that are no line of the page: aslant, hidden, stamped or laid over it. `motif` says why one is to be looked at. */
	aPart: readonly { texte: string; motif?: string }[];
};

type Run = PagePdf['morceaux'][number];

/** A printed line: what stands on one baseline, between two rules of a table or across the page. */
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
	/** Its lines put end to end. */
	texte: string;
};

/** A ruled table of a page, of two columns or more; `cellule` also tells the empty ones. */
export type Table = {
	page: number;
	haut: number;
	cellules: Cellule[];
	rect: (x: number, y: number) => Rect | undefined;
};

type Rect = Pick<Cellule, 'gauche' | 'droite' | 'haut' | 'bas'>;

/** A line or a table of a page. */
export type Contenu = { ligne: LignePdf } | { table: Table };

const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ft', ﬆ: 'st' };
const lisible = (texte: string): string =>
	texte
		.replace(/[ﬀ-ﬆ]/gu, (l) => LIGATURES[l] ?? l)
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
			// A soft hyphen is printed where a line cuts a word, and nowhere else.
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

/** Lines put end to end, as one paragraph. */
export const enTexte = (lignes: readonly { texte: string }[]): string =>
	lignes.reduce((texte, l) => (texte.endsWith('\u00ad') ? texte.slice(0, -1) + l.texte : joindre(texte, l.texte)), '');

const JEU = 2.5;

/** Tells, for a place, the cell that the rules around it draw: a rule made of pieces end to end is one. */
const cadreur = (traits: readonly Trait[]) => {
	const horizontaux = unir(traits.filter((t) => Math.abs(t.y1 - t.y2) <= 1).map((t) => [t.y1, t.x1, t.x2]));
	const verticaux = unir(traits.filter((t) => Math.abs(t.x1 - t.x2) <= 1).map((t) => [t.x1, t.y1, t.y2]));
	/** The nearest rules on both sides of a place, among those that run past it. */
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
		// A row that the end of the page cuts may have no rule there: it ends where the rules of its sides do.
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

/** A point well inside a run of text, by which its cell is found: the rules of the next cell end at the edge of its own. */
export const ancreDe = (run: Morceau): [number, number] => [
	run.x + Math.min(6, run.largeur / 2),
	run.y + 0.25 * run.corps,
];

/** Width of a sign beside that of a common small letter: enough to tell which space of a run a rule stands in. */
const chasse = (signe: string): number =>
	/[ijltfrI.,;:'’!|() ]/u.test(signe) ? 0.6 : /[mwMW—…@]/u.test(signe) ? 1.6 : /\p{Lu}/u.test(signe) ? 1.3 : 1;

/** pdf.js puts texts that stand close to each other into one run: where a rule parts two cells, it is cut at the space there. */
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

/** The content of a page from top to bottom: its lines, and its ruled tables cell by cell. */
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
		// Rows of empty cells lie between two rows of one table: rules run through them.
		const dessus = rect((c.gauche + c.droite) / 2, c.haut + JEU + 0.5);
		const joint = dessus !== undefined && Math.abs(dessus.bas - c.haut) < JEU;
		if (ici && (joint || Math.min(...ici.cellules.map((d) => d.bas)) - c.haut < JEU + 1)) ici.cellules.push(c);
		else tables.push({ page: page.numero, haut: c.haut, cellules: [c], rect });
	}
	// A frame around a heading has one column, and no cell of its height beside it, even empty: it is no table.
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

/** Cells of a table by rows: those that a same band of the page crosses, each from left to right. */
export const rangeesDe = (table: Table): Cellule[][] => {
	const bords = [...new Set(table.cellules.map((c) => Math.round(c.haut)))].sort((a, b) => b - a);
	return bords.map((haut) =>
		table.cellules.filter((c) => c.haut >= haut - JEU && c.bas < haut - JEU).sort((a, b) => a.gauche - b.gauche),
	);
};

/** Does one cell stand beside another: do they share more than half of the height of the smaller? */
export const cote = (a: Rect, b: Rect): boolean =>
	Math.min(a.haut, b.haut) - Math.max(a.bas, b.bas) > 0.5 * Math.min(a.haut - a.bas, b.haut - b.bas);
