import { adresse } from '../domaine/adresse.ts';
import { type Notice, noticesDe, noticesParVersion } from '../domaine/recherche/notice.ts';
import { premierePhrase } from '../domaine/texte/phrase.ts';
import { lireReglages } from '../reglages.ts';
import { catalogue, lireCatalogue } from './catalogue.ts';
import { paires } from './comparaison.ts';

/** Everything of the catalogue that can be found. */
export function noticesDuCatalogue(): Notice[] {
	lireCatalogue();
	const { versions, guides, glossaire, proses } = catalogue();
	const notices = noticesDe(versions, {
		guides,
		termes: glossaire.map((t) => ({
			url: adresse.terme(t.id),
			titre: t.terme,
			texte: [t.developpe, ...t.formes, t.definition].filter(Boolean).join(' '),
			resume: [t.developpe, premierePhrase(t.definition)].filter(Boolean).join(' : '),
		})),
		textes: proses,
		paires: paires().map(({ de, vers }) => ({ de: de.id, vers: vers.id })),
	});
	return lireReglages(process.env).peuDeFichiers ? noticesParVersion(notices) : notices;
}
