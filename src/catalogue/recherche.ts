import { adresse } from '../domaine/adresse.ts';
import { type Notice, noticesDe, type PageCherchable } from '../domaine/recherche/notice.ts';
import { premierePhrase } from '../domaine/texte/phrase.ts';
import { catalogue, lireCatalogue } from './catalogue.ts';
import { paires } from './comparaison.ts';

/** Pages of the site that are not content, with the words that readers search for. */
const RUBRIQUES: readonly PageCherchable[] = [
	{
		url: '/mes-ccp/',
		titre: 'Mes CCP',
		texte: 'équivalence acquis dispense livret de certification ancien CCP',
		resume: 'Ce que les textes officiels font des CCP que vous détenez.',
	},
	{
		url: '/me-situer/',
		titre: 'Me situer',
		texte: 'positionnement bilan compétences pratiquées distance titre',
		resume: 'Ce que les compétences que vous pratiquez couvrent de chaque titre.',
	},
	{
		url: '/comparer/',
		titre: 'Comparer des versions',
		texte: 'comparaison comparatif différence côte à côte',
		resume: 'De deux à quatre versions, côte à côte.',
	},
	{
		url: '/donnees/',
		titre: 'Données ouvertes',
		texte: 'open data API JSON CSV Markdown SKOS CASE export télécharger téléchargement fichiers réutiliser licence',
		resume: 'Le contenu du site en fichiers, avec ses sources.',
	},
	{
		url: '/echeances/',
		titre: 'Échéances',
		texte: 'fin de validité enregistrement expiration calendrier agenda',
		resume: 'Les fins de validité, par date.',
	},
	{
		url: '/nouveautes/',
		titre: 'Nouveautés',
		texte: 'changements récents flux Atom RSS',
		resume: 'Ce qui a changé au RNCP.',
	},
];

export function noticesDuCatalogue(): Notice[] {
	// The index is made before any page: read here, so that `catalogue()` has it.
	lireCatalogue();
	const { versions, guides, glossaire, proses } = catalogue();
	return noticesDe(versions, {
		guides: [...RUBRIQUES, ...guides],
		termes: glossaire.map((t) => ({
			url: adresse.terme(t.id),
			titre: t.terme,
			texte: [t.developpe, ...t.formes, t.definition].filter(Boolean).join(' '),
			resume: [t.developpe, premierePhrase(t.definition)].filter(Boolean).join(' : '),
		})),
		textes: proses,
		paires: paires().map(({ de, vers }) => ({ de: de.id, vers: vers.id })),
	});
}
