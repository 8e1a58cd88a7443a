import { estPlausible } from '../schemas/fait.ts';
import type { Niveau } from '../schemas/version.ts';
import { replier } from './signe.ts';

/** Parsers of the facts that documents print in known forms. Each takes paragraphs in document order. */

export type Rome = { valeur: string; libelle?: string };
export type CodeLu = { type: 'TP' | 'RNCP' | 'NOR' | 'millesime'; valeur: string };

/** A level, but not the end of « VI » or « B1 », nor the start of « V bis ». */
const NIVEAU = '(?<![\\p{L}\\p{N}])(I{1,3}|IV|V|[1-8])(?![\\p{L}\\p{N}]|\\s+bis\\b)';

/** « Niveau : III. », « Niveau V », « niveau : 3 (cadre national des certifications) », « niveau III (code NSF… ». */
export const lireNiveau = (prose: readonly string[]): Niveau | undefined => {
	const etiquete = new RegExp(`^niveau[^:\\d]{0,40}?\\s*:?\\s*${NIVEAU}`, 'iu');
	const dansLaPhrase = new RegExp(
		`^Le\\s+titre\\s+professionnel\\b.*?\\bniveau\\s+${NIVEAU}|\\bniveau\\s+${NIVEAU}\\s*\\(\\s*codes?\\s+NSF`,
		'iu',
	);
	for (const forme of [etiquete, dansLaPhrase])
		for (const [i, texte] of prose.entries()) {
			const seule = /^niveau\s*:?\s*$/iu.test(texte) ? `${texte} ${prose[i + 1] ?? ''}` : texte;
			const m = forme.exec(seule);
			const valeur = m?.[1] ?? m?.[2];
			if (valeur) return valeur.toUpperCase() as Niveau;
		}
	return undefined;
};

/** « Code NSF : 326 u (informatique…). », « Codes NSF : 214 r, 214 s. », « (code NSF : 326) », « (code NSF) : 334 t ». */
export const lireNsf = (prose: readonly string[]): string[] => {
	for (const [i, texte] of prose.entries()) {
		const debut =
			/\bcode(?:s|\s?\(s\))?\s+(?:de\s+la\s+)?(?:nomenclature\s+)?(?:des\s+spécialités\s+)?N\.?S\.?F\.?(?!\p{L})\s*\)?\s*:?/iu.exec(
				texte,
			);
		if (!debut) continue;
		const suite = texte.slice(debut.index + debut[0].length) || (prose[i + 1] ?? '');
		// In « (code NSF : 326 u) se compose de… », the bracket ends the codes.
		const valeur =
			texte[debut.index - 1] === '(' && !debut[0].includes(')') ? (suite.split(')')[0] ?? '') : suite.slice(0, 300);
		const codes = [...valeur.matchAll(/(?<![\p{L}\p{N}])(\d{3})(?:\s?([a-z]))?(?![\p{L}\p{N}])/gu)];
		if (codes.length > 0) return [...new Set(codes.map((m) => (m[2] ? `${m[1]} ${m[2]}` : `${m[1]}`)))];
	}
	return [];
};

/** « I1401 », « F 1703 », « D-1502 », « 32311 », « 44 132 ». */
const CODE_ROME =
	/(?<![\p{L}\p{N}])([A-N])[\s-]?(\d{4})(?!\d)|(?<![\p{N}\p{L}])(\d{2})\s?(\d{3})(?![\s-]?\d)(?!\p{L})/gu;

