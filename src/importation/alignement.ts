import { mediane } from '../domaine/nombre.ts';
import { commenceEnCapitale, commenceEnMinuscule, finitItem } from './signe.ts';
import { contientDesActivites } from './tableau.ts';

/** A text between two gaps of a page, then a row of texts; positions in points from the bottom left corner. */
type Texte = { texte: string; x: number; fin: number };
type Rangee = { segments: readonly Texte[]; y: number; corps: number };

/** A table of activities without ruled lines: the rows of the page that it takes (`fin` excluded), and its HTML. */
export type TableAlignee = { debut: number; fin: number; html: string };

const echapper = (texte: string): string => texte.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/**
 * The first table of activities that a page sets in aligned columns without ruled lines. It is recognised by its header
 * (blocs, then competences), and ends at the first text that crosses the gutter.
 * @returns undefined if there is none; `doute` if its rows cannot be separated
 */
export const tableAlignee = (rangees: readonly Rangee[]): TableAlignee | { doute: string } | undefined => {
	const debut = rangees.findIndex(
		(r) => r.segments.length <= 3 && contientDesActivites(r.segments.map((s) => s.texte)),
	);
	const tete = rangees[debut];
	if (!tete) return undefined;
	const droit = tete.segments.at(-1) as Texte;
	const bloc = tete.segments.at(-2) as Texte;
	const suite = rangees.slice(debut + 1);
	// The gutter is the left edge of the last column, which a centred header does not show.
	const bords = suite.flatMap((r) => r.segments.filter((s) => s.x > bloc.x + 2 * r.corps).map((s) => Math.round(s.x)));
	const bord = Math.min(droit.x, ...bords.filter((x) => bords.filter((y) => Math.abs(x - y) <= 1).length >= 2)) - 1;
	const fini = suite.findIndex((r) => r.segments.some((s) => s.x < bord && s.fin > bord + 1));
	const corps = suite.slice(0, fini < 0 ? undefined : fini);
	const gauche = corps.filter((r) => r.segments.some((s) => s.x < bord));
	const droite = corps.filter((r) => r.segments.some((s) => s.x >= bord));
	if (gauche.length === 0 || droite.length < 2) return undefined;
	const pas = mediane(droite.slice(1).map((r, i) => (droite[i]?.y ?? 0) - r.y));
	const noms = grouper(gauche, 1.45 * Math.min(pas, 1.6 * tete.corps));
	const groupes = repartir(noms, droite, textesA(droite, bord));
	// A first name in lower case is the end of one of another page.
	const entame = commenceEnMinuscule(gauche[0]?.segments[0]?.texte ?? '');
	if (!groupes || entame)
		return {
			doute: `« ${tete.segments.map((s) => s.texte).join(' | ')} » : tableau sans traits, dont les rangées ne se distinguent pas ; le recopier en texte, chaque bloc (« CCP 1 – … ») suivi de ses compétences`,
		};
	const rang = tete.segments.length === 3 ? (tete.segments[0] as Texte) : undefined;
	// The header of the names may be centred: only that of the numbers tells where their column ends.
	const limite = rang?.fin ?? Number.NEGATIVE_INFINITY;
	const case_ = (lignes: readonly string[]) => `<td>${lignes.map(echapper).join('<br/>')}</td>`;
	const rangeeHtml = (nom: readonly Rangee[], items: readonly Rangee[]): string => {
		const a = nom.flatMap((r) => r.segments.filter((s) => s.x < bord));
		return `<tr>${rang ? case_(a.filter((s) => s.x < limite).map((s) => s.texte)) : ''}${case_([
			a
				.filter((s) => s.x >= limite)
				.map((s) => s.texte)
				.join(' '),
		])}${case_(paragraphes(items, bord))}</tr>`;
	};
	const html = `<table><tr>${tete.segments.map((s) => case_([s.texte])).join('')}</tr>${noms
		.map((nom, i) => rangeeHtml(nom, groupes[i] ?? []))
		.join('')}</table>`;
	return { debut, fin: debut + 1 + corps.length, html };
};

