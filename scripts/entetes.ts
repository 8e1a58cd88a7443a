import { readFileSync } from 'node:fs';

/** Headers by name, in lower case. */
export type Entetes = Record<string, string>;

type Regle = { motif: RegExp; nom: string; valeur: string };

/** Parses a `_headers` file (Netlify, Cloudflare Pages): a path with at most one star, then its headers, indented. */
export function lireRegles(fichier = 'public/_headers'): Regle[] {
	let motif: RegExp | undefined;
	return readFileSync(fichier, 'utf8')
		.split('\n')
		.filter((ligne) => ligne.trim() && !ligne.startsWith('#'))
		.flatMap((ligne): Regle[] => {
			if (ligne.startsWith('/')) {
				motif = new RegExp(
					`^${ligne
						.trim()
						.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
						.replace('*', '.*')}$`,
				);
				return [];
			}
			const [, nom = '', valeur = ''] = /^\s+([\w-]+): (.+)$/.exec(ligne) ?? [];
			if (!motif || !nom) throw new Error(`${fichier} : ligne illisible « ${ligne} »`);
			return [{ motif, nom: nom.toLowerCase(), valeur: valeur.trim() }];
		});
}

/** Headers that a host sends for a path: those of every matching rule; values of one name are joined by a comma. */
export function entetesPour(chemin: string, regles: readonly Regle[]): Entetes {
	const entetes: Entetes = {};
	for (const { motif, nom, valeur } of regles)
		if (motif.test(chemin)) entetes[nom] = entetes[nom] ? `${entetes[nom]}, ${valeur}` : valeur;
	return entetes;
}
