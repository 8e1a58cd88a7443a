/** Calendar arithmetic on `AAAA-MM-JJ` dates, without clock or time zone. */

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/;

const joursDuMois = (annee: number, mois: number): number => new Date(Date.UTC(annee, mois, 0)).getUTCDate();

const lire = (date: string): [annee: number, mois: number, jour: number] | undefined => {
	const lu = FORME.exec(date);
	return lu ? [Number(lu[1]), Number(lu[2]), Number(lu[3])] : undefined;
};

const ecrire = (annee: number, mois: number, jour: number): string =>
	`${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;

/** Whether a text is an existing day, from 1900 on. */
export const dateExiste = (texte: string): boolean => {
	const lu = lire(texte);
	if (!lu) return false;
	const [annee, mois, jour] = lu;
	return annee >= 1900 && mois >= 1 && mois <= 12 && jour >= 1 && jour <= joursDuMois(annee, mois);
};

/** First and last day of a year, a month or a day; undefined if it does not exist. */
export const bornes = (date: string): { premier: string; dernier: string } | undefined => {
	const lu = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
	if (!lu) return undefined;
	const [, annee = '', mois, jour] = lu;
	const premier = `${annee}-${mois ?? '01'}-${jour ?? '01'}`;
	if (!dateExiste(premier)) return undefined;
	if (jour) return { premier, dernier: premier };
	const rang = Number(mois ?? 12);
	return { premier, dernier: ecrire(Number(annee), rang, joursDuMois(Number(annee), rang)) };
};

const MOIS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];
const rangDuMois = (mot: string): number =>
	/^\d+$/.test(mot) ? Number(mot) : MOIS.findIndex((m) => mot.startsWith(m)) + 1;

/**
 * Parses a date written by a person: « 2010 », « 05/2010 », « 2010-05 », « mai 2010 », « 12/05/2010 », « 12 mai 2010 ».
 * @returns `AAAA`, `AAAA-MM` or `AAAA-MM-JJ`; undefined if it is not a date
 */
export const lireDate = (texte: string): string | undefined => {
	const mots = texte
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\b1er\b/, '1')
		.split(/[\s/.-]+/)
		.filter(Boolean);
	if (mots.length > 3) return undefined;
	const [annee = '', mois, jour] = mots[0]?.length === 4 && /^\d{4}$/.test(mots[0]) ? mots : mots.reverse();
	const deux = (n: number) => String(n).padStart(2, '0');
	const date = [annee, ...(mois ? [deux(rangDuMois(mois))] : []), ...(jour ? [deux(Number(jour))] : [])].join('-');
	return bornes(date) && date;
};

/**
 * The same day some years later, or the last day of the month if there is no such day. A time limit in years ends on
 * that day (article 641 of the French code of civil procedure).
 * @param date an existing day, `AAAA-MM-JJ`
 */
export const ajouterAns = (date: string, ans: number): string => {
	const [annee, mois, jour] = lire(date) ?? [0, 1, 1];
	return ecrire(annee + ans, mois, Math.min(jour, joursDuMois(annee + ans, mois)));
};

/** Calendar day of an instant in local time, `AAAA-MM-JJ`. */
export const jourDe = (instant: Date): string =>
	ecrire(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
