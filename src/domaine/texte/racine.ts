import { stemmer } from '@orama/stemmers/french';
import { replierMot } from './mots-outils.ts';

/** Agents keep a root of their own: « utilisateur » is not « utiliser », « animateur » is not « animation ». */
const AGENT = /^(.{3,}?)(?:ateur|atrice)s?$/;

/** Endings on which Snowball gives noun and verb of one action different stems: coffrage/coffrer, soudure/souder… */
const DERIVATIONS: readonly [RegExp, string][] = [
	[/^(?!ouvr|avant|part|amen)(.{4,})ag$/, '$1'],
	[/^(?!mobil)(.{5,})is$/, '$1'],
	[/^(?!cout)(.{3,}[^aeo])ur$/, '$1'],
	[/^(.{2,}(?:iv|ui|nd))r$/, '$1'],
	[/^(.{4,}f)i$/, '$1'],
	[/^(.{3,})y$/, '$1i'],
];

/** Plurals that Snowball stems differently from their singular: légers/léger, conflits/conflit, contenus/contenu. */
const PLURIEL = /(?<=(?:er|it|io|[et]enu|endu|appui|essai|délai))s$/;

/** Snowball stem of a lower-case word, without accents. */
export const tronquer = (mot: string): string => replierMot(stemmer(mot));

/** Root common to the forms of a word, and to the noun and verb of an action; without accents. */
export const racine = (mot: string): string => {
	const plie = replierMot(mot).replaceAll('-', '');
	const agent = AGENT.exec(plie);
	if (agent) return `${agent[1]}ateur`;
	// The stemmer needs accents. Hyphens are removed so that « back-end » equals « backend ».
	const tronque = tronquer(mot.toLowerCase().normalize('NFC').replace(/[-‐‑]/g, '').replace(PLURIEL, ''));
	return DERIVATIONS.reduce((forme, [motif, reste]) => forme.replace(motif, reste), tronque);
};
