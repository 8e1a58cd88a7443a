import { stemmer } from '@orama/stemmers/french';
import { replierMot } from './mots-outils.ts';

/**
 * Words that the Snowball stemmer confuses and that referentials tell apart: an application is not what one applies,
 * a team (équipe) is no equipment, data (données) are not given. Each line: the root, then its forms, written folded.
 */
const EXCEPTIONS = new Map(
	`
	administratif: administratif administratifs administrative administratives
	aidant: aidant aidants
	application: application applications
	assurance: assurance assurances
	batiment: batiment batiments
	bordure: bordure bordures
	charge: charge charges
	collectif: collectif collectifs collective collectives
	collectivite: collectivite collectivites
	commercialis: commercialiser commercialisation
	commune: commune communes
	communiqu: communication communications
	composition: composition compositions
	comptage: comptage comptages
	consignation: consignation consignations consigner
	conduit-nom: conduit conduits
	desserte: desserte dessertes desservir
	devant: devant
	donnee: donnee donnees
	doublage: doublage doublages
	employe: employe employes
	entree: entree entrees
	equipe: equipe equipes
	etablissement: etablissement etablissements
	facon-nom: facon facons
	form: formation formations
	format: format formats
	forme: forme formes
	fraisage: fraisage fraisages fraiser
	habitant: habitant habitants
	imprimante: imprimante imprimantes
	localis: localiser localisation
	logement: logement logements
	logs: log logs
	marchandisage: marchandisage
	marchandise: marchandise marchandises
	marche-nom: marche marches
	materiau: materiau materiaux
	mecanis: mecanise mecanisee mecanises mecanisees mecaniser mecanisation mecaniquement
	mobile: mobile mobiles
	organe: organe organes
	organisme: organisme organismes
	paiement: paiement paiements
	participant: participant participants
	passager: passager passagers passagere passageres
	personnel-adjectif: personnelle personnelles
	placage: placage placages
	procede: procede procedes
	procedure: procedure procedures
	profile: profile profiles
	prospective: prospective prospectif
	publication: publication publications
	regle: regle regles
	reglement-nom: reglement reglements
	socialisation: socialisation
	specification: specification specifications
	responsive: responsive
	signalis: signalisation signaliser
	telephonie: telephonie
	tournee: tournee tournees
	travaux: travaux
	usager: usager usagers
	voirie: voirie voiries
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
