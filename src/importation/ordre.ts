import { commenceEnMinuscule, finitItem } from './signe.ts';

/** Texts of one baseline without a wide gap between them. `rang` is their drawing order in the file. */
export type Segment = { texte: string; x: number; fin: number; rang: number };
export type Rangee = { segments: Segment[]; y: number; corps: number };
/** A line to print, with the left edge of its column. */
export type LigneRangee = { segments: Segment[]; y: number; corps: number; colonne: number };

type Place = Segment & {
	rangee: number;
	y: number;
	corps: number;
	/** Whether nothing stands beside it at nearly the same height. */
	seul: boolean;
	/** Whether something stands to its left at that height. */
	flanque: boolean;
};

/** Maximum number of texts compared pair by pair. */
const MAXIMUM = 2000;

/** A bullet or number separated from its item by a tab: joined to it. */
const MARQUE = /^\s*(?:\P{L}{1,6}|\p{L}\s?[.)]|[ivxIVX]{1,4}\s?[.)])\s*$/u;
const avecSaMarque = (rangee: Rangee): Rangee => {
	const segments: Segment[] = [];
	for (const s of rangee.segments) {
		const avant = segments.at(-1);
		if (avant && MARQUE.test(avant.texte) && s.x - avant.fin < 5 * rangee.corps)
			Object.assign(avant, { texte: `${avant.texte} ${s.texte}`, fin: s.fin });
		else segments.push({ ...s });
	}
	return { ...rangee, segments };
};

const placesDe = (rangees: readonly Rangee[]): Place[] =>
	rangees.flatMap(({ segments, y, corps }, rangee) => {
		const voisins = rangees.filter((r) => Math.abs(r.y - y) < 1.5 * corps).flatMap((r) => r.segments);
		return segments.map((s) => {
			const flanque = voisins.some((t) => t.fin <= s.x);
			return { ...s, rangee, y, corps, flanque, seul: !flanque && !voisins.some((t) => t.x >= s.fin) };
		});
	});

/**
 * Whether `a` must be read before `b`, whatever the columns: it stands above, unless it is entirely to the right in a
 * column beside another one, where reading goes down one column and then up to the next.
 */
const precede = (a: Place, b: Place): boolean =>
	a.rangee === b.rangee ? a.x < b.x : a.rangee < b.rangee && (a.x < b.fin - 1 || !a.flanque);

/**
 * Splits a page into zones at the rows whose place in the order is certain: everything above comes before them,
 * everything below after, and they overlap horizontally with their neighbours.
 */
export const enZones = (brutes: readonly Rangee[]): Rangee[][] => {
	const rangees = brutes.map(avecSaMarque);
	const places = placesDe(rangees);
	const zones: Rangee[][] = [[]];
	for (const [i, rangee] of rangees.entries()) {
		const seul = rangee.segments.length === 1 && places.find((p) => p.rangee === i);
		const fixe =
			seul &&
			places.every(
				(p) =>
					p === seul ||
					((p.rangee < i ? precede(p, seul) : precede(seul, p)) &&
						(Math.abs(p.rangee - i) > 1 || (p.x < seul.fin && seul.x < p.fin))),
			);
		if (fixe) zones.push([rangee], []);
		else zones.at(-1)?.push(rangee);
	}
	return zones.filter((z) => z.length > 0);
};

/** For each text, the number of pairs that the file draws in the wrong order. */
const inversionsDe = (places: readonly Place[]): [Place, number][] =>
	places.map((a) => [
		a,
		places.filter((b) => (a.rang > b.rang && precede(a, b)) || (b.rang > a.rang && precede(b, a))).length,
	]);

/**
 * Texts in drawing order. Isolated texts drawn out of place, such as headers and footers, are moved to their height.
 * Undefined if other texts are out of place.
 */
const enOrdre = (places: readonly Place[]): Place[] | undefined => {
	if (places.length > MAXIMUM) return undefined;
	let suivis = [...places];
	const ecartes: Place[] = [];
	for (;;) {
		const [pire, nombre] = inversionsDe(suivis).reduce((m, n) => (n[1] > m[1] ? n : m));
		if (nombre === 0) break;
		if (!pire.seul) return undefined;
		ecartes.push(pire);
		suivis = suivis.filter((p) => p !== pire);
	}
	const ordre = suivis.sort((a, b) => a.rang - b.rang);
	for (const p of ecartes.sort((a, b) => a.rangee - b.rangee))
		ordre.splice(ordre.findLastIndex((q) => precede(q, p)) + 1, 0, p);
	return ordre;
};

/** Groups consecutive texts of one row. */
const parRangee = (ordre: readonly Place[]): Place[][] => {
	const suites: Place[][] = [];
	for (const [i, p] of ordre.entries()) {
		const avant = suites.at(-1);
		const apres = ordre[i + 1];
		// A text that continues on the row below is the first line of a cell, not the end of the line to its left.
		const cellule = avant && apres && apres.rangee !== p.rangee && apres.x >= (avant.at(-1)?.fin ?? 0);
		if (avant?.[0]?.rangee === p.rangee && !cellule) avant.push(p);
		else suites.push([p]);
	}
	return suites;
};

/** Whether a sentence continues directly below, while the file draws another text in between. */
const coupeUnePhrase = (suites: readonly Place[][]): boolean =>
	suites.some((suite, i) => {
		const suivante = suites[i + 1] ?? [];
		return (
			suite.length > 1 &&
			suivante.length > 1 &&
			suite.some((a) =>
				suivante.some((b) => {
					const dessous = Math.abs(a.x - b.x) < 2 && a.y - b.y < 2 * a.corps;
					return dessous && !finitItem(a.texte.trim()) && commenceEnMinuscule(b.texte);
				}),
			)
		);
	});

/** Drawing order of a zone, or why it is not a reading order. */
export type Ordre = { suites: Place[][]; doute?: string } | { doute: string };

/**
 * Texts of a zone in drawing order, by rows. This is almost always the reading order: it is rejected if it puts a text
 * before one above or to its left, or splits a sentence.
 */
export const ordreDuFichier = (zone: readonly Rangee[]): Ordre => {
	const ordre = enOrdre(placesDe(zone));
	if (!ordre) return { doute: 'textes côte à côte, lus d’après leur place : le fichier les écrit dans un autre ordre' };
	const suites = parRangee(ordre);
	if (coupeUnePhrase(suites))
		return {
			doute:
				'textes côte à côte, lus d’après leur place : le fichier les écrit ligne par ligne, au milieu d’une phrase',
		};
	const plusieurs = suites.filter((s) => s.length > 1).length > 2;
	return {
		suites,
		...(plusieurs && {
			doute: 'textes côte à côte, lus ligne par ligne comme le fichier les écrit : ou des colonnes ?',
		}),
	};
};

/**
 * Adds to each line its column. A column begins where the text goes up or to the right, and ends where it returns to
 * the left.
 * @param bords left edges of the open columns, updated from zone to zone
 */
export const avecColonnes = (suites: readonly Place[][], bords: number[]): LigneRangee[] => {
	let avant: Place | undefined;
	return suites.map((segments) => {
		const premier = segments[0] as Place;
		if (avant && premier.rangee <= avant.rangee) bords.push(premier.x);
		while (bords.length > 1 && premier.x < (bords.at(-1) ?? 0) - 3 * premier.corps) bords.pop();
		avant = premier;
		const { y, corps } = premier;
		return { segments, y, corps, colonne: bords.at(-1) ?? premier.x };
	});
};
