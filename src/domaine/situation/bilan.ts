import { compte } from '../vocabulaire.ts';
import { type Comptes, couvertes, MANIERES, type Maniere, nonTranchees } from './couverture.ts';

/** Names of each manner: alone, and after a number. */
export const NOMS_MANIERES: Record<Maniere, { nom: string; un: string; plusieurs: string }> = {
	directe: { nom: 'Directe', un: 'directe', plusieurs: 'directes' },
	relue: { nom: 'Par rapprochement relu', un: 'par rapprochement relu', plusieurs: 'par rapprochement relu' },
	proposee: {
		nom: 'Par rapprochement proposé',
		un: 'par rapprochement proposé',
		plusieurs: 'par rapprochement proposé',
	},
	'en-partie': { nom: 'En partie', un: 'en partie seulement', plusieurs: 'en partie seulement' },
	'a-discuter': { nom: 'À discuter', un: 'apparentée, à discuter', plusieurs: 'apparentées, à discuter' },
	'a-verifier': { nom: 'À vérifier', un: 'à vérifier', plusieurs: 'à vérifier' },
	manque: { nom: 'Manque', un: 'manque', plusieurs: 'manquent' },
};

/** The weight of each statut told apart: « 3 directes, 2 par rapprochement relu, 1 à vérifier ». */
export const detail = (comptes: Comptes): string =>
	MANIERES.filter((m) => comptes[m] > 0)
		.map((m) => `${comptes[m]} ${comptes[m] > 1 ? NOMS_MANIERES[m].plusieurs : NOMS_MANIERES[m].un}`)
		.join(', ');

/** The one count that adds up: « 7 couvertes, 3 à discuter, 5 manquent »; what is none of is left out. */
export const partage = (comptes: Comptes): string => {
	const sures = couvertes(comptes);
	return [sures ? compte(sures, 'couverte') : 'aucune couverte', ...reste(comptes)].join(', ');
};

/** What is not covered, apart: « 3 à discuter », « 5 manquent ». */
const reste = (comptes: Comptes): string[] => {
	const [aDiscuter, manque] = [nonTranchees(comptes), comptes.manque];
	return [
		...(aDiscuter ? [`${aDiscuter} à discuter`] : []),
		...(manque ? [`${manque} ${manque > 1 ? 'manquent' : 'manque'}`] : []),
	];
};

/**
 * The count in one sentence, the answer for a title.
 * @param titre with its article and its status: « du TSSR 2018, n’est plus en vigueur »
 */
export const direPart = (comptes: Comptes, titre: string): string => {
	const sures = couvertes(comptes);
	const rien = comptes.total > 1 ? `aucune des ${comptes.total} compétences` : 'pas la seule compétence';
	const debut = `Ce que vous pratiquez ${sures ? `couvre ${bilan(comptes)}` : `ne couvre ${rien}`} ${titre}`;
	const suite = reste(comptes).join(', ');
	return `${debut}${suite && ` : ${suite}`}.`;
};

/** « 5 compétences sur 15 ». */
export const bilan = (comptes: Comptes): string => `${compte(couvertes(comptes), 'compétence')} sur ${comptes.total}`;
