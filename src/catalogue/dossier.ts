import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Probleme } from './probleme.ts';
import { signesRefuses } from './refus.ts';

/** Folder of the catalogue: `CATALOGUE`, or `content`. */
export const dossierCatalogue = (): string => process.env.CATALOGUE || 'content';

/** Under this name an import that was decided waits for its files to be put in their places. */
export const JOURNAL = '.import';

/** When a file was last written and how long it is: as long as both stand, so does what was read of it. */
export function etatDe(chemin: string): string {
	const etat = statSync(chemin, { throwIfNoEntry: false });
	return etat ? `${etat.mtimeMs} ${etat.size}` : 'absent';
}

/** Names of the files of one folder that end so, sorted; none where the folder does not exist. */
export function lister(dossier: string, extension: string): string[] {
	if (!existsSync(dossier)) return [];
	return readdirSync(dossier)
		.filter((nom) => nom.endsWith(extension) && !nom.startsWith('.') && estFichier(join(dossier, nom)))
		.sort();
}

/** False of a folder, and of a link that leads nowhere. */
const estFichier = (chemin: string): boolean => statSync(chemin, { throwIfNoEntry: false })?.isFile() ?? false;

/** What changes when any file of a folder does. */
export function etatDossier(dossier: string): string {
	const empreinte = createHash('sha256');
	for (const fichier of existsSync(dossier) ? readdirSync(dossier, { recursive: true, encoding: 'utf8' }) : [])
		empreinte.update(`${fichier} ${etatDe(join(dossier, fichier))}\n`);
	return empreinte.digest('hex');
}

/** Beyond this, in bytes, a file of the catalogue is not a text that someone wrote. */
const POIDS_MAXIMUM = 2 * 1024 * 1024;

/**
 * A text file as UTF-8, refused where its bytes are not: a wrong letter would be altered in silence otherwise. Refused
 * too: what is too heavy, what holds signs that no reader sees.
 */
export function lireTexte(chemin: string, fichier: string): { texte: string; problemes: Probleme[] } {
	const refuser = (message: string) => ({ texte: '', problemes: [{ fichier, message }] });
	if (statSync(chemin).size > POIDS_MAXIMUM)
		return refuser('ce fichier pèse plus de 2 Mio ; le partager, ou retirer ce qui n’est pas du texte');
	const octets = readFileSync(chemin);
	let texte: string;
	try {
		texte = new TextDecoder('utf-8', { fatal: true }).decode(octets);
	} catch {
		return refuser('ce fichier n’est pas en UTF-8 ; le réenregistrer en UTF-8');
	}
	const problemes = signesRefuses(texte, fichier);
	return problemes.length ? { texte: '', problemes } : { texte, problemes };
}

/** Bytes of an official document of the catalogue. */
export const lireSource = (document: string, dossier: string = dossierCatalogue()): Uint8Array<ArrayBuffer> =>
	new Uint8Array(readFileSync(join(dossier, 'sources', document)));

/** An official document as text, where it is text. */
export const texteSource = (document: string, dossier?: string): string | undefined =>
	/\.(txt|md|xml)$/.test(document) ? new TextDecoder().decode(lireSource(document, dossier)) : undefined;

/** What makes XML active in a browser: a namespace whose elements run scripts, a style sheet, a declaration of entities. */
const ACTIFS: [RegExp, string][] = [
	[/<!(?:DOCTYPE|ENTITY)/i, 'une DTD'],
	[/<\?(?!xml\s)/i, 'une instruction de traitement'],
	[/\bxmlns\b/i, 'un espace de noms'],
	// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of an encoding in which the rest could hide
	[/[\0\x0e\x0f\x1b]/, 'un encodage autre que UTF-8'],
];

/**
 * Why an official document cannot be published as it is, byte for byte.
 * @returns nothing where it can
 */
export function reprocheDocument(chemin: string, nom: string): string | undefined {
	if (!existsSync(chemin)) return `le document « ${nom} » n’est pas dans sources/ ; l’y déposer ou corriger son nom`;
	if (!nom.endsWith('.xml')) return undefined;
	const actif = ACTIFS.find(([motif]) => motif.test(readFileSync(chemin, 'latin1')));
	return (
		actif &&
		`le document « ${nom} » contient ${actif[1]}, qu’un navigateur exécuterait ; déposer un XML de données seules`
	);
}

/** What each folder of a catalogue holds. A name becomes a part of an address, but for the official documents. */
const DOSSIERS: Record<string, { extension?: string; nom?: RegExp }> = {
	titres: { extension: '.md' },
	lignees: { extension: '.yaml', nom: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
	correspondances: { extension: '.yaml' },
	guides: { extension: '.mdx', nom: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
	textes: { extension: '.mdx', nom: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
	importations: { extension: '.yaml', nom: /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/ },
	sources: {},
};

/**
 * Checks what stands in a catalogue's folders before anything is read: nothing in them is passed over without a word,
 * and no link leads to a file from elsewhere, which would be published. Names that start with a dot are the system's.
 */
export function rangement(dossier: string): Probleme[] {
	const racine = realpathSync(dossier);
	const problemes = Object.entries(DOSSIERS).flatMap(([sous, attendu]) => {
		const lieu = join(dossier, sous);
		if (!existsSync(lieu)) return [];
		return readdirSync(lieu)
			.filter((nom) => !nom.startsWith('.'))
			.sort()
			.flatMap((nom): Probleme[] => {
				const message = reproche(join(lieu, nom), nom, racine, attendu);
				return message ? [{ fichier: `${sous}/${nom}`, message }] : [];
			});
	});
	return [...importInterrompu(dossier), ...problemes];
}

/** An import that was decided and has not put all its files in their places: the catalogue is half of two. */
const importInterrompu = (dossier: string): Probleme[] =>
	existsSync(join(dossier, JOURNAL))
		? [
				{
					fichier: `${JOURNAL}/`,
					message:
						'un import interrompu attend ici ; relancer « npm run importer », qui l’achève, ou supprimer ce dossier pour y renoncer',
				},
			]
		: [];

function reproche(
	chemin: string,
	nom: string,
	racine: string,
	{ extension = '', nom: forme }: { extension?: string; nom?: RegExp },
): string | undefined {
	const etat = statSync(chemin, { throwIfNoEntry: false });
	if (!etat) return 'ce lien ne mène à aucun fichier ; le retirer';
	if (!realpathSync(chemin).startsWith(racine + sep))
		return 'ce lien mène hors du catalogue ; mettre ici le fichier lui-même';
	if (!etat.isFile()) return 'ce n’est pas un fichier ; mettre les fichiers dans ce dossier sans sous-dossier';
	if (!nom.endsWith(extension)) return `ce fichier ne serait pas lu ; extension ${extension} attendue`;
	if (forme && !forme.test(nom.slice(0, -extension.length)))
		return 'ce nom devient une adresse : lettres minuscules sans accents, chiffres et tirets seulement';
	return undefined;
}
