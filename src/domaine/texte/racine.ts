import { stemmer } from '@orama/stemmers/french';
import { replierMot } from './mots-outils.ts';

/** « utilisateur » is not « utiliser », « animateur » is not « animation »: the agent keeps its own root. */
const AGENT = /^(.{3,}?)(?:ateur|atrice)s?$/;

/** Endings that Snowball leaves between the noun and the verb of one action: coffrage/coffrer, soudure/souder… */
const DERIVATIONS: readonly [RegExp, string][] = [
	[/^(?!ouvr|avant|part|amen)(.{4,})ag$/, '$1'],
	[/^(?!mobil)(.{5,})is$/, '$1'],
	[/^(?!cout)(.{3,}[^aeo])ur$/, '$1'],
	[/^(.{2,}(?:iv|ui|nd))r$/, '$1'],
	[/^(.{4,}f)i$/, '$1'],
	[/^(.{3,})y$/, '$1i'],
];

/** Plurals whose singular the stemmer takes for another word: légers/léger, conflits/conflit, contenus/contenu. */
const PLURIEL = /(?<=(?:er|it|io|[et]enu|endu|appui|essai|délai))s$/;

/** Root shared by the forms of one word and by the noun and the verb of one action, without accents. */
export const racine = (mot: string): string => {
	const plie = replierMot(mot).replaceAll('-', '');
	const agent = AGENT.exec(plie);
	if (agent) return `${agent[1]}ateur`;
	// The stemmer knows accented words; hyphens go so that « back-end » is « backend ».
	const tronque = replierMot(stemmer(mot.toLowerCase().normalize('NFC').replace(/[-‐‑]/g, '').replace(PLURIEL, '')));
	return DERIVATIONS.reduce((forme, [motif, reste]) => forme.replace(motif, reste), tronque);
};
