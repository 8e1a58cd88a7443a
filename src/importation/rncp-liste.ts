import { couperLibelle, MOTIF_INFINITIFS, soupcons } from './bloc.ts';
import { espaces, GLYPHE } from './caractere.ts';
import {
	commenceEnCapitale,
	commenceEnMinuscule,
	commenceParInfinitif,
	parentheseOuverte,
	resteEnSuspens,
} from './signe.ts';

/** An item of a flattened list. `marque` is the code or bullet before it. */
export type ItemDeListe = { texte: string; marque: string };
export type ListeCoupee = { items: ItemDeListe[]; doutes: { texte: string; motif: string }[] };

const DEBUT = String.raw`(?:^\s*|\s{2,}|(?<=[;.])\s+)`;
/** Bullets. « avant-garde » and « a – b » have none. */
const PUCE = String.raw`(${GLYPHE}|[*–—\-])(?:\s+(?=\S)|(?=\p{Lu}))`;
/** Codes and numbers of the certifier: « A1C2. », « C.3. », « 1.2.1 », « 1) », « a) », « Compétence 1 : ». */
const CODE = String.raw`((?:[A-Z]{1,2}\.?\s?\d{1,2}(?:\.?\s?[A-Z]?\.?\s?\d{1,2})*|\d{1,2}(?:\.\d{1,2})+)\s?[.:\)–\-]?|(?:\d{1,2}|[a-z](?=\))|Compétence\s(?:n°\s?)?\d{1,2})\s?[.:\)–\-])\s*(?=\p{Lu})`;

/**
 * Splits LISTE_COMPETENCES, which the export flattens on one line: at list marks if there are any, else at runs of two
 * spaces or more before a capital. Such runs also occur inside items (« solution technique »), so a piece without
 * infinitive is reported as a doubt.
 */
export const couperListe = (brut: string): ListeCoupee => {
	const texte = brut.replace(/[\r\n]/gu, '    ').replace(/[\u00a0\u202f\t]/gu, ' ');
	const [puces, codes] = [marques(texte, PUCE), marques(texte, CODE)];
	const marquees = [puces, codes].find((m) => m.length > 1 || m[0]?.debut === 0) ?? [];
	const lus = marquees.length > 0 ? parMarques(texte, marquees) : parEspaces(texte);
	const doutes: ListeCoupee['doutes'] = [];
	const items = lus.flatMap(({ texte: libelle, marque }) => {
		const parts = couperLibelle(libelle);
		if (parts.length > 1) doutes.push({ texte: libelle, motif: MOTIF_INFINITIFS });
		return parts.map((part, i) => ({ texte: part, marque: i === 0 ? marque : '' }));
	});
	return { items, doutes: [...doutes, ...douter(items, marquees.length > 0)] };
};

type Marque = { debut: number; fin: number; signe: string };

/** Marks at the start or after two spaces. If the only one is at the start, those after one space count, in sequence. */
const marques = (texte: string, forme: string): Marque[] => {
	const lues = (debut: string) =>
		[...texte.matchAll(new RegExp(debut + forme, 'gv'))].map((m) => ({
			debut: m.index,
			fin: m.index + m[0].length,
			signe: m[1] ?? '',
		}));
	const sures = lues(DEBUT);
	const [premiere, autre] = sures;
	if (premiere?.debut !== 0 || autre) return sures;
	const toutes = lues(String.raw`(?:^\s*|\s+)`).filter((m) => m.debut === 0 || /\p{Lu}/u.test(texte.charAt(m.fin)));
	const suite = toutes.every((m, i) => i === 0 || suivant(toutes[i - 1]?.signe ?? '') === m.signe);
	return suite ? toutes : sures;
};

/** The mark that follows: « - » after « - », « C2. » after « C1. ». */
const suivant = (signe: string): string =>
	signe
		.replace(/\d+(?=\D*$)/u, (n) => String(Number(n) + 1))
		.replace(/^[a-z](?=\))/u, (l) => String.fromCharCode(l.charCodeAt(0) + 1));

const parMarques = (texte: string, positions: readonly Marque[]): ItemDeListe[] => {
	const tete = espaces(texte.slice(0, positions[0]?.debut ?? 0));
	const items = positions.map((p, i) => ({
		texte: espaces(texte.slice(p.fin, positions[i + 1]?.debut ?? texte.length)),
		marque: p.signe,
	}));
	const avecTete = tete ? [{ texte: tete, marque: '' }, ...items] : items;
	// « - C1. Choisir    - C2. Poser »: the code comes after the bullet.
	const codes = items.map((i) => new RegExp(`^${CODE}`, 'v').exec(i.texte)?.[0]);
	if (codes.length < 2 || codes.includes(undefined)) return avecTete;
	return avecTete.map((i) => {
		const code = codes[items.indexOf(i)] ?? '';
		return { texte: i.texte.slice(code.length), marque: `${i.marque} ${code}`.trim() };
	});
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
		const [soupcon] = soupcons(texte);
		if (soupcon) return [{ texte, motif: soupcon }];
		if (commenceEnMinuscule(texte) && hautes >= 0.5 * items.length)
			return [{ texte, motif: 'ne commence pas par une capitale : compétence, ou détail de celle d’avant ?' }];
		if (!marquee && !commenceParInfinitif(texte))
			return [{ texte, motif: 'ce morceau ne commence pas par un infinitif : coupure douteuse' }];
		if (/:$/u.test(texte)) return [{ texte, motif: 'finit par deux-points : titre de ce qui suit, ou compétence ?' }];
		// « … les boisPoser les filets », « … les bois / Poser les filets », « … les boisC2.Poser », « … les bois2.Poser »
		if (
			/[\p{Ll}\)](?:\s?[,.;\/–—\-])?\s?\p{Lu}\p{Ll}+(?:er|ir)(?:\s\p{Ll}|\.?$)|\p{Ll}(?:[A-Z]{1,2}\d|\d{1,2}\s?[.\)]\s?\p{Lu})/v.test(
				texte,
			)
		)
			return [{ texte, motif: 'deux compétences collées, peut-être' }];
		return [];
	});
};
