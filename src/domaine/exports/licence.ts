/** Under which terms the data can be reused: what is ours; the official texts are not ours to license. */
export const LICENCE = {
	nom: 'Licence Ouverte 2.0 (Etalab)',
	url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
	spdx: 'https://spdx.org/licenses/etalab-2.0.html',
	texte:
		'Le catalogue, les lectures et la mise en forme de Lignée peuvent être réutilisés librement, à condition d’en mentionner la source et la date (Licence Ouverte 2.0). Les textes officiels reproduits appartiennent à leurs auteurs ; citez-les d’abord.',
} as const;

/** Who stands behind what the catalogue reproduces, and who publishes the reproduction. */
export const AUTORITE = 'Ministère chargé de l’emploi';
export const EDITEUR = 'Lignée (site non officiel)';
