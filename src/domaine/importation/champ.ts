import type { Niveau } from '../../schemas/version.ts';

/** Facts that a document prints in a known form. Each reader takes running text and returns what it finds, in order. */

export type Rome = { valeur: string; libelle?: string };
export type CodeLu = { type: 'TP' | 'RNCP' | 'NOR' | 'millesime'; valeur: string };

export const lireNiveau = (texte: string): Niveau | undefined => {
	const m = /\bniveau\s*(?:de\s+qualification\s*)?:?\s*(I{1,3}|IV|V|[1-8])(?![\p{L}\p{N}])/iu.exec(texte);
	return m?.[1]?.toUpperCase() as Niveau | undefined;
};

/** « Code NSF : 326 u », « codes NSF : 326 t, 201 n », « 326r ». */
export const lireNsf = (texte: string): string[] => {
	const debut =
		/\b(?:codes?|code\(s\))\s+(?:de\s+la\s+)?(?:nomenclature\s+)?(?:des\s+spécialités\s+)?NSF\b\s*:?/iu.exec(texte);
	if (!debut) return [];
	const suite = texte.slice(debut.index + debut[0].length, debut.index + debut[0].length + 400);
	const codes: string[] = [];
	for (const m of suite.matchAll(/(?<![\p{L}\p{N}])(\d{3})(?:\s?([a-z]))?(?![\p{L}\p{N}])/gu))
		codes.push(m[2] ? `${m[1]} ${m[2]}` : `${m[1]}`);
	return [...new Set(codes)];
};

const CODE_ROME = /(?<![\p{L}\p{N}])([A-N]\s?\d{4}|\d{5})(?!\s?\d)(?![\p{L}\p{N}])/gu;

/** « M1801 – Administration de systèmes d’information ; I1401 – … »: codes with what each names. */
export const lireRome = (texte: string): Rome[] => {
	const trouves = [...texte.matchAll(CODE_ROME)];
	return trouves.map((m, i) => {
		const suite = texte.slice(m.index + m[0].length, trouves[i + 1]?.index ?? texte.length);
		const libelle = suite
			.replace(/^[\s:,–—-]+/u, '')
			.replace(/(?:[\s;,/]|\s[–—-]|\bet)+$/u, '')
			.replace(/(?<!etc)\.$/u, '')
			.trim();
		const valeur = (m[1] ?? '').replace(/\s/u, '');
		return /\p{L}/u.test(libelle) ? { valeur, libelle } : { valeur };
	});
};

/** « code TP 00495 », « TP-01351 », « RNCP31115 », « millésime 01 ». */
export const lireCodes = (texte: string): CodeLu[] => {
	const codes: CodeLu[] = [];
	for (const m of texte.matchAll(/\bTP\s?[-–]?\s?(\d{5})\b/gu)) codes.push({ type: 'TP', valeur: `TP-${m[1]}` });
	for (const m of texte.matchAll(/\bRNCP\s?(\d{2,6})(?!\d|BC)/gu)) codes.push({ type: 'RNCP', valeur: `RNCP${m[1]}` });
	for (const m of texte.matchAll(/\bmillésime\s*:?\s*(\d{2})\b/giu))
		codes.push({ type: 'millesime', valeur: m[1] ?? '' });
	return codes.filter((c, i) => codes.findIndex((d) => d.type === c.type && d.valeur === c.valeur) === i);
};

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** A French date in full letters, as AAAA-MM-JJ. */
export const lireDate = (texte: string): string | undefined => {
	const m = /(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})/u.exec(texte);
	if (!m) return undefined;
	const plat = (s: string) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const mois = MOIS.findIndex((nom) => plat(nom) === plat(m[2] ?? ''));
	if (mois < 0) return undefined;
	const date = `${m[3]}-${String(mois + 1).padStart(2, '0')}-${(m[1] ?? '').padStart(2, '0')}`;
	const lue = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(lue.getTime()) && lue.toISOString().startsWith(date) ? date : undefined;
};

export const lireAccessibleAu = (texte: string): { date: string; phrase: string } | undefined => {
	const m =
		/[^.\n]*\baccessible\s+(?:à\s+compter\s+du|à\s+partir\s+du|depuis\s+le|le)\s+([^.\n]{5,40}?\d{4})[^.\n]*\.?/iu.exec(
			texte,
		);
	const date = m?.[1] && lireDate(m[1]);
	return m && date ? { date, phrase: m[0].trim() } : undefined;
};

const VIDES = new Set('a à au aux d de des du en et l la le les n option ou par pour s sur un une'.split(' '));

/** Sigle made of the initials of a title: the words that carry meaning, « (ne) » and « (e) » left out. */
export const sigleDesInitiales = (intitule: string): string =>
	(intitule.replace(/\([^)]*\)/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? [])
		.filter((mot) => !VIDES.has(mot.toLowerCase()))
		.map((mot) => mot[0] ?? '')
		.join('')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toUpperCase();
