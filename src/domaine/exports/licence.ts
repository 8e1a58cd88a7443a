/** Under which terms the data can be reused: what is ours; the official texts are not ours to license. */
export const LICENCE = {
	nom: 'Licence MIT',
	url: 'https://spdx.org/licenses/MIT.html',
	texte:
		'Les lectures, la mise en forme et le code de Lignée sont sous licence MIT : réutilisation libre, en gardant la mention de l’auteur. Les textes officiels reproduits sont des actes publics, qui ne sont pas les nôtres ; citez-les d’abord, et gardez son statut à chaque correspondance.',
} as const;

/** Author of the documents that are reproduced, and publisher of their reproduction. */
export const AUTORITE = 'Ministère chargé de l’emploi';
export const EDITEUR = 'Lignée (site non officiel)';
