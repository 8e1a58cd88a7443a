import { diffArrays } from 'diff';
import { estMotOutil, replierMot } from './mots-outils.ts';
import { memeMot, unifierSignes } from './normaliser.ts';
import { type Jeton, tokeniser } from './tokeniser.ts';

/**
 * A piece of the comparison of two sentences. Equal pieces keep the spelling of each side, since typography (see
 * `memeMot`) is no difference. An accent that makes another word is one: « formes », « formés ».
 */
export type Segment =
	| { type: 'egal'; avant: string; apres: string }
	| { type: 'supprime'; texte: string }
	| { type: 'ajoute'; texte: string };

/**
 * Word difference of two sentences. Joining `avant` and deletions gives the older sentence exactly; joining `apres` and
 * insertions gives the newer one. If too few words are shared, `marquee` is false: one deletion and one insertion, to
 * be shown as whole sentences.
 */
export type Difference = { marquee: boolean; segments: Segment[] };

/** A piece of one of the sentences, as printed. */
interface Passage {
	texte: string;
	/** Whether it is a change, to be marked and announced to screen readers. */
	change: boolean;
}

/**
 * Pieces of one of the sentences; joined, they are that sentence. Spaces at the edges of a change are not part of it,
 * so that a lone space is never announced as a change.
 */
export const passages = ({ segments }: Difference, cote: 'avant' | 'apres'): Passage[] =>
	segments.flatMap((s) => {
		if (s.type === 'egal') return [{ texte: s[cote], change: false }];
		if (s.type !== (cote === 'avant' ? 'supprime' : 'ajoute')) return [];
		const [, avant = '', corps = '', apres = ''] = /^(\s*)(.*?)(\s*)$/su.exec(s.texte) ?? [];
		return [
			{ texte: avant, change: false },
			{ texte: corps, change: true },
			{ texte: apres, change: false },
		].filter(({ texte }) => texte !== '');
	});

/** Minimum share of common words: below it, marks hide more than they show. */
const PART_PARTAGEE = 2 / 5;
/** Maximum length of an equal run of function words (« et », « de la ») that is merged with the changes around it. */
const ILOT_MAXIMAL = 2;

/** A range of both token lists, by index. If changed, one side may be empty. */
type Etendue = { egal: boolean; deA: number; aA: number; deB: number; aB: number };

/** A final mark on one side only is typography, not a change. */
const POINT_FINAL = /\s*[.;,]$/;
const pointFinal = (texte: string): string => POINT_FINAL.exec(texte.slice(-4))?.[0] ?? '';

/** Differences between two sentences, in order. Each run of changes is one deletion, then one insertion. */
export const difference = (avant: string, apres: string): Difference =>
	differenceDePhrases(lirePhrase(avant), lirePhrase(apres));

/** Same as `difference`, for sentences already parsed. */
export const differenceDePhrases = (a: Phrase, b: Phrase): Difference => {
	const [avant, apres] = [a.texte, b.texte];
	const [pointA, pointB] = [avant, apres].map(pointFinal) as [string, string];
	if (pointA.trim() === pointB.trim()) return differenceDeMots(a, b);
	// Checked first because it is fast, and most pairs of sentences have little in common.
	if (!peuventSeMarquer(a.mots, b.mots)) return { marquee: false, segments: change(avant, apres) };
	const nue = ({ texte }: Phrase) => lirePhrase(texte.replace(POINT_FINAL, ''));
	const { marquee, segments } = differenceDeMots(nue(a), nue(b));
	if (!marquee) return { marquee, segments: change(avant, apres) };
	const dernier = segments.at(-1);
	const [restent, fin] =
		dernier?.type === 'egal' ? [segments.slice(0, -1), dernier] : [segments, { avant: '', apres: '' }];
	return { marquee, segments: [...restent, { type: 'egal', avant: fin.avant + pointA, apres: fin.apres + pointB }] };
};

export type Phrase = { texte: string; jetons: Element[]; mots: Mots };

/** A token with its folded key, so that words that may be the same are found quickly. */
interface Element extends Jeton {
	cle: string;
	/** Whether it continues a word that `tokeniser` keeps whole: « ou » in « et/ou ». */
	suite: boolean;
}

/** Folded words of a sentence, with their number of occurrences. */
type Mots = ReadonlyMap<string, number>;

