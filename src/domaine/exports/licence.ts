/** Licence of the data. It does not cover the official texts, which are public acts. */
export const LICENCE = {
	nom: 'Licence MIT',
	url: 'https://spdx.org/licenses/MIT.html',
	texte:
		'Les lectures, la mise en forme et le code de Lignée sont sous licence MIT : réutilisation libre, en gardant la mention de l’auteur. Les textes officiels reproduits sont des actes publics, qui ne sont pas les nôtres ; citez-les d’abord, et gardez son statut à chaque correspondance.',
} as const;

/** Author of the reproduced documents, and publisher of the site. */
export const AUTORITE = 'Ministère chargé de l’emploi';
export const EDITEUR = 'Lignée (site non officiel)';
