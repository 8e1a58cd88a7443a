/** One problem in the catalogue: where it is, what is wrong, and how to fix it. */
export interface Probleme {
	/** Path from the catalogue's folder: `titres/tsgri-2003.md`. */
	fichier: string;
	/** Line in that file, from 1; absent if the problem concerns the whole file. */
	ligne?: number | undefined;
	/** Path of the field: `blocs.0.competences.3`. */
	champ?: string | undefined;
	message: string;
}

/** A file and the line of each of its values. */
export type Lieu = { fichier: string; ligne: (chemin: readonly PropertyKey[]) => number | undefined };

/** Problem at one value of a file. */
export const probleme = ({ fichier, ligne }: Lieu, chemin: readonly PropertyKey[], message: string): Probleme => ({
	fichier,
	ligne: ligne(chemin),
	champ: chemin.join('.') || undefined,
	message,
});

/** Builds the problems at one value of a file. Messages that are false or undefined are skipped. */
export type Signaler = (chemin: readonly PropertyKey[], ...messages: (string | false | undefined)[]) => Probleme[];

/** @param base prefix of the paths of values */
export const signalerDans =
	(lieu: Lieu, base: readonly PropertyKey[] = []): Signaler =>
	(chemin, ...messages) =>
		messages.filter(Boolean).map((message) => probleme(lieu, [...base, ...chemin], message as string));

/** Thrown once, with every problem of the catalogue. */
export class CatalogueInvalide extends Error {
	readonly problemes: readonly Probleme[];
	constructor(dossier: string, problemes: readonly Probleme[]) {
		// A document cited by two files would be reported twice.
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

/** Maximum length of one problem in characters: quoted content may be long. */
const LONGUEUR_MAXIMALE = 600;

const ecrire = ({ fichier, ligne, champ, message }: Probleme): string =>
	`  ${fichier}${ligne ? `:${ligne}` : ''}${champ ? ` — ${champ}` : ''} : ${message}`
		.slice(0, LONGUEUR_MAXIMALE)
		.replace(/[[\p{Cc}\p{Cf}]--[\n]]/gv, (signe) => `\\u{${signe.codePointAt(0)?.toString(16)}}`);
