import { stemmer } from '@orama/stemmers/french';
import { replierMot } from './mots-outils.ts';

/**
 * Words that the Snowball stemmer confuses and that referentials tell apart: an application is not what one applies,
 * a team (équipe) is no equipment, data (données) are not given. Written folded; the value is the whole family's root.
 */
const EXCEPTIONS: Record<string, string> = {
	application: 'application',
	applications: 'application',
	aidant: 'aidant',
	aidants: 'aidant',
	administratif: 'administratif',
	administratifs: 'administratif',
	administrative: 'administratif',
	administratives: 'administratif',
	batiment: 'batiment',
	batiments: 'batiment',
	collectif: 'collectif',
	collectifs: 'collectif',
	collective: 'collectif',
	collectives: 'collectif',
	commune: 'commune',
	communes: 'commune',
	communication: 'communiqu',
	communications: 'communiqu',
	donnee: 'donnee',
	donnees: 'donnee',
	employe: 'employe',
	employes: 'employe',
	equipe: 'equipe',
	equipes: 'equipe',
	format: 'format',
	formats: 'format',
	formation: 'form',
	formations: 'form',
	forme: 'forme',
	formes: 'forme',
	logement: 'logement',
	logements: 'logement',
	marchandisage: 'marchandisage',
	marche: 'marche-nom',
	marches: 'marche-nom',
	materiau: 'materiau',
	materiaux: 'materiau',
	mobile: 'mobile',
	mobiles: 'mobile',
	organisme: 'organisme',
	organismes: 'organisme',
	paiement: 'paiement',
	paiements: 'paiement',
	participant: 'participant',
	participants: 'participant',
	procedure: 'procedure',
	procedures: 'procedure',
	reglement: 'reglement-nom',
	reglements: 'reglement-nom',
	telephonie: 'telephonie',
	travaux: 'travaux',
	usager: 'usager',
	usagers: 'usager',
};

/** « utilisateur » is not « utiliser », « animateur » is not « animation »: the agent keeps its own root. */
const AGENT = /^(.{3,}?)(?:ateur|atrice)s?$/;

/** Endings that Snowball leaves between the noun and the verb of one action: coffrage/coffrer, soudure/souder… */
const DERIVATIONS: readonly [RegExp, string][] = [
	[/^(?!ouvr|avant|part|amen)(.{4,})ag$/, '$1'],
	[/^(?!mobil)(.{5,})is$/, '$1'],
	[/^(?!cout)(.{3,}[^aeo])ur$/, '$1'],
	[/^(.{2,}(?:iv|ui|nd))r$/, '$1'],
	[/^(.{4,}f)i$/, '$1'],
];

const memoire = new Map<string, string>();

/** Root shared by the forms of one word and by the noun and the verb of one action, without accents. */
export const racine = (mot: string): string => {
	const connue = memoire.get(mot);
	if (connue !== undefined) return connue;
	const calculee = calculer(mot);
	memoire.set(mot, calculee);
	return calculee;
};

const calculer = (mot: string): string => {
	const plie = replierMot(mot).replaceAll('-', '');
	const exception = EXCEPTIONS[plie];
	if (exception) return exception;
	const agent = AGENT.exec(plie);
	if (agent) return `${agent[1]}ateur`;
	// The stemmer knows accented words; hyphens go so that « back-end » is « backend ».
	const tronque = replierMot(stemmer(mot.toLowerCase().normalize('NFC').replace(/[-‐‑]/g, '')));
	return DERIVATIONS.reduce((forme, [motif, reste]) => forme.replace(motif, reste), tronque);
};