export const lirePhrase = (texte: string): Phrase => {
	const jetons = tokeniser(texte).flatMap(elements);
	const mots = new Map<string, number>();
	for (const { cle, mot } of jetons) if (mot) mots.set(cle, (mots.get(cle) ?? 0) + 1);
	return { texte, jetons, mots };
};

const cleDe = (texte: string): string => replierMot(unifierSignes(texte));

const JOINT = /[-‐‑/]/g;

/**
 * Splits a compound into its parts, since « et/ou » is also printed « et / ou »; marks never end inside one (see
 * `motsEntiers`). Invisible characters are no tokens: like spaces, they belong to what precedes.
 */
const elements = (jeton: Jeton): Element[] => {
	const { texte, debut, fin, mot } = jeton;
	if (!mot || texte.search(JOINT) === -1) {
		const cle = cleDe(texte);
		return cle === '' ? [] : [{ texte, debut, fin, mot, cle, suite: false }];
	}
	const joints = Array.from(texte.matchAll(JOINT), ({ index }) => index);
	const bornes = [0, ...joints.flatMap((i) => [i, i + 1]), texte.length];
	return bornes.slice(1).map((a, i) => {
		const de = bornes[i] ?? 0;
		const partie = texte.slice(de, a);
		return {
			texte: partie,
			debut: debut + de,
			fin: debut + a,
			mot: !joints.includes(de),
			cle: cleDe(partie),
			suite: i > 0,
		};
	});
};

/**
 * Whether enough words are shared, in any order, for a difference to be marked. Needs no alignment, so that a paragraph
 * can be compared with each one of a text.
 */
const peuventSeMarquer = (avant: Mots, apres: Mots): boolean => {
	let communs = 0;
	for (const [mot, n] of avant) communs += Math.min(n, apres.get(mot) ?? 0);
	return communs * 2 >= PART_PARTAGEE * (compter(avant) + compter(apres));
};

const compter = (mots: Mots): number => {
	let total = 0;
	for (const n of mots.values()) total += n;
	return total;
};

const differenceDeMots = (phraseA: Phrase, phraseB: Phrase): Difference => {
	const { texte: avant, jetons: a } = phraseA;
	const { texte: apres, jetons: b } = phraseB;
	// With spaces only, there is nothing to align.
	if (a.length + b.length === 0)
		return { marquee: true, segments: avant + apres ? [{ type: 'egal', avant, apres }] : [] };
	if (!peuventSeMarquer(phraseA.mots, phraseB.mots)) return { marquee: false, segments: change(avant, apres) };
	const alignees = aligner(phraseA, phraseB);
	const passages = alignees && absorberIlots(reunir(alignees.flatMap((e) => motsEntiers(e, a, b))), a);
	if (!passages || partPartagee(passages, a, b) < PART_PARTAGEE)
		return { marquee: false, segments: change(avant, apres) };
	return { marquee: true, segments: espacesAuxBords(passages.flatMap((p) => segmentsDe(p, avant, a, apres, b))) };
};

/** Aligns two sentences; undefined if there are so many edits that the equal part would be below `PART_PARTAGEE`. */
const aligner = (a: Phrase, b: Phrase): Etendue[] | undefined => {
	let iA = 0;
	let iB = 0;
	const egaux = PART_PARTAGEE * (compter(a.mots) + compter(b.mots));
	const maxEditLength = Math.floor(a.jetons.length + b.jetons.length - egaux);
	const comparator = (x: Element, y: Element) => x.cle === y.cle && memeMot(x.texte, y.texte);
	return diffArrays(a.jetons, b.jetons, { maxEditLength, comparator })?.map(({ value, added, removed }) => {
		const deA = iA;
		const deB = iB;
		if (!added) iA += value.length;
		if (!removed) iB += value.length;
		return { egal: !added && !removed, deA, aA: iA, deB, aB: iB };
	});
};

/** Removes from the ends of an equal range the parts of compounds that differ: « back-end » and « back-office ». */
const motsEntiers = (e: Etendue, a: Element[], b: Element[]): Etendue[] => {
	if (!e.egal) return [e];
	const coupe = (iA: number, iB: number) => a[iA]?.suite || b[iB]?.suite;
	let debut = 0;
	let fin = e.aA - e.deA;
	while (debut < fin && coupe(e.deA + debut, e.deB + debut)) debut++;
	while (fin > debut && coupe(e.deA + fin, e.deB + fin)) fin--;
	const tranche = (egal: boolean, de: number, aFin: number): Etendue => ({
		egal,
		deA: e.deA + de,
		aA: e.deA + aFin,
		deB: e.deB + de,
		aB: e.deB + aFin,
	});
	return [tranche(false, 0, debut), tranche(true, debut, fin), tranche(false, fin, e.aA - e.deA)].filter(
		({ deA, aA }) => deA < aA,
	);
};

