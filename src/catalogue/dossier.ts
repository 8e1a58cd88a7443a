import { createHash } from 'node:crypto';
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { decoder, NonTexte } from '../domaine/texte/decoder.ts';
import { motProche } from './messages.ts';
import type { Probleme } from './probleme.ts';
import { signesRefuses } from './signes.ts';

/** Folder of the catalogue: the environment variable `CATALOGUE`, or `content`. */
export const dossierCatalogue = (): string => process.env.CATALOGUE || 'content';

/** Folder in which the importer stages files until all of them are moved into place. */
export const JOURNAL = '.import';

/** What is read from the disk, or the error code of the system. */
function tenter<T>(lire: () => T): T | string {
	try {
		return lire();
	} catch (erreur) {
		return (erreur as NodeJS.ErrnoException).code ?? String(erreur);
	}
}

/** Stats of a path, undefined if nothing is there, or the error code of the system. */
const etatFichier = (chemin: string) => tenter(() => statSync(chemin, { throwIfNoEntry: false }));

/** Modification time and size of a file. What was read from it is valid as long as neither changes. */
export function etatDe(chemin: string): string {
	const etat = etatFichier(chemin);
	return typeof etat === 'object' ? `${etat.mtimeMs} ${etat.size}` : (etat ?? 'absent');
}

/** Entries of a folder sorted by name, or the error code of the system. */
const entreesDe = (dossier: string) =>
	tenter(() => readdirSync(dossier, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)));

/** Hash of the state of every file under a folder. Symbolic links to folders are not followed. */
export function etatDossier(dossier: string): string {
	const empreinte = createHash('sha256');
	const parcourir = (lieu: string) => {
		const entrees = entreesDe(lieu);
		if (typeof entrees === 'string') empreinte.update(entrees);
		else
			for (const entree of entrees) {
				const chemin = join(lieu, entree.name);
				empreinte.update(`${chemin} ${etatDe(chemin)}\n`);
				if (entree.isDirectory()) parcourir(chemin);
			}
	};
	parcourir(dossier);
	return empreinte.digest('hex');
}

const est = (chemin: string, genre: 'isDirectory' | 'isFile'): boolean => {
	const etat = etatFichier(chemin);
	return typeof etat === 'object' && etat[genre]();
};
const estDossier = (chemin: string): boolean => est(chemin, 'isDirectory');
/** Whether the path is a file, or a link to one. */
export const estFichier = (chemin: string): boolean => est(chemin, 'isFile');

/** Sorted names of the visible files of a folder that have this extension; empty if there is no such folder. */
export function lister(dossier: string, extension: string): string[] {
	const entrees = entreesDe(dossier);
	if (typeof entrees === 'string') return [];
	return entrees
		.filter(({ name }) => name.endsWith(extension) && visible(name))
		.filter((entree) => entree.isFile() || estFichier(join(dossier, entree.name)))
		.map(({ name }) => name);
}

/** Absolute paths of the guides and texts of the project, in MDX. */
export const fichiersMdx = (): string[] =>
	['guides', 'textes']
		.map((sous) => join(dossierCatalogue(), sous))
		.flatMap((dossier) => lister(dossier, '.mdx').map((nom) => resolve(dossier, nom)));

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Size in bytes beyond which a file of the catalogue cannot be a text that someone wrote. */
const POIDS_MAXIMUM = 2 * 1024 * 1024;

/**
 * Reads a UTF-8 text file. Refuses one that is too big, is not valid UTF-8 (decoding would silently alter letters), or
 * has invisible characters.
 * @returns the text, empty if there are problems
 * @param fichier name of the file in these problems
 */
export function lireTexte(chemin: string, fichier: string): { texte: string; problemes: Probleme[] } {
	const refuser = (message: string) => ({ texte: '', problemes: [{ fichier, message }] });
	const lu = tenter(() => (statSync(chemin).size > POIDS_MAXIMUM ? undefined : readFileSync(chemin)));
	if (!lu) return refuser('ce fichier pèse plus de 2 Mio ; le partager, ou retirer ce qui n’est pas du texte');
	if (typeof lu === 'string') return refuser(`ce fichier ne se lit pas (${lu}) ; vérifier ses droits et sa place`);
	let texte: string;
	try {
		texte = utf8.decode(lu);
	} catch {
		return refuser('ce fichier n’est pas en UTF-8 ; le réenregistrer en UTF-8');
	}
	const problemes = signesRefuses(texte, fichier);
	return problemes.length ? { texte: '', problemes } : { texte, problemes };
}

/** Best-effort text of a refused file: at least its ASCII letters are right. */
export function lireBrut(chemin: string): string {
	try {
		return readFileSync(chemin, 'latin1').slice(0, POIDS_MAXIMUM);
	} catch {
		return '';
	}
}

