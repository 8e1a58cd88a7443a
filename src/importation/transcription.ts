import type { Element } from './element.ts';
import type { Lecture } from './lecture.ts';
import { appels } from './note.ts';
import { mots } from './signe.ts';
import type { Attribution } from './version.ts';

/** A difference between two transcriptions: a text in one only, or worded or set differently. */
export type Ecart =
	| { sorte: 'seule-premiere'; texte: string }
	| { sorte: 'seule-seconde'; texte: string }
	| { sorte: 'differe'; premiere: string; seconde: string }
	| { sorte: 'typographie'; premiere: string; seconde: string };

type Passage = { texte: string; indice: number };

const nus = (texte: string): string => mots(texte).join(' ');
const MARQUES = new Set(['1', '2', '3', '4', '5', '6', '7', '8', '9', '*']);
/** A text without note calls, which transcriptions print in various ways. */
const sansAppels = (texte: string): string =>
	appels(texte, MARQUES).reduceRight((t, { debut, fin }) => t.slice(0, debut).trimEnd() + t.slice(fin), texte);
const sansNotes = (texte: string): string => nus(sansAppels(texte));

/** Dice coefficient of the words of two texts, with repetitions: 1 for the same words in any order. */
const parente = (a: string, b: string): number => {
	const [la, lb] = [a.split(' '), b.split(' ')];
	const compte = new Map<string, number>();
	for (const m of la) compte.set(m, (compte.get(m) ?? 0) + 1);
	let communs = 0;
	for (const m of lb) {
		const n = compte.get(m) ?? 0;
		if (n > 0) communs++;
		compte.set(m, n - 1);
	}
	return (2 * communs) / (la.length + lb.length);
};

/** Pairs the passages of two lists, most similar first. Returns indexes in `seconds` by index in `premiers`. */
const apparier = (premiers: readonly Passage[], seconds: readonly Passage[]): Map<number, number> => {
	const paires = premiers
		.flatMap((p, i) =>
			seconds.map((s, k) => ({
				i,
				k,
				score: parente(sansNotes(p.texte), sansNotes(s.texte)),
				ecart: Math.abs(i - k),
			})),
		)
		.filter((p) => p.score >= 0.75)
		.sort((a, b) => b.score - a.score || a.ecart - b.ecart);
	const pris = new Map<number, number>();
	const seconde = new Set<number>();
	for (const { i, k } of paires) {
		if (pris.has(i) || seconde.has(k)) continue;
		pris.set(i, k);
		seconde.add(k);
	}
	return pris;
};

const passages = (lecture: Lecture): Passage[] =>
	lecture.elements.flatMap((e, indice) => ('texte' in e ? [{ texte: e.texte, indice }] : []));

const labels = (lecture: Lecture): Passage[] =>
	lecture.blocs
		.flatMap((b) => [b.intitule, ...b.competences.map((c) => c.libelle)])
		.map((texte, indice) => ({ texte, indice }));

/** Differences between two transcriptions: labels, then prose, in the order of the first. */
export const comparerTranscriptions = (premiere: Lecture, seconde: Lecture): Ecart[] =>
	[labels, passages].flatMap((lire): Ecart[] => {
		const [a, b] = [lire(premiere), lire(seconde)];
		const paires = apparier(a, b);
		const ecarts: Ecart[] = a.flatMap((p, i): Ecart[] => {
			const s = b[paires.get(i) ?? -1];
			if (!s) return [{ sorte: 'seule-premiere', texte: p.texte }];
			if (sansAppels(s.texte) === sansAppels(p.texte)) return [];
			const memes = sansNotes(p.texte) === sansNotes(s.texte);
			return [{ sorte: memes ? 'typographie' : 'differe', premiere: p.texte, seconde: s.texte }];
		});
		const pris = new Set(paires.values());
		return [
			...ecarts,
			...b.flatMap((s, k): Ecart[] => (pris.has(k) ? [] : [{ sorte: 'seule-seconde', texte: s.texte }])),
		];
	});

/**
 * Adds to a reading what only a second transcription has: passages after the one that they follow there, lost notes to
 * the notes, codes to the codes. Passages that one of them alone has are attributed to it.
 * @param cles keys of the two sources
 */
export const completer = (
	premiere: Lecture,
	seconde: Lecture,
	cles: { premiere: string; seconde: string },
): { lecture: Lecture; attributions: Attribution[]; codesAjoutes: string[] } => {
	const [a, b] = [passages(premiere), passages(seconde)];
	const paires = apparier(a, b);
	const inverse = new Map([...paires].map(([i, k]) => [k, i]));
	const ajouts = new Map<number, Element[]>();
	const notes: Element[] = [];
	const attributions: Attribution[] = a.flatMap((p, i) =>
		paires.has(i) ? [] : [{ texte: sansAppels(p.texte), source: cles.premiere }],
	);
	const placeDesBlocs = premiere.elements.findIndex((e) => e.sorte === 'blocs');
	let ancre = -1;
	seconde.elements.forEach((e, indice, tous) => {
		const avant = tous[indice - 1];
		if (e.sorte === 'blocs') {
			ancre = placeDesBlocs;
			return;
		}
		const k = b.findIndex((s) => s.indice === indice);
		const i = inverse.get(k);
		if (i !== undefined) {
			ancre = a[i]?.indice ?? ancre;
			return;
		}
		attributions.push({ texte: sansAppels(e.texte), source: cles.seconde });
		// The list of a note must follow it: elsewhere, Markdown would read it as code.
		if (e.sorte === 'note' || (e.sorte === 'item-note' && avant && notes.at(-1) === avant)) notes.push(e);
		else ajouts.set(ancre, [...(ajouts.get(ancre) ?? []), e]);
	});
	const premiereNote = premiere.elements.findIndex((e) => e.sorte === 'note');
	const elements = [
		...(ajouts.get(-1) ?? []),
		...premiere.elements.flatMap((e, i) => [...(i === premiereNote ? notes : []), e, ...(ajouts.get(i) ?? [])]),
		...(premiereNote < 0 ? notes : []),
	];
	const codesAjoutes = seconde.codes.filter((c) => !premiere.codes.some((d) => d.valeur === c.valeur));
	return {
		lecture: { ...premiere, elements, codes: [...premiere.codes, ...codesAjoutes] },
		attributions,
		codesAjoutes: codesAjoutes.map((c) => c.valeur),
	};
};

/** Whether two readings are of the same title, whatever the typography. */
export const memeTitre = (a: Lecture, b: Lecture): boolean => parente(nus(a.intitule), nus(b.intitule)) > 0.8;
