import { z } from 'zod';
import { intitule } from './texte.ts';

/**
 * How much a source can carry: a text of law or a document of the ministry (`officielle`), open data published by
 * a public body (`publique`), or a page that only repeats them (`secondaire`, shown as « à vérifier »).
 */
export const natureSource = z.enum(['officielle', 'publique', 'secondaire']);

/** A web address as RFC 3986 writes it: browsers read more signs than other software does. */
const enUri = (url: string): string =>
	url.toWellFormed().replace(/%(?![\da-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]/giu, encodeURIComponent);

/**
 * A source cited by facts. `document` names a file of `content/sources/`: published as it is, so of a kind that a
 * browser shows and does not run.
 */
export const source = z.strictObject({
	intitule,
	nature: natureSource,
	/** File name in `content/sources/`, when the document itself is held. */
	document: z
		.string()
		.regex(
			/^[A-Za-z0-9][A-Za-z0-9._-]{0,180}\.(?:txt|md|pdf|xml)$/,
			'nom d’un fichier .txt, .md, .pdf ou .xml attendu, sans dossier, en lettres sans accents, chiffres, points et tirets',
		)
		.optional(),
	/**
	 * Extent to which it may be reproduced; left out, `integrale`. REAC and RE forbid their reproduction: of `extraits`
	 * the site shows structure, codes, dates, durations and places, and sends to the document for the rest.
	 */
	reproduction: z.enum(['integrale', 'extraits']).optional(),
	/** Address at which the source can be read, when it has one of its own. */
	url: z
		.url({ protocol: /^https$/ })
		.overwrite(enUri)
		.optional(),
});

/** Sources of one file, by the key that its facts cite. */
export const sources = z.record(z.string().regex(/^[a-z0-9-]+$/, 'clé en minuscules, chiffres et tirets'), source);

/** Certainty of a fact: the nature of the source that carries it. */
export type Certitude = z.infer<typeof natureSource>;
export type Source = z.infer<typeof source>;
export type Sources = z.infer<typeof sources>;
