import type { BlocLu } from './bloc.ts';
import type { Element } from './element.ts';
import type { Reparation } from './reparation.ts';

/** Parsing of footnotes and of their calls. */

export const EXPOSANTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const chiffre = (exposant: string): string => [...exposant].map((c) => EXPOSANTS.indexOf(c)).join('');

/** Excludes the exponent of a unit: « 20 m² », « 3 cm³ ». */
export const SANS_UNITE = String.raw`(?<!(?<!\p{L})(?:da|[kcdmhµ])?m\s?)`;
/** Words followed by a number that is no call: « catégorie 3 », « CLASSE 1 ». */
const RANGS = ['catégorie', 'classe', 'degré', 'groupe', 'série', 'type'].flatMap((mot) => [
	...[mot, mot.toUpperCase(), mot.toUpperCase().replaceAll('É', 'E')],
]);
export const SANS_RANG = String.raw`(?<!(?<!\p{L})(?:${RANGS.join('|')})\s)`;

/** Parses the start of a note: « 2 Le système… », « 2 L’arrêté… », « ¹ce titre… », « (1) … », « * … ». */
export const ouvreNote = (texte: string): { marque: string; texte: string } | null => {
	const m =
		/^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\s*|\((\d{1,2}|\*+)\)\s*|(\d)\s+(?=\p{L}{2}|\p{L}['’]|À\s)|(\*+)\s*(?=\p{L}))(\S.*)$/u.exec(
			texte,
		);
	if (!m) return null;
	return { marque: m[1] ? chiffre(m[1]) : (m[2] ?? m[3] ?? m[4] ?? ''), texte: m[5] ?? '' };
};

export type Appel = { debut: number; fin: number; marque: string };

/**
 * Calls of given notes in a text. A bare digit is a call only when glued to a word of three letters or more
 * (« PROFESSIONNEL2 », not « B1 »), before « niveau », or at the end of a text in capitals.
 */
export const appels = (texte: string, marques: ReadonlySet<string>): Appel[] => {
	const trouves: Appel[] = [];
	const formes = [
		new RegExp(`${SANS_UNITE}[${EXPOSANTS}]{1,2}`, 'gu'),
		/(?<=[\p{L})»]\s?)\((\d{1,2}|\*+)\)/gu,
		/(?<=\p{L}{3}|\p{L}\))(\d)(?=[\s.,;:]|$)/gu,
		new RegExp(String.raw`(?<=[\p{L})] )${SANS_RANG}(\d)(?=\s+niveau\b)`, 'gu'),
		new RegExp(String.raw`(?<=\p{Lu}\)? )${SANS_RANG}(\d)(?=$)`, 'gu'),
		/(?<=[\p{L})])(\*+)(?=[\s.,;:]|$)/gu,
	];
	for (const forme of formes)
		for (const m of texte.matchAll(forme)) {
			const marque = m[1] ?? chiffre(m[0]);
			const fin = m.index + m[0].length;
			if (!marques.has(marque) || trouves.some((t) => t.debut < fin && m.index < t.fin)) continue;
			trouves.push({ debut: m.index, fin, marque });
		}
	return trouves.sort((a, b) => a.debut - b.debut);
};

const APPEL_DU_TITRE = new RegExp(
	String.raw`^Le\s+titre\s+professionnel\b.*?[\p{L})]\s?${SANS_UNITE}${SANS_RANG}([1-9¹²³])\s+niveau\b`,
	'u',
);

export type Notes = {
	/** Marks that are calls in this document. */
	marques: ReadonlySet<string>;
	definies: ReadonlySet<string>;
	/** Marks called in the prose. */
	appelees: ReadonlySet<string>;
};

/**
 * Notes of a document. They are numbered in sequence: if note 2 is defined, « …1 » is a call too, even if the text of
 * note 1 was lost, as often happens in PDF files.
 */
export const notesDe = (elements: readonly Element[]): Notes => {
	const definies = new Set(elements.flatMap((e) => (e.sorte === 'note' ? [e.marque] : [])));
	const marques = new Set(definies);
	const chiffres = [...definies].filter((d) => /^\d$/u.test(d)).map(Number);
	for (let n = 1; n < Math.max(0, ...chiffres); n++) marques.add(String(n));
	for (const e of elements)
		if (e.sorte === 'paragraphe') {
			// « Le titre professionnel de : X1 niveau III » has a call even if every note was lost.
			const m = APPEL_DU_TITRE.exec(e.texte);
			if (m?.[1]) marques.add(m[1].normalize('NFKC'));
		}
	const appelees = new Set(
		elements.flatMap((e) => ('texte' in e ? appels(e.texte, marques).map((a) => a.marque) : [])),
	);
	return { marques, definies, appelees };
};

/** A call at the end of a label: superscript, « (1) », « * », or the digit of a defined note. */
const APPEL_FINAL = new RegExp(
	String.raw`\s?(?:${SANS_UNITE}([${EXPOSANTS}]{1,2})|\((\d|\*+)\)|(\*+)|(?<=\p{L}{3})(\d))(?=\s?[.;:]?$)`,
	'u',
);

/** Removes calls from titles and labels of blocs, and reports each as a repair. The notes stay in the prose. */
export const retirerAppels = (
	blocs: readonly BlocLu[],
	elements: readonly Element[],
): { blocs: BlocLu[]; reparations: Reparation[] } => {
	const { marques } = notesDe(elements);
	const reparations: Reparation[] = [];
	const sortis = blocs.map((bloc): BlocLu => {
		const retires: string[] = [...bloc.retires];
		const nettoyer = (texte: string, ligne: number): string => {
			const m = APPEL_FINAL.exec(texte);
			if (!m) return texte;
			const marque = m[1] ? chiffre(m[1]) : (m[2] ?? m[3] ?? m[4] ?? '');
			// A bare digit or « (1) » may be part of the label: it is a call only if the note exists.
			if (!m[1] && !m[3] && !marques.has(marque)) return texte;
			const apres = texte.slice(0, m.index) + texte.slice(m.index + m[0].length);
			retires.push(marque);
			reparations.push({ ligne, avant: texte, apres, motif: `appel de la note ${marque} retiré du libellé` });
			return apres;
		};
		const intitule = bloc.emprunte ? bloc.intitule : nettoyer(bloc.intitule, bloc.lignes[0] ?? 1);
		const competences = bloc.competences.map((c) => ({ ...c, libelle: nettoyer(c.libelle, c.lignes[0] ?? 1) }));
		return { ...bloc, intitule, competences, retires };
	});
	return { blocs: sortis, reparations };
};
