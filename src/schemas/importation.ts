import { z } from 'zod';
import { date } from './fait.ts';
import { texte } from './texte.ts';
import { idVersion } from './version.ts';

/** How an RNCP export changed a version. */
const sorteChangement = z.enum(['ajoutee', 'revisee', 'terminee', 'blocs-reformules']);

const numeroFiche = z.string().regex(/^(?:RNCP\d{1,6}|ligne \d+)$/, 'numéro de fiche attendu, comme « RNCP37682 »');

/** `content/importations/<day>.yaml`: log of one run of the importer on an RNCP export. Only the importer writes it. */
export const importation = z.strictObject({
	/** Day of the run, in the local time of the machine. */
	le: date,
	export: z.strictObject({
		fichier: texte(300),
		sha256: z.string().regex(/^[0-9a-f]{64}$/, 'somme SHA-256 attendue'),
		/** Day of the data, taken from the file name. */
		du: date.optional(),
		fiches: z.number().int().nonnegative(),
		type: texte(40).optional(),
	}),
	compte: z.strictObject({
		ajoutees: z.number().int().nonnegative(),
		inchangees: z.number().int().nonnegative(),
		changees: z.number().int().nonnegative(),
		terminees: z.number().int().nonnegative(),
		refusees: z.number().int().nonnegative(),
	}),
	/** Changes in the source, version by version, for the page of news and the feeds. */
	versions: z
		.array(
			z.strictObject({
				id: idVersion,
				fiche: numeroFiche,
				sorte: sorteChangement,
				/** One French sentence. */
				objet: texte(1000),
			}),
		)
		.default([]),
	refus: z.array(z.strictObject({ fiche: numeroFiche, motif: texte(1000) })).default([]),
	/** Facts on which the fiche and the catalogue disagree. The catalogue is left as it was, for an editor to decide. */
	conflits: z.array(z.strictObject({ fiche: numeroFiche, objet: texte(1000) })).default([]),
});

export type Importation = z.infer<typeof importation>;
export type SorteChangement = z.infer<typeof sorteChangement>;
