export const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/**
 * A date in words: `2013-08-01` → « 1er août 2013 ». `Intl` is not used: its first call takes as long in a browser as
 * rendering a whole comparison.
 */
export function enLettres(date: string): string {
	const [annee, mois, jour] = date.split('-').map(Number) as [number, number, number];
	return `${jour === 1 ? '1er' : jour} ${MOIS[mois - 1]} ${annee}`;
}

/** A date of any precision: « le 12 mai 2010 », « en mai 2010 », « en 2010 ». */
export function quand(date: string): string {
	const [annee, mois, jour] = date.split('-');
	if (jour) return `le ${enLettres(date)}`;
	return mois ? `en ${MOIS[Number(mois) - 1]} ${annee}` : `en ${annee}`;
}

/** The day before. A version whose first day out of force is 1 September is valid until 31 August. */
export const veille = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** The day after: first day out of force, if a source gives the last day in force. */
export const lendemain = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
