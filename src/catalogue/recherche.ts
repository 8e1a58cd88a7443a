import { adresse } from '../domaine/adresse.ts';
import { type FicheRecherche, fichesParVersion, fichesRecherche } from '../domaine/recherche/fiche.ts';
import { lireReglages } from '../reglages.ts';
import { catalogue, lireCatalogue } from './catalogue.ts';
import { paires } from './comparaison.ts';

/** Everything of the catalogue that can be found. */
export function fichesDuCatalogue(): FicheRecherche[] {
	lireCatalogue();
	const { versions, guides, glossaire, proses } = catalogue();
	const fiches = fichesRecherche(versions, {
		guides,
		termes: glossaire.map((t) => ({
			url: adresse.terme(t.id),
			titre: t.terme,
			texte: [t.developpe, ...t.formes, t.definition].filter(Boolean).join(' '),
		})),
		textes: proses,
		paires: paires().map(({ de, vers }) => ({ de: de.id, vers: vers.id })),
	});
	return lireReglages(process.env).peuDeFichiers ? fichesParVersion(fiches) : fiches;
}
