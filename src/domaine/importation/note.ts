/** Footnotes: how a document calls them, how it opens them. */

const EXPOSANTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const chiffre = (exposant: string): string => [...exposant].map((c) => EXPOSANTS.indexOf(c)).join('');

/** A line that opens a note: « 2 Le système… », « ¹ce titre… », « (1) … », « * … ». */
export const ouvreNote = (texte: string): { marque: string; texte: string } | null => {
	const m = /^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\s*|\((\d{1,2}|\*+)\)\s+|(\d{1,2})\s+(?=\p{L})|(\*+)\s*(?=\p{L}))(\S.*)$/u.exec(
		texte,
	);
	if (!m) return null;
	const marque = m[1] ? chiffre(m[1]) : (m[2] ?? m[3] ?? m[4] ?? '');
	return { marque, texte: m[5] ?? '' };
};

export type Appel = { debut: number; fin: number; marque: string };

/**
 * The calls in a text, for the marks that the document defines. A digit counts only when it is glued to a word of
 * three letters or more (« PROFESSIONNEL2 », never « B1 »), ends a heading, or stands before « niveau ».
 */
export const appels = (texte: string, marques: ReadonlySet<string>): Appel[] => {
	const trouves: Appel[] = [];
	const formes = [
		/[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}/gu,
		/(?<=[\p{L})»]\s?)\((\d{1,2}|\*+)\)/gu,
		/(?<=\p{L}{3}|\p{L}\))(\d)(?=[\s.,;:]|$)/gu,
		/(?<=[\p{L})] )(\d)(?=\s+niveau\b|$)/gu,
		/(?<=\p{L})(\*+)(?=[\s.,;:]|$)/gu,
	];
	for (const forme of formes)
		for (const m of texte.matchAll(forme)) {
			const marque = m[1] ?? chiffre(m[0]);
			if (!marques.has(marque) || trouves.some((t) => t.debut < m.index + m[0].length && m.index < t.fin)) continue;
			trouves.push({ debut: m.index, fin: m.index + m[0].length, marque });
		}
	return trouves.sort((a, b) => a.debut - b.debut);
};

/**
 * Marks that a document calls: those it defines, and those before them, since notes are numbered in sequence (the
 * extraction of a PDF often drops a page foot, and the text of note 1 with it).
 */
export const marquesAttendues = (definies: readonly string[]): Set<string> => {
	const attendues = new Set(definies);
	const plusGrande = Math.max(0, ...definies.filter((d) => /^\d+$/u.test(d)).map(Number));
	for (let n = 1; n < plusGrande && plusGrande < 20; n++) attendues.add(String(n));
	return attendues;
};
