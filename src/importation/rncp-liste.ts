import { espaces } from './caractere.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	commenceParInfinitif,
	MOTIF_HORS_VIGUEUR,
	parentheseOuverte,
	resteEnSuspens,
	seDitHorsVigueur,
} from './signe.ts';

/** An item of a flattened list. `marque` is the code or bullet before it. */
export type ItemDeListe = { texte: string; marque: string };
export type ListeCoupee = { items: ItemDeListe[]; doutes: { texte: string; motif: string }[] };

/** Bullets of a flattened list, at its start or after two spaces. « avant-garde » and « a – b » have none. */
const PUCE = /(?:^\s*|\s{2,}|(?<=[;.])\s+)([*•▪◦●➢–—-])\s+(?=\S)/gu;
/** Codes of the certifier: « A1C2. », « C.3. », « 1.2.1 ». */
const CODE =
	/(?:^\s*|\s{2,}|(?<=[.;])\s+)((?:[A-Z]{1,2}\.?\s?\d{1,2}(?:\.?\s?[A-Z]?\.?\s?\d{1,2})*|\d{1,2}(?:\.\d{1,2})+)\s?[.:)–-]?)\s*(?=\p{Lu})/gu;

/**
 * Splits LISTE_COMPETENCES, which the export flattens on one line: at list marks if there are any, else at runs of two
 * spaces or more before a capital. Such runs also occur inside items (« solution technique »), so a piece without
 * infinitive is reported as a doubt.
 */
export const couperListe = (brut: string): ListeCoupee => {
	const texte = brut.replace(/[\r\n]/gu, '    ').replace(/[\u00a0\u202f\t]/gu, ' ');
	const puces = marques(texte, PUCE);
	const codes = marques(texte, CODE);
	const marquees =
		puces.length > 1 || puces[0]?.debut === 0 ? puces : codes.length > 1 || codes[0]?.debut === 0 ? codes : [];
	const items = marquees.length > 0 ? parMarques(texte, marquees) : parEspaces(texte);
	return { items, doutes: douter(items, marquees.length > 0) };
};

type Marque = { debut: number; fin: number; signe: string };

const marques = (texte: string, forme: RegExp): Marque[] =>
	[...texte.matchAll(forme)].map((m) => ({ debut: m.index, fin: m.index + m[0].length, signe: m[1] ?? '' }));

const parMarques = (texte: string, positions: readonly Marque[]): ItemDeListe[] => {
	const tete = espaces(texte.slice(0, positions[0]?.debut ?? 0));
	const items = positions.map((p, i) => ({
		texte: espaces(texte.slice(p.fin, positions[i + 1]?.debut ?? texte.length)),
		marque: p.signe,
	}));
	return tete ? [{ texte: tete, marque: '' }, ...items] : items;
};

const parEspaces = (texte: string): ItemDeListe[] => {
	const items: string[] = [];
	for (const morceau of texte.split(/\s{2,}/u)) {
		const avant = items.at(-1);
		// A lower-case letter, an open bracket or a final article: the spaces are inside an item.
		const suite =
			avant !== undefined && (/^[^\p{Lu}\d«"]/u.test(morceau) || resteEnSuspens(avant) || parentheseOuverte(avant));
		if (suite) items[items.length - 1] = `${avant} ${morceau}`;
		else items.push(morceau);
	}
	return items.map((t) => ({ texte: espaces(t), marque: '' })).filter((i) => i.texte !== '');
};

const douter = (items: readonly ItemDeListe[], marquee: boolean): ListeCoupee['doutes'] => {
	const hautes = items.filter(({ texte }) => commenceEnCapitale(texte)).length;
	return items.flatMap(({ texte }) => {
		if (seDitHorsVigueur(texte)) return [{ texte, motif: MOTIF_HORS_VIGUEUR }];
		if (commenceEnMinuscule(texte) && hautes >= 0.5 * items.length)
			return [{ texte, motif: 'ne commence pas par une capitale : compétence, ou détail de celle d’avant ?' }];
		if (!marquee && !commenceParInfinitif(texte))
			return [{ texte, motif: 'ce morceau ne commence pas par un infinitif : coupure douteuse' }];
		if (/:$/u.test(texte)) return [{ texte, motif: 'finit par deux-points : titre de ce qui suit, ou compétence ?' }];
		if (/[\p{Ll})]\s\p{Lu}\p{Ll}+(?:er|ir)\s\p{Ll}/u.test(texte))
			return [{ texte, motif: 'deux compétences collées, peut-être' }];
		return [];
	});
};
