export type Genre = 'version' | 'bloc' | 'competence';

const FORMES: Record<Genre, RegExp> = {
	version: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}$/,
	bloc: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}\/cc[ps]-[1-9]\d{0,3}$/,
	competence: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}\/cc[ps]-[1-9]\d{0,3}\/c[1-9]\d{0,3}$/,
};
/** Maximum length of an id: guards the regexes against longer inputs. */
const LONGUEUR = 80;

/** Kind of an id, by its form alone; undefined if it is not an id. */
export const genreDe = (id: string): Genre | undefined =>
	id.length > LONGUEUR ? undefined : (Object.keys(FORMES) as Genre[]).find((genre) => FORMES[genre].test(id));

export const versionDe = (id: string): string => id.split('/', 1)[0] ?? '';

export const idBlocDe = (idCompetence: string): string => idCompetence.slice(0, idCompetence.lastIndexOf('/'));

/** Full id of an id relative to its version, as correspondence files write it: `ccp-1/c3` → `tsgri-2003/ccp-1/c3`. */
export const idComplet = (version: string, relatif: string): string => `${version}/${relatif}`;

/** Id relative to its version, as correspondence files write it. */
export const idRelatif = (complet: string): string => complet.slice(complet.indexOf('/') + 1);

/**
 * Compares ids in the order of the catalogue, with `c10` after `c9`. Numbers are padded to compare plain strings, since
 * the first use of a collator in a page is slow.
 */
export const parPlace = (a: string, b: string): number => {
	const [cleA, cleB] = [place(a), place(b)];
	return cleA < cleB ? -1 : Number(cleA > cleB);
};
const place = (id: string): string => id.replace(/\d+/g, (nombre) => nombre.padStart(LONGUEUR, '0'));
