import { mediane } from '../domaine/nombre.ts';
import { sansLettrines } from './lettrine.ts';
import type { Morceau } from './page.ts';
import type { PagePdf } from './page-pdf.ts';

/** A run as drawn by the file, possibly rotated. */
type Run = PagePdf['morceaux'][number] & { tourne: boolean };

/**
 * Position at which a text is drawn, and why it is invisible, if it is: no ink, white on white, or under a white shape.
 * `pale`: it is much lighter than text, as watermarks are.
 */
export type Encre = { x: number; y: number; cache?: 'invisible' | 'blanc' | 'recouvert'; pale?: true };

/** A page as drawn, with its invisible parts. */
export type PageDessinee = Omit<PagePdf, 'morceaux' | 'aPart'> & {
	morceaux: readonly Run[];
	/** Positions at which the file starts a text, in drawing order. */
	encres: readonly Encre[];
	/** Annotations and form fields over the page. */
	annotations: readonly string[];
};

const lettres = (runs: readonly Morceau[]): number =>
	runs.reduce((n, m) => n + (m.texte.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

/** Maximum number of runs of a page: beyond, it is refused for its size. */
export const MORCEAUX = 10_000;

/** Maximum number of rotated letters in a margin note. */
const LETTRES_EN_MARGE = 300;

/** Whether two runs overlap almost exactly: some files draw a word twice to make it bold. */
const double = (a: Run, b: Run): boolean =>
	Math.abs(a.x - b.x) < 0.15 * a.corps && Math.abs(a.y - b.y) < 0.15 * a.corps && Math.abs(a.corps - b.corps) < 1;

const sansDoubles = (runs: readonly Run[]): Run[] => {
	const vus = new Map<string, Run[]>();
	return runs.filter((run) => {
		const memes = vus.get(run.texte) ?? [];
		if (run.texte.trim() !== '' && memes.some((m) => double(m, run))) return false;
		if (memes.push(run) === 1) vus.set(run.texte, memes);
		return true;
	});
};

/** Whether a run is a stamp or watermark: twice as large as most, with other texts drawn across. */
const traverse = (run: Run, runs: readonly Run[], corps: number): boolean =>
	run.corps > 2 * corps &&
	runs.filter(
		(m) =>
			m !== run &&
			m.texte.trim() !== '' &&
			m.corps < 0.6 * run.corps &&
			Math.min(m.x + m.largeur, run.x + run.largeur) - Math.max(m.x, run.x) > m.corps &&
			m.y > run.y &&
			m.y < run.y + 0.6 * run.corps,
	).length > 1;

const CACHES = {
	invisible: 'texte que la page ne montre pas, laissé de côté',
	blanc: 'texte blanc sur fond blanc, laissé de côté',
	recouvert: 'texte recouvert de blanc, laissé de côté',
} as const;

/** Visible runs of a page, without duplicates. `aPart` lists the others, with a reason if they must be checked. */
export const pageVisible = ({ morceaux, encres, annotations, ...page }: PageDessinee): PagePdf => {
	// Such a page is refused later.
	if (morceaux.length > MORCEAUX) return { ...page, morceaux, aPart: [] };
	const aPart: { texte: string; motif?: string }[] = annotations.map((texte) => ({
		texte,
		motif: 'champ rempli ou note posée sur la page, qui n’est pas de son texte',
	}));
	const utiles = morceaux.filter((m) => m.texte.trim() !== '');
	const hauteurs = Map.groupBy(encres, (e) => Math.round(e.y));
	const encresDe = ({ x, y, largeur }: Run): Encre[] =>
		[-1, 0, 1].flatMap((d) => hauteurs.get(Math.round(y) + d) ?? []).filter((e) => e.x > x - 1 && e.x < x + largeur);
	const cacheDe = (run: Run): Encre['cache'] => {
		const siennes = encresDe(run);
		return siennes.every((e) => e.cache) ? siennes[0]?.cache : undefined;
	};
	/** Whether a run is pale and larger than most: a watermark, even where no other text crosses it. */
	const filigrane = (run: Run): boolean => run.corps > 1.2 * corps && encresDe(run).some((e) => e.pale);
	const caches = new Map(utiles.map((m) => [m, cacheDe(m)]));
	const reconnue = utiles.length > 0 && utiles.every((m) => caches.get(m) === 'invisible');
	const [premier] = utiles;
	if (reconnue && premier) {
		for (const m of utiles) caches.delete(m);
		aPart.push({ texte: premier.texte.trim(), motif: 'page reconnue sur une image : ses mots sont à relire un à un' });
	}
	const corps = mediane(utiles.map((m) => m.corps));
	const tournes = utiles.filter((m) => m.tourne && !caches.get(m));
	const enTravers = lettres(tournes) > Math.max(LETTRES_EN_MARGE, 0.4 * lettres(utiles));
	const gardes = sansDoubles(
		morceaux.filter((m) => {
			const cache = caches.get(m);
			if (!cache && !m.tourne && !traverse(m, utiles, corps) && !filigrane(m)) return true;
			if (m.texte.trim() !== '') aPart.push({ texte: m.texte.trim(), ...(cache && { motif: CACHES[cache] }) });
			return false;
		}),
	);
	const [tourne] = tournes;
	if (enTravers && tourne)
		aPart.push({
			texte: tourne.texte.trim(),
			motif: 'page écrite en travers, laissée de côté : la tourner, puis l’importer',
		});
	return { ...page, morceaux: sansLettrines(gardes.map(({ tourne: _, ...m }) => m)), aPart };
};
