/** One thing wrong in the catalogue: where it stands, what it is, and how to put it right. */
export interface Probleme {
	/** Path from the catalogue's folder: `titres/tsgri-2003.md`. */
	fichier: string;
	/** Line in that file, from 1; absent where the whole file is concerned. */
	ligne?: number | undefined;
	/** Path of the field: `blocs.0.competences.3`. */
	champ?: string | undefined;
	message: string;
}

/** A file, with the lines of its values: the place that a problem names. */
export type Lieu = { fichier: string; ligne: (chemin: readonly PropertyKey[]) => number | undefined };

/** A problem at one value of a file. */
export const probleme = ({ fichier, ligne }: Lieu, chemin: readonly PropertyKey[], message: string): Probleme => ({
	fichier,
	ligne: ligne(chemin),
	champ: chemin.join('.') || undefined,
	message,
});

/** Tells what is wrong at a value of one file; a message that is not there tells nothing. */
export type Signaler = (chemin: readonly PropertyKey[], ...messages: (string | false | undefined)[]) => Probleme[];

/** @param base path from which values are named */
export const signalerDans =
	(lieu: Lieu, base: readonly PropertyKey[] = []): Signaler =>
	(chemin, ...messages) =>
		messages.filter(Boolean).map((message) => probleme(lieu, [...base, ...chemin], message as string));

/** Thrown once, with every problem of the catalogue. */
export class CatalogueInvalide extends Error {
	readonly problemes: readonly Probleme[];
	constructor(dossier: string, problemes: readonly Probleme[]) {
		// One document that two files cite is one fault.
		const cles = problemes.map((p) => [p.fichier, p.ligne, p.champ, p.message].join(' '));
		const tries = problemes
			.filter((_, i) => cles.indexOf(cles[i] ?? '') === i)
			.sort((a, b) => a.fichier.localeCompare(b.fichier, 'fr') || (a.ligne ?? 0) - (b.ligne ?? 0));
		const s = tries.length > 1 ? 's' : '';
		super(
			`${tries.length} erreur${s} dans le catalogue « ${dossier.slice(0, 200)} » :\n${tries.map(ecrire).join('\n')}`,
		);
		this.name = 'CatalogueInvalide';
		this.problemes = tries;
	}
}

/** Quoted content may be long, and hold control signs that would drive a terminal. */
const LONGUEUR_MAXIMALE = 600;

const ecrire = ({ fichier, ligne, champ, message }: Probleme): string =>
	`  ${fichier}${ligne ? `:${ligne}` : ''}${champ ? ` — ${champ}` : ''} : ${message}`
		.slice(0, LONGUEUR_MAXIMALE)
		.replace(/[[\p{Cc}\p{Cf}]--[\n]]/gv, (signe) => `\\u{${signe.codePointAt(0)?.toString(16)}}`);
