import { join } from 'node:path';
import { dossierCatalogue } from './catalogue.ts';
import { lireTexte, separer } from './fichier.ts';

/** Body of a held version's file: its official prose as it is written, in GFM. */
export function lireCorps(version: string, dossier: string = dossierCatalogue()): string {
	const fichier = `titres/${version}.md`;
	return separer(lireTexte(join(dossier, fichier), fichier).texte)?.corps ?? '';
}
