import { z } from 'zod';
import { intitule } from './texte.ts';

/**
 * Certainty that a source lends to a fact: a text of law or a document of the ministry (`officielle`), open data
 * published by a public body (`publique`), or a page that only repeats them (`secondaire`, shown as « à vérifier »).
 */
export const natureSource = z.enum(['officielle', 'publique', 'secondaire']);

/** Percent-encodes what RFC 3986 does not allow: browsers accept more characters than other software does. */
const enUri = (url: string): string =>
	url.toWellFormed().replace(/%(?![\da-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]/giu, encodeURIComponent);

/**
 * A source cited by facts. `document` names a file of `content/sources/` that the site publishes as it is, so only
 * formats that a browser displays without running any code are accepted.
 */
export const source = z.strictObject({
	intitule,
	nature: natureSource,
	/** File name in `content/sources/`, when the catalogue holds the document itself. */
	document: z
		.string()
		.regex(
			/^[A-Za-z0-9][A-Za-z0-9._-]{0,180}\.(?:txt|md|pdf|xml)$/,
			'nom d’un fichier .txt, .md, .pdf ou .xml attendu, sans dossier, en lettres sans accents, chiffres, points et tirets',
		)
		.optional(),
	/**
	 * How much of it may be reproduced; `integrale` by default. REAC and RE forbid reproduction (`extraits`): the site
	 * shows their structure, codes, dates, durations and page numbers, and links to the document for the rest.
	 */
	reproduction: z.enum(['integrale', 'extraits']).optional(),
	/** Where the source can be read online, when it has an address of its own. */
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
