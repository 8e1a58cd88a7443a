const MOIS = [
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
