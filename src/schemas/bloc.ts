import { z } from 'zod';
import { cleSource, codeBloc } from './fait.ts';
import { intitule, libelle } from './texte.ts';

/** CCP: certificat de compétences professionnelles. CCS: certificat complémentaire de spécialisation. */
export const typeBloc = z.enum(['ccp', 'ccs']);

/** Ids of a bloc and of a competence, relative to their version. */
export const idBloc = z.string().regex(/^cc[ps]-\d+$/, 'bloc attendu sous la forme ccp-1 ou ccs-1');
export const idCompetence = z.string().regex(/^cc[ps]-\d+\/c\d+$/, 'compétence attendue sous la forme ccp-1/c3');

/**
 * A bloc as its document prints it. Ids are derived from ranks: `<version>/<type>-<rank among blocs of that type>` for
 * the bloc, `<bloc>/c<rank>` for a competence.
 */
export const bloc = z.strictObject({
	type: typeBloc,
	/** Title, word for word, without the leading « CCP – ». */
	intitule,
	/** The same title in ordinary capitals and accents, for headings; the build checks that nothing else differs. */
	usuel: intitule.optional(),
	/** The document prints no title for this bloc. `intitule` then repeats that of the whole title, and pages say so. */
	sansIntitule: z.literal(true).optional(),
	/** RNCP code. Official links between blocs are matched by this code, never by rank. */
	code: codeBloc.optional(),
	/** Labels word for word, in order. */
	competences: z.array(libelle).min(1, 'liste vide ; écrire au moins une compétence'),
});

/** A bloc of a version whose text is not held, with the labels of its competences where a source gives them. */
export const blocConnu = z.strictObject({
	type: typeBloc,
	intitule,
	usuel: intitule.optional(),
	code: codeBloc.optional(),
	/** Labels word for word, in order; empty where the source gives the bloc's title only. */
	competences: z.array(libelle).default([]),
	source: cleSource,
});

export type TypeBloc = z.infer<typeof typeBloc>;
export type Bloc = z.infer<typeof bloc>;
