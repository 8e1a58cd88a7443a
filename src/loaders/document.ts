import { existsSync, readFileSync } from 'node:fs';

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
