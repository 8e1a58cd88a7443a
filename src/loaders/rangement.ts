import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Probleme } from './probleme.ts';

/** What each folder of a catalogue holds. A name becomes a part of an address, but for the official documents. */
const DOSSIERS: Record<string, { extension?: string; nom?: RegExp }> = {
	titres: { extension: '.md' },
	lignees: { extension: '.yaml', nom: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
	correspondances: { extension: '.yaml' },
	guides: { extension: '.mdx', nom: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
	textes: { extension: '.mdx', nom: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
	sources: {},
};

/**
 * Checks what stands in a catalogue's folders before anything is read: nothing in them is passed over without a word,
 * and no link leads to a file from elsewhere, which would be published. Names that start with a dot are the system's.
 */
export function rangement(dossier: string): Probleme[] {
	const racine = realpathSync(dossier);
	return Object.entries(DOSSIERS).flatMap(([sous, attendu]) => {
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
}

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
