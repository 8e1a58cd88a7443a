const LONGUE = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar date in words: `2013-08-01` → « 1er août 2013 ». */
export const enLettres = (date: string): string => LONGUE.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1er ');
