import { join } from 'node:path';
import { parse } from 'yaml';
import { adresse } from '../domaine/adresse.ts';
import type { PageCherchable } from '../domaine/recherche/fiche.ts';
import type { Guide } from '../schemas/guide.ts';
import { dossierCatalogue } from './catalogue.ts';
import { lireTexte, lister, separer } from './fichier.ts';

/** The guides as search reads them: their title, and their text without markup. */
export function lireGuides(dossier: string = dossierCatalogue()): PageCherchable[] {
	return lister(join(dossier, 'guides'), '.mdx').flatMap((nom) => {
		const parties = separer(lireTexte(join(dossier, 'guides', nom), nom).texte);
		if (!parties) return [];
		const { titre, description } = parse(parties.entete) as Guide;
		return [
			{ url: adresse.guide(nom.replace(/\.mdx$/, '')), titre, texte: `${description} ${sansMarques(parties.corps)}` },
		];
	});
}

/** Words of a Markdown text: components, link targets and marks left out. */
const sansMarques = (corps: string): string =>
	corps
		.replace(/<[^>]+>/g, ' ')
		.replace(/\]\([^)]*\)/g, ' ')
		.replace(/[#*_`|[\]>-]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