/** Groups the rows of the left column into names: rows closer than `ecart` belong to one name. */
const grouper = (rangees: readonly Rangee[], ecart: number): Rangee[][] => {
	const noms: Rangee[][] = [];
	for (const r of rangees) {
		const avant = noms.at(-1)?.at(-1);
		if (avant && avant.y - r.y <= ecart) noms.at(-1)?.push(r);
		else noms.push([r]);
	}
	return noms;
};

/** Texts of rows from an edge on. */
const textesA = (rangees: readonly Rangee[], bord: number): string[] =>
	rangees.map((r) =>
		r.segments
			.filter((s) => s.x >= bord)
			.map((s) => s.texte.trim())
			.join(' '),
	);

/**
 * Whether a line of a column begins an item, with a capital and after the end of another: names that are vertically
 * centred stand at the height of any line.
 */
const ouvreUnItem = (lignes: readonly string[], rang: number): boolean =>
	commenceEnCapitale(lignes[rang] ?? '') &&
	(rang === 0 || finitItem(lignes[rang - 1] ?? '') || !lignes.some((l) => finitItem(l)));

/**
 * Distributes the rows of the right column among the names: each group begins at the height of its name or, if names
 * are vertically centred, groups are separated by the widest gaps, and centred on their names. Undefined if neither
 * works.
 */
const repartir = (
	noms: readonly Rangee[][],
	droite: readonly Rangee[],
	textes: readonly string[],
): Rangee[][] | undefined => {
	const haut = (nom: readonly Rangee[]) => nom[0]?.y ?? 0;
	const debuts = noms.map((nom) => droite.findIndex((r) => Math.abs(r.y - haut(nom)) < 0.4 * r.corps));
	if (debuts[0] === 0 && debuts.every((d) => ouvreUnItem(textes, d)))
		return debuts.map((d, i) => droite.slice(d, debuts[i + 1] ?? droite.length));
	const sauts = droite.slice(1).map((r, i) => ({ i: i + 1, ecart: (droite[i]?.y ?? 0) - r.y }));
	const larges = [...sauts].sort((a, b) => b.ecart - a.ecart);
	const [dernier, suivant] = [larges[noms.length - 2], larges[noms.length - 1]];
	if (noms.length > 1 && (!dernier || (suivant && suivant.ecart > 0.85 * dernier.ecart))) return undefined;
	const coupes = larges
		.slice(0, noms.length - 1)
		.map((s) => s.i)
		.sort((a, b) => a - b);
	const groupes = [0, ...coupes].map((d, k) => droite.slice(d, coupes[k] ?? droite.length));
	const dedans = groupes.every((g, k) => {
		const nom = noms[k] ?? [];
		const [premier, fin] = [g[0], g.at(-1)];
		return premier && fin && Math.abs(haut(nom) + (nom.at(-1)?.y ?? 0) - premier.y - fin.y) < 2 * premier.corps;
	});
	return dedans ? groupes : undefined;
};

/** Joins the lines of a cell into items, if the gaps between items are larger than those between lines. */
const paragraphes = (rangees: readonly Rangee[], bord: number): string[] => {
	const textes = textesA(rangees, bord);
	const lignes = rangees.map((r, i) => ({ y: r.y, texte: textes[i] ?? '' }));
	const ecarts = lignes.slice(1).map((l, i) => (lignes[i]?.y ?? 0) - l.y);
	const [petit, grand] = [Math.min(...ecarts), Math.max(...ecarts)];
	if (!(grand > 1.2 * petit)) return lignes.map((l) => l.texte);
	const sortie: string[] = [];
	for (const [i, l] of lignes.entries()) {
		if (i > 0 && (ecarts[i - 1] ?? 0) <= 1.1 * petit) sortie[sortie.length - 1] += ` ${l.texte}`;
		else sortie.push(l.texte);
	}
	return sortie;
};
