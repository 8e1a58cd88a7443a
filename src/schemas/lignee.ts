import { z } from 'zod';
import { cleSource, date } from './fait.ts';
import { sources } from './source.ts';
import { texte } from './texte.ts';
import { idVersion, versionConnue } from './version.ts';

/**
 * Nature of a succession: a text that says so (`officielle`), a page that only reports one (`secondaire`), or an
 * editor's reading with no official text found (`editoriale`).
 */
export const natureSuccession = z.enum(['officielle', 'secondaire', 'editoriale']);

export const succession = z
	.strictObject({
		de: idVersion,
		vers: idVersion,
		nature: natureSuccession,
		/** Required of every succession that is not editorial. */
		source: cleSource.optional(),
		/** One sentence: what the source says, or why the editor sees a succession. */
		motif: texte(1000),
	})
	.superRefine((s, ctx) => {
		if (s.nature !== 'editoriale' && !s.source)
			ctx.addIssue({
				code: 'custom',
				path: ['source'],
				message: `champ absent ; une succession « ${s.nature} » nomme sa source`,
			});
	});

const FAITS = Object.keys(versionConnue.shape).filter((cle) => cle !== 'id');

/** A held version: its id alone. With any other field, an entry is checked and reported as a known version. */
const nommee = z
	.custom<{ id: string }>((v) => !FAITS.some((cle) => v && Object.hasOwn(v as object, cle)), { abort: true })
	.pipe(z.strictObject({ id: idVersion }));

/**
 * `content/lignees/<lignee>.yaml`: a family of versions. Held versions are listed by id, known ones with their facts.
 */
export const lignee = z.strictObject({
	titre: texte(200),
	resume: texte(2000).optional(),
	/** Day on which the facts were gathered. The state of each version is its state on that day. */
	etatAu: date,
	sources: sources.default({}),
	versions: z.array(z.union([nommee, versionConnue])).min(1),
	successions: z.array(succession).default([]),
});

export type Lignee = z.infer<typeof lignee>;
export type Succession = z.infer<typeof succession>;
export type NatureSuccession = z.infer<typeof natureSuccession>;
