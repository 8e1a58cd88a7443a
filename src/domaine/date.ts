export const MOIS = [
	'janvier',
	'février',
	'mars',
	'avril',
	'mai',
	'juin',
	'juillet',
	'août',
	'septembre',
	'octobre',
	'novembre',
	'décembre',
];

/**
 * A calendar date in words: `2013-08-01` → « 1er août 2013 ». Written here and not by `Intl`, whose first date takes a
 * browser as long as drawing a comparison.
 */
export function enLettres(date: string): string {
	const [annee, mois, jour] = date.split('-').map(Number) as [number, number, number];
	return `${jour === 1 ? '1er' : jour} ${MOIS[mois - 1]} ${annee}`;
}

/** When something was: « le 12 mai 2010 », or « en mai 2010 » and « en 2010 » where no more is known. */
export function quand(date: string): string {
	const [annee, mois, jour] = date.split('-');
	if (jour) return `le ${enLettres(date)}`;
	return mois ? `en ${MOIS[Number(mois) - 1]} ${annee}` : `en ${annee}`;
}

/** The day before: a version whose first day out of force is the 1st of September is valid until the 31st of August. */
export const veille = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** The day after: where a source gives the last day, the first one out of force. */
export const lendemain = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** The same day a year later: from then on, pages tell readers to check facts again. */
export const dansUnAn = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
