export type Genre = 'version' | 'bloc' | 'competence';

/** Forms of the ids, as the schemas and the numbering of blocs make them. */
const FORMES: Record<Genre, RegExp> = {
	version: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}$/,
	bloc: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}\/cc[ps]-[1-9]\d{0,3}$/,
	competence: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}\/cc[ps]-[1-9]\d{0,3}\/c[1-9]\d{0,3}$/,
};
/** No id of the catalogue is near so long; what is longer is not looked at further. */
const LONGUEUR = 80;

/** The kind of an id, by its form alone; undefined where it has none. */
export const genreDe = (id: string): Genre | undefined =>
	id.length > LONGUEUR ? undefined : (Object.keys(FORMES) as Genre[]).find((genre) => FORMES[genre].test(id));

export const versionDe = (id: string): string => id.split('/', 1)[0] ?? '';

export const idBlocDe = (idCompetence: string): string => idCompetence.slice(0, idCompetence.lastIndexOf('/'));

/** Full id from the id that a correspondence file writes: `ccp-1/c3` of `tsgri-2003` is `tsgri-2003/ccp-1/c3`. */
export const idComplet = (version: string, relatif: string): string => `${version}/${relatif}`;

/** Id as a correspondence file writes it, without the version. */
export const idRelatif = (complet: string): string => complet.slice(complet.indexOf('/') + 1);

/**
 * Order of the catalogue: by version, bloc and rank, `c10` after `c9`. Ids are plain letters and figures: once numbers
 * have one length, no collation is needed, whose first use in a page is slow.
 */
export const parPlace = (a: string, b: string): number => {
	const [cleA, cleB] = [place(a), place(b)];
	return cleA < cleB ? -1 : Number(cleA > cleB);
};
const place = (id: string): string => id.replace(/\d+/g, (nombre) => nombre.padStart(LONGUEUR, '0'));