/** Merges consecutive changes. */
const reunir = (passages: Etendue[]): Etendue[] =>
	passages.reduce<Etendue[]>((reunis, p) => {
		const dernier = reunis.at(-1);
		if (dernier && !dernier.egal && !p.egal) reunis[reunis.length - 1] = { ...dernier, aA: p.aA, aB: p.aB };
		else reunis.push(p);
		return reunis;
	}, []);

const absorberIlots = (passages: Etendue[], a: Jeton[]): Etendue[] =>
	reunir(
		passages.map((p, i) => {
			const entreDeux = i > 0 && i < passages.length - 1;
			const ilot = p.egal && entreDeux && p.aA - p.deA <= ILOT_MAXIMAL;
			return ilot && a.slice(p.deA, p.aA).every((j) => !j.mot || estMotOutil(j.texte)) ? { ...p, egal: false } : p;
		}),
	);

/** Share of the words of both sentences that are in equal ranges. */
const partPartagee = (passages: Etendue[], a: Jeton[], b: Jeton[]): number => {
	const mots = (jetons: Jeton[]) => jetons.filter((j) => j.mot).length;
	const total = mots(a) + mots(b);
	const partages = passages.filter((p) => p.egal).map((p) => mots(a.slice(p.deA, p.aA)) * 2);
	return total === 0 ? 1 : partages.reduce((s, n) => s + n, 0) / total;
};

/** Text of tokens `de` to `a` (excluded), with the space after each; the first token also has the space before it. */
const extrait = (texte: string, jetons: Jeton[], de: number, a: number): string => {
	const bord = (i: number) => (i === 0 ? 0 : (jetons[i]?.debut ?? texte.length));
	return texte.slice(bord(de), a === jetons.length ? texte.length : bord(a));
};

const change = (avant: string, apres: string): Segment[] => [
	...(avant ? [{ type: 'supprime', texte: avant } as const] : []),
	...(apres ? [{ type: 'ajoute', texte: apres } as const] : []),
];

const segmentsDe = (p: Etendue, avant: string, a: Jeton[], apres: string, b: Jeton[]): Segment[] => {
	const deAvant = extrait(avant, a, p.deA, p.aA);
	const deApres = extrait(apres, b, p.deB, p.aB);
	return p.egal ? [{ type: 'egal', avant: deAvant, apres: deApres }] : change(deAvant, deApres);
};

const ESPACE_FINALE = /\s+$/;
const espaceFinale = (texte: string): string => ESPACE_FINALE.exec(texte)?.[0] ?? '';

/**
 * If only one side has a space after an equal piece (« comptes utilisateurs » / « comptes »), moves that space into the
 * following change, so that both sentences keep their own spaces.
 */
const espacesAuxBords = (segments: Segment[]): Segment[] => {
	const resultat: Segment[] = [];
	let prefixeA = '';
	let prefixeB = '';
	const verser = () => {
		resultat.push(...change(prefixeA, prefixeB));
		prefixeA = '';
		prefixeB = '';
	};
	for (const s of segments) {
		if (s.type === 'supprime') {
			resultat.push({ ...s, texte: prefixeA + s.texte });
			prefixeA = '';
		} else if (s.type === 'ajoute') {
			if (prefixeA) resultat.push({ type: 'supprime', texte: prefixeA });
			prefixeA = '';
			resultat.push({ ...s, texte: prefixeB + s.texte });
			prefixeB = '';
		} else {
			verser();
			const [finA, finB] = [espaceFinale(s.avant), espaceFinale(s.apres)];
			const unSeulCote = (finA === '') !== (finB === '');
			if (unSeulCote) [prefixeA, prefixeB] = [finA, finB];
			resultat.push(unSeulCote ? { type: 'egal', avant: s.avant.trimEnd(), apres: s.apres.trimEnd() } : s);
		}
	}
	verser();
	return resultat;
};