export const lireSource = (document: string, dossier: string = dossierCatalogue()): Uint8Array<ArrayBuffer> =>
	new Uint8Array(readFileSync(join(dossier, 'sources', document)));

/** Whether a document is a text that a page can show, by its extension. */
export const estUnTexte = (document: string): boolean => /\.(?:txt|md|xml)$/.test(document);

/** Text of an official document, decoded from its own encoding; undefined if its extension is not that of a text. */
export function texteSource(document: string, dossier?: string): string | undefined {
	if (!estUnTexte(document)) return undefined;
	try {
		return decoder(lireSource(document, dossier)).texte;
	} catch (erreur) {
		// A binary file has no text.
		if (erreur instanceof NonTexte) return '';
		throw erreur;
	}
}

/** XML that is active in a browser: namespaced elements that run scripts, style sheets, entity declarations. */
const XML_ACTIF: [RegExp, string][] = [
	[/<!(?:DOCTYPE|ENTITY)/i, 'une DTD'],
	[/<\?(?!xml\s)/i, 'une instruction de traitement'],
	[/\bxmlns\b/i, 'un espace de noms'],
	[/<(?:[\w.-]+:)?(?:script|iframe|object|embed|foreignObject)\b/i, 'un élément actif'],
	// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of an encoding in which the rest could hide
	[/[\0\x0e\x0f\x1b]/, 'un encodage autre que UTF-8'],
];
/** PDF keys of actions and attachments that run when the file is opened or clicked. */
const PDF_ACTIF = /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia)\b|\/JS\s*[(<]/;

/** Whether the path exists, even as a broken link. */
export const existe = (chemin: string): boolean => lstatSync(chemin, { throwIfNoEntry: false }) !== undefined;

/**
 * Why an official document cannot be published as it is: its content does not match its extension, or is active in a
 * browser.
 * @returns undefined if it can be published
 */
export function reprocheDocument(chemin: string, nom: string): string | undefined {
	const etat = etatFichier(chemin);
	// `rangement` reports a link or a folder found here.
	if (typeof etat !== 'object' || !etat.isFile()) return undefined;
	if (etat.size === 0) return 'ce document est vide ; déposer le document lui-même';
	const octets = readFileSync(chemin, 'latin1');
	const genre = genreDe(octets);
	const attendu = nom.endsWith('.pdf') ? 'pdf' : nom.endsWith('.xml') ? 'xml' : 'texte';
	if (genre === 'binaire' || (genre === 'pdf') !== (attendu === 'pdf'))
		return 'ce contenu n’est pas ce que dit l’extension ; déposer le document lui-même, sous son vrai nom';
	if (attendu === 'pdf' && PDF_ACTIF.test(octets))
		return 'ce PDF contient un script ou un fichier joint ; l’imprimer dans un PDF qui n’en a pas';
	if (attendu !== 'xml') return undefined;
	const actif = XML_ACTIF.find(([motif]) => motif.test(octets));
	return actif && `ce XML contient ${actif[1]}, qu’un navigateur exécuterait ; déposer un XML de données seules`;
}

/** Magic numbers of archives, images, old office documents and programs. */
const BINAIRES = ['PK\x03\x04', '\x89PNG', '\xff\xd8\xff', 'GIF8', '\xd0\xcf\x11\xe0', '\x1f\x8b', 'MZ\x90'];
/** Kind of a document by its bytes. UTF-16 text has null bytes too, and starts with a byte order mark. */
function genreDe(octets: string): 'pdf' | 'binaire' | 'texte' {
	if (octets.startsWith('%PDF-')) return 'pdf';
	if (BINAIRES.some((debut) => octets.startsWith(debut))) return 'binaire';
	return octets.includes('\0') && !/^(?:\xff\xfe|\xfe\xff|\0<|<\0)/.test(octets) ? 'binaire' : 'texte';
}

const NOM_ADRESSE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/**
 * Files accepted in each folder of a catalogue. Names become part of an address, except those of official documents.
 */
const DOSSIERS: Record<string, { extension?: string; nom?: RegExp }> = {
	titres: { extension: '.md' },
	lignees: { extension: '.yaml', nom: NOM_ADRESSE },
	correspondances: { extension: '.yaml' },
	guides: { extension: '.mdx', nom: NOM_ADRESSE },
	textes: { extension: '.mdx', nom: NOM_ADRESSE },
	importations: { extension: '.yaml', nom: /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/ },
	sources: {},
};
const FICHIERS = ['glossaire.yaml', 'lexique.yaml', 'site.yaml'];

/** Why a folder cannot be read as a catalogue; undefined if it can. */
export function reprocheCatalogue(dossier: string): Probleme | undefined {
	if (estDossier(join(dossier, 'titres'))) return undefined;
	const nomme = `CATALOGUE doit nommer un dossier qui contient « titres/ »`;
	if (estDossier(dossier))
		return existsSync(join(dossier, 'titres'))
			? { fichier: 'titres', message: 'ce n’est pas un dossier ; mettre à sa place le dossier des versions' }
			: { fichier: 'titres/', message: `dossier absent ; ${nomme}` };
	const quoi = existsSync(dossier) ? 'ce n’est pas un dossier' : 'ce dossier n’existe pas';
	return { fichier: 'CATALOGUE', message: `${quoi} ; ${nomme}` };
}

/**
 * Checks the folders of a catalogue before anything is read: no entry is silently ignored, and no link leads out of the
 * catalogue to a file that would then be published. Names that start with a dot are skipped.
 */
export function rangement(dossier: string): Probleme[] {
	const racine = realpathSync(dossier);
	const refuser = (fichier: string, message: string | undefined): Probleme[] => (message ? [{ fichier, message }] : []);
	const problemes = readdirSync(dossier)
		.filter(visible)
		.flatMap((nom): Probleme[] => {
			const lieu = join(dossier, nom);
			const attendu = Object.hasOwn(DOSSIERS, nom) ? DOSSIERS[nom] : undefined;
			if (!attendu && !FICHIERS.includes(nom)) return refuser(nom, inattendu(nom));
			const mene = reprocheLien(lieu, racine);
			if (mene) return refuser(nom, mene);
			if (!attendu) return refuser(nom, estFichier(lieu) ? undefined : 'ce n’est pas un fichier ; retirer ce dossier');
			if (!estDossier(lieu)) return refuser(nom, 'ce n’est pas un dossier ; le remplacer par le dossier de ce nom');
			const entrees = entreesDe(lieu);
			if (typeof entrees === 'string') return refuser(nom, illisible(entrees));
			return entrees
				.filter(({ name }) => visible(name))
				.flatMap((entree) => refuser(`${nom}/${entree.name}`, reproche(lieu, entree, racine, attendu)));
		});
	const interrompu =
		'un import interrompu attend ici ; relancer « npm run importer », qui l’achève, ou supprimer ce dossier pour y renoncer';
	return [...refuser(`${JOURNAL}/`, existsSync(join(dossier, JOURNAL)) ? interrompu : undefined), ...problemes];
}

const visible = (nom: string): boolean => !nom.startsWith('.');
const illisible = (code: string): string => `ceci ne se lit pas (${code}) ; vérifier ses droits et sa place`;

const RACINE = [...Object.keys(DOSSIERS), ...FICHIERS];

/** Folder or file of a catalogue that an entry at its root is, or has a misspelt name of. */
export const attenduALaRacine = (nom: string): string | undefined =>
	RACINE.find((n) => n === nom) ??
	motProche(nom, RACINE) ??
	RACINE.find((n) => n.startsWith(`${nom}.`) || nom.startsWith(`${n}.`));

/** Message for an unexpected entry at the root, often a misspelt name. */
function inattendu(nom: string): string {
	const proche = attenduALaRacine(nom);
	return `ceci ne serait pas lu ; ${proche ? `le renommer « ${proche} »` : `le retirer, un catalogue a ${RACINE.join(', ')}`}`;
}

/** Why a symbolic link is refused; undefined if it is valid. */
function reprocheLien(chemin: string, racine: string): string | undefined {
	const etat = etatFichier(chemin);
	if (etat === undefined) return 'ce lien ne mène à aucun fichier ; le retirer';
	if (etat === 'ELOOP') return 'ce lien tourne en rond ; mettre ici le fichier lui-même';
	if (typeof etat === 'string') return illisible(etat);
	if (!realpathSync(chemin).startsWith(racine + sep))
		return 'ce lien mène hors du catalogue ; mettre ici le fichier lui-même';
	return undefined;
}

function reproche(
	lieu: string,
	entree: Dirent,
	racine: string,
	{ extension = '', nom: forme }: { extension?: string; nom?: RegExp },
): string | undefined {
	const nom = entree.name;
	const chemin = join(lieu, nom);
	// Plain files need no further look at their type.
	const mene = entree.isFile() ? undefined : reprocheLien(chemin, racine);
	if (mene) return mene;
	if (!entree.isFile() && !estFichier(chemin))
		return 'ce n’est pas un fichier ; mettre les fichiers dans ce dossier sans sous-dossier';
	if (!nom.endsWith(extension)) return `ce fichier ne serait pas lu ; extension ${extension} attendue`;
	if (forme && !forme.test(nom.slice(0, -extension.length)))
		return 'ce nom devient une adresse : lettres minuscules sans accents, chiffres et tirets seulement';
	return undefined;
}
