const LONGUE = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });

/** The few days that a catalogue names stand on thousands of pages. */
const DITES = new Map<string, string>();

/** A calendar date in words: `2013-08-01` → « 1er août 2013 ». */
export function enLettres(date: string): string {
	const dite = DITES.get(date) ?? LONGUE.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1er ');
	DITES.set(date, dite);
	return dite;
}
