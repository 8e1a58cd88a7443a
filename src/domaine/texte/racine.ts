import { stemmer } from '@orama/stemmers/french';
import { replierMot } from './mots-outils.ts';

/**
 * Words that the Snowball stemmer confuses and that referentials tell apart: an application is not what one applies,
 * a team (équipe) is no equipment, data (données) are not given. Each line: the root, then its forms, written folded.
 */
const EXCEPTIONS = new Map(
	`
	application: application applications
	aidant: aidant aidants
	administratif: administratif administratifs administrative administratives
	batiment: batiment batiments
	collectif: collectif collectifs collective collectives
	commune: commune communes
	communiqu: communication communications
	donnee: donnee donnees
	employe: employe employes
	equipe: equipe equipes
	format: format formats
	form: formation formations
	forme: forme formes
	logement: logement logements
	marchandisage: marchandisage
	marche-nom: marche marches
	materiau: materiau materiaux
	mobile: mobile mobiles
	organisme: organisme organismes
	paiement: paiement paiements
	participant: participant participants
	procedure: procedure procedures
	reglement-nom: reglement reglements
	telephonie: telephonie
	travaux: travaux
	usager: usager usagers
	`
		.trim()
		.split('\n')
		.flatMap((ligne) => {
			const [commune = '', formes = ''] = ligne.trim().split(': ');
			return formes.split(' ').map((forme) => [forme, commune] as const);
		}),
);

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
	const exception = EXCEPTIONS.get(plie);
	if (exception) return exception;
	const agent = AGENT.exec(plie);
	if (agent) return `${agent[1]}ateur`;
	// The stemmer knows accented words; hyphens go so that « back-end » is « backend ».
	const tronque = replierMot(stemmer(mot.toLowerCase().normalize('NFC').replace(/[-‐‑]/g, '')));
	return DERIVATIONS.reduce((forme, [motif, reste]) => forme.replace(motif, reste), tronque);
};