const nuRome = (texte: string): string =>
	texte
		.replace(/^[\s:,;.)–—―-]+/u, '')
		.replace(/(?:[\s:;,/(]|\s[–—-]|\bet)+$/u, '')
		.replace(/(?<!etc)\.$/u, '')
		.trim();

/** ROME codes with their labels, which may be printed before or after the code. */
export const lireRome = (textes: readonly string[]): Rome[] => {
	const romes: Rome[] = [];
	for (const texte of textes.flatMap((t) => t.split(/(?<=[;.])\s+(?=\p{Lu})/u))) {
		const trouves = [...texte.matchAll(CODE_ROME)];
		trouves.forEach((m, i) => {
			const valeur = m[1] ? `${m[1]}${m[2]}` : `${m[3]}${m[4]}`;
			const apres = nuRome(texte.slice(m.index + m[0].length, trouves[i + 1]?.index ?? texte.length));
			const avant = nuRome(texte.slice(0, m.index));
			const libelle = /\p{L}{2}/u.test(apres) ? apres : trouves.length === 1 && /\p{L}{2}/u.test(avant) ? avant : '';
			if (!romes.some((r) => r.valeur === valeur)) romes.push(libelle ? { valeur, libelle } : { valeur });
		});
	}
	return romes;
};

/** « code TP 00495 », « TP-01351 », « RNCP31115 », « NOR : SOCF0311961A », « millésime 01 ». */
export const lireCodes = (texte: string): CodeLu[] => {
	const codes: CodeLu[] = [];
	for (const m of texte.matchAll(/\bTP\s?[-–]?\s?(\d{5})(?!\d)/gu)) codes.push({ type: 'TP', valeur: `TP-${m[1]}` });
	for (const m of texte.matchAll(/\bRNCP\s?(\d{2,6})(?!\d|BC)/gu)) codes.push({ type: 'RNCP', valeur: `RNCP${m[1]}` });
	for (const m of texte.matchAll(/\bmillésime\s*:?\s*(\d{2})(?!\d)/giu))
		codes.push({ type: 'millesime', valeur: `${m[1]}` });
	for (const m of texte.matchAll(/\bNOR\s*:?\s*([A-Z]{4}\d{7}[A-Z])(?![A-Z\d])/gu))
		codes.push({ type: 'NOR', valeur: `${m[1]}` });
	return codes.filter((c, i) => codes.findIndex((d) => d.valeur === c.valeur) === i);
};

const MOIS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** A French date with the month in letters, as AAAA-MM-JJ; undefined if it does not exist or is implausible. */
export const lireDate = (texte: string): string | undefined => {
	const m = /(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})/u.exec(texte);
	const nom = (m?.[2] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const mois = MOIS.indexOf(nom);
	return m?.[1] && m[3] ? dateISO(m[3], String(mois + 1), m[1]) : undefined;
};

/** A date as in the RNCP open data, « 01/09/2023 » or « 2023-09-01T00:00:00 », as AAAA-MM-JJ. */
export const lireDateBarree = (texte: string): string | undefined => {
	const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?\s*$/u.exec(texte)?.slice(1).reverse();
	const [jour, mois, annee] = iso ?? /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/u.exec(texte)?.slice(1) ?? [];
	return jour && mois && annee ? dateISO(annee, mois, jour) : undefined;
};

/** A value that is only a date, in either form: « 18/12/2023 », « 18 décembre 2023 ». */
export const lireJour = (texte: string): string | undefined =>
	lireDateBarree(texte) ?? (/^\s*\d{1,2}(?:er)?\s+\p{L}+\s+\d{4}\s*\.?\s*$/u.test(texte) ? lireDate(texte) : undefined);

const dateISO = (annee: string, mois: string, jour: string): string | undefined => {
	const date = `${annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`;
	const lue = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(lue.getTime()) && lue.toISOString().startsWith(date) && estPlausible(date) ? date : undefined;
};

const COMPTER =
	'(?:à\\s+compter\\s+du|à\\s+partir\\s+du|depuis\\s+le|dès\\s+le|le)\\s+([^.!?]{5,40}?\\d{4})[^.!?]*[.]?';
/**
 * Subject of the sentence, at its start: the title itself. In « un permis mis en place à compter du… » it is another.
 */
const SUJET =
	'(?:il|elle|(?:cette|la|la\\s+présente)\\s+certification|(?:le|ce|le\\s+présent|les|ces)\\s+titres?(?!\\s+de\\s+séjour)|le\\s+présent\\s+arrêté|la\\s+réglementation\\s+applicable\\s+à\\s+ce(?:tte)?\\s+(?:titre|certification))';
/** The clause must be affirmative: « n’est plus accessible » gives the end instead. */
const phrase = (verbe: string): RegExp =>
	new RegExp(
		`(?:^|[.!?]\\s+)(${SUJET}(?!\\p{L})(?:(?!\\b(?:ne|n['’]|qui|que|dont|où|si)(?!\\p{L}))[^.!?;:])*?${verbe}\\s+${COMPTER})`,
		'iu',
	);
/** Sentences that give the first day of a title, most reliable first. */
const DEBUTS = [
	'(?<!\\p{L})(?:est|sont|sera|reste)\\s+(?:de\\s+nouveau\\s+)?accessibles?',
	'(?<!\\p{L})(?:(?:est|sont|sera)\\s+mise?s?\\s+en\\s+(?:œuvre|oeuvre|application|place)|entre\\s+en\\s+(?:vigueur|application))',
	'(?<!\\p{L})(?:est|sont|a\\s+été)\\s+enregistrée?(?!\\p{L})[^.!?]{0,120}?',
].map(phrase);
/** Sentences that give the first day out of force: « Cette certification n’est plus accessible à compter du… ». */
const FINS = ['accessible', 'délivrée?', 'enregistrée?(?!\\p{L})[^.!?]{0,120}?'].map(
	(verbe) =>
		new RegExp(
			`(?:^|[.!?]\\s+)(${SUJET}(?!\\p{L})[^.!?;:]*?(?<!\\p{L})n['’](?:est|sera)\\s+plus\\s+${verbe}\\s+${COMPTER})`,
			'iu',
		),
);

/** First day of a title, with the sentence: « Cette certification est accessible à compter du 18 décembre 2008. » */
export const lireDebut = (prose: readonly string[], intitule = ''): JourDit | undefined =>
	jourDit(prose, DEBUTS, intitule);
export const lireFin = (prose: readonly string[], intitule = ''): JourDit | undefined => jourDit(prose, FINS, intitule);

type JourDit = { date: string; note: string };
const jourDit = (prose: readonly string[], formes: readonly RegExp[], intitule: string): JourDit | undefined => {
	for (const forme of formes)
		for (const texte of prose) {
			const m = forme.exec(texte);
			const date = m?.[2] && lireDate(m[2]);
			if (m?.[1] && date && !nommeUnAutre(m[1], intitule)) return { date, note: m[1].trim() };
		}
	return undefined;
};

/** Whether a sentence names another title: « Le titre professionnel de potier est enregistré… ». No word in common. */
const nommeUnAutre = (phrase: string, intitule: string): boolean => {
	const nom =
		/\btitres?\s+professionnels?\s+(.+?)\s+(?:est|sont|sera|seront|a|reste|n['’]\p{L}+|entrent?)(?!\p{L})/iu.exec(
			phrase,
		);
	const racines = (texte: string) => (replier(texte).match(/[a-z]{4,}/gu) ?? []).map((mot) => mot.slice(0, 5));
	const siennes = new Set(racines(intitule));
	const nommees = racines(nom?.[1] ?? '');
	return (
		siennes.size > 0 &&
		nommees.length > 0 &&
		!/^(?:ci-|sus|precite|mentionne|defini|vise|present)/.test(replier(nom?.[1] ?? '')) &&
		!nommees.some((racine) => siennes.has(racine))
	);
};

const VIDES = new Set('a au aux d de des du en et l la le les n option ou par pour s sur un une'.split(' '));

/** A sigle made from the words of a title, « RELIEUR-ATLAS ». Not from its initials, which several titles may share. */
export const sigleDesMots = (intitule: string): string => {
	const mots = (
		replier(intitule)
			.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
			.match(/[a-z0-9]+/gu) ?? []
	).filter((mot) => !VIDES.has(mot));
	const premier = mots.findIndex((mot) => /^[a-z]/u.test(mot));
	let sigle = '';
	for (const mot of premier < 0 ? ['titre', ...mots] : mots.slice(premier)) {
		if (sigle !== '' && sigle.length + mot.length >= 50) break;
		sigle += `${sigle && '-'}${mot}`;
	}
	return sigle.slice(0, 50).toUpperCase();
};

/** The sigle that the document prints or, if there is none, one made from the words of the title. */
export const nommer = (
	intitule: string,
	prose: readonly string[],
	imprime?: string,
): { sigle: string; sigleDeNotreFait?: true } => {
	const sigle = imprime ?? sigleImprime(prose, intitule);
	return sigle ? { sigle } : { sigle: sigleDesMots(intitule), sigleDeNotreFait: true };
};

/**
 * A printed sigle: « relieur, relieuse (REL) », « Sigle : REL », or in brackets if it has the initials of the title.
 */
export const sigleImprime = (prose: readonly string[], intitule: string): string | undefined => {
	const lettres = replier(intitule.replace(/\([^)]*\)/gu, ' '))
		.toUpperCase()
		.replace(/[^A-Z0-9]/gu, '');
	// At the end of the title, where it is a field or where it is printed again: « Luthier (LUT) ».
	const seul = (t: string) => replier(t.replace(/\s*\([^()]*\)\s*$/u, '')) === replier(intitule);
	const fin = /\((\p{Lu}[\p{Lu}\p{N}]{1,9})\)\s*$/u.exec(
		prose.find((t) => /\)\s*$/u.test(t) && seul(t)) ?? intitule,
	)?.[1];
	if (fin && /^[A-Z0-9]+$/u.test(fin) && contientDansLOrdre(lettres, fin)) return fin;
	const nommes = prose.flatMap(
		(t) =>
			/(?:^|\s)(?:sigle(?: du titre)?|référentiel du titre|libellé réduit)\s*:\s*([A-Z][A-Z0-9]{1,9})(?![\p{L}\p{N}])/iu.exec(
				t,
			)?.[1] ?? [],
	);
	const dit = nommes.find((s) => s === s.toUpperCase());
	if (dit) return dit;
	const initiales = sigleDesInitiales(intitule);
	const entreParentheses = prose.flatMap((t) => [...t.matchAll(/\(([A-Z][A-Z0-9]{1,9})\)/gu)].map((m) => m[1] ?? ''));
	return (
		entreParentheses.find((s) => s.length > 1 && s === initiales) ??
		entreParentheses.find(
			(s) =>
				s.length > 2 && s.length >= initiales.length - 1 && s[0] === initiales[0] && contientDansLOrdre(initiales, s),
		)
	);
};

const contientDansLOrdre = (lettres: string, sigle: string): boolean => {
	let rang = 0;
	for (const lettre of lettres) if (lettre === sigle[rang]) rang++;
	return rang === sigle.length;
};

/** Initials of the meaningful words of a title, without « (ne) » and « (e) ». */
export const sigleDesInitiales = (intitule: string): string => {
	const plat = intitule.normalize('NFD').replace(/\p{M}/gu, '');
	const lettres = (plat.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? [])
		.filter((mot) => !VIDES.has(mot.toLowerCase()))
		.map((mot) => mot.charAt(0))
		.join('')
		.toUpperCase();
	return lettres
		.replace(/^[^A-Z]+/u, '')
		.replace(/[^A-Z0-9]/gu, '')
		.slice(0, 12);
};
