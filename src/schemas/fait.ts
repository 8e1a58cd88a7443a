import { z } from 'zod';
import { texte } from './texte.ts';

/** Key(s) of the file's `sources` that state the fact. */
export const cleSource = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** Builds the schema of a fact: a value that the site never prints without its source. */
export const fait = <T extends z.ZodType>(valeur: T) =>
	z.strictObject({
		valeur,
		source: cleSource,
		/** A caveat without which the value would be misread. */
		note: texte(1000).optional(),
	});

const ATTENDUE = 'date attendue sous la forme AAAA-MM-JJ, sans heure';

/**
 * Whether a date can be that of a title: from 1900-01-01 to 2100-01-01, both included. A later date is a slip, or the
 * « none » of some registers (9999-12-31).
 */
export function estPlausible(date: string): boolean {
	return '1900-01-01' <= date && date <= '2100-01-01';
}

/** A calendar date `AAAA-MM-JJ`. It stays a string, so no time zone can shift it. */
export const date = z
	.string({ error: ({ input }) => (input === undefined || input === null ? undefined : ATTENDUE) })
	.regex(/^\d{4}-\d{2}-\d{2}$/, ATTENDUE)
	.refine((d) => !Number.isNaN(Date.parse(d)) && new Date(d).toISOString().startsWith(d), {
		error: ({ input }) => `« ${input} » n’existe pas au calendrier ; corriger la date`,
	})
	.refine(estPlausible, {
		error: ({ input }) =>
			`« ${input} » n’est la date d’aucun titre ; corriger l’année, ou retirer la date si elle n’est pas connue`,
	});

export const codeType = z.enum(['TP', 'RNCP', 'NOR', 'millesime']);

/** One official code of a version; each type has its own form. */
export const code = z
	.strictObject({ type: codeType, valeur: z.string(), source: cleSource, note: texte(1000).optional() })
	.superRefine((c, ctx) => {
		const forme = FORMES[c.type];
		if (!forme.regex.test(c.valeur))
			ctx.addIssue({
				code: 'custom',
				path: ['valeur'],
				message: `« ${c.valeur} » n’a pas la forme d’un code ${c.type} (${forme.exemple})`,
			});
	});

const FORMES: Record<z.infer<typeof codeType>, { regex: RegExp; exemple: string }> = {
	TP: { regex: /^TP-\d{5}$/, exemple: 'TP-00495' },
	RNCP: { regex: /^RNCP\d{1,6}$/, exemple: 'RNCP1262' },
	NOR: { regex: /^[A-Z]{4}\d{7}[A-Z]$/, exemple: 'SOCF0311961A' },
	millesime: { regex: /^\d{2}$/, exemple: '01' },
};

/** Any of these codes. Anchors are around the whole, so that a longer name may hold it. */
export const valeurCode = z.string().regex(
	new RegExp(
		`^(?:${Object.values(FORMES)
			.map(({ regex }) => regex.source.slice(1, -1))
			.join('|')})$`,
	),
);

/** The RNCP code of a bloc. */
export const valeurCodeBloc = z
	.string()
	.regex(/^RNCP\d{1,6}BC\d{2,3}$/, 'code de bloc attendu, comme « RNCP31115BC01 »');
export const codeBloc = z.strictObject({ valeur: valeurCodeBloc, source: cleSource });

export type CleSource = z.infer<typeof cleSource>;
export type Code = z.infer<typeof code>;
