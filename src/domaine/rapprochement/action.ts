import { estSupport, formeDe, type Index } from './lexique.ts';
import type { Terme } from './termes.ts';

/** Nouns of action without a characteristic ending. */
const NOMS_D_ACTION = new Set(
	`accueil aide assistance maintenance pose depose repose decoupe coupe controle analyse suivi collecte tri test retouche
	releve echange depot transport envoi achat vente soin garde veille recherche entretien choix essai etude visite conduite
	soudure couture ouverture fermeture lecture peinture`.split(/\s+/),
);

/** Endings of other nouns of action: « raccordement », « soudage », « installation », « remise ». */
const ACTION = /(?:ement|age|[st]ion|mise)$/;

/**
 * Nouns whose meaning is not that of their verb: « le suivi d’une formation » is not to attend it, « une coupe de
 * bâtiment » is not to cut it, « un vêtement d’enfant » is not to dress one.
 */
const AUTRES_QUE_LEUR_VERBE = new Set(['suivi', 'veille', 'releve', 'coupe', 'vetement', 'menage', 'reglement']);

/** Whether a term, or the first word of a phrase, is a noun of action: « raccordement », « mise en service ». */
export const estNomDAction = ({ forme }: Terme): boolean => {
	const nom = formeDe(forme.split(' ')[0] as string);
	return ACTION.test(nom) || NOMS_D_ACTION.has(nom);
};

/** Whether a noun means the action of its verb, so that « assurer » and the noun can replace the verb. */
export const ditSonVerbe = (terme: Terme): boolean =>
	estNomDAction(terme) && !AUTRES_QUE_LEUR_VERBE.has(formeDe(terme.forme));

/**
 * Whether a term only supports the noun of action after it: « assurer » in « assurer la vente ». It does not without
 * one: « assurer un immeuble » is not to build it.
 */
export const neFaitQuePorter = (terme: Terme, termes: readonly Terme[], index: Index): boolean => {
	const rang = termes.indexOf(terme);
	return estSupport(terme, index) && (terme.verbe || rang === 0) && termes.slice(rang + 1).some(estNomDAction);
};
