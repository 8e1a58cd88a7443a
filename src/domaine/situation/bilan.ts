import type { Entree, Parente } from '../comparaison/comparaison.ts';
import type { Dossier } from '../outils/dossier.ts';
import { nomBloc, nomVersion } from '../version.ts';
import { compte } from '../vocabulaire.ts';
import { type Comptes, type Couverture, couvertes, MANIERES, type Maniere, nonTranchees } from './couverture.ts';

/** Names of each manner: as a heading, after « 1 », and after a larger number. */
export const NOMS_MANIERES: Record<Maniere, { nom: string; un: string; plusieurs: string }> = {
	directe: { nom: 'Directe', un: 'directe', plusieurs: 'directes' },
	relue: { nom: 'Par rapprochement relu', un: 'par rapprochement relu', plusieurs: 'par rapprochement relu' },
	proposee: {
		nom: 'Par rapprochement proposé',
		un: 'par rapprochement proposé',
		plusieurs: 'par rapprochement proposé',
	},
	'en-partie': { nom: 'En partie', un: 'en partie seulement', plusieurs: 'en partie seulement' },
	'a-discuter': { nom: 'À discuter', un: 'apparentée', plusieurs: 'apparentées' },
	'a-verifier': { nom: 'À vérifier', un: 'à vérifier', plusieurs: 'à vérifier' },
	manque: { nom: 'Manque', un: 'manque', plusieurs: 'manquent' },
};

/** Counts by manner: « 3 directes, 2 par rapprochement relu, 1 à vérifier ». */
export const detail = (comptes: Comptes): string =>
	MANIERES.filter((m) => comptes[m] > 0)
		.map((m) => `${comptes[m]} ${nommer(comptes, m)}`)
		.join(', ');

const nommer = (comptes: Comptes, m: Maniere): string => NOMS_MANIERES[m][comptes[m] > 1 ? 'plusieurs' : 'un'];

/** Counts of what is not covered: « 3 à discuter », « 5 manquent ». */
const reste = (comptes: Comptes): string[] => {
	const [aDiscuter, manque] = [nonTranchees(comptes), comptes.manque];
	return [
		...(aDiscuter ? [`${aDiscuter} à discuter`] : []),
		...(manque ? [`${manque} ${manque > 1 ? 'manquent' : 'manque'}`] : []),
	];
};

/**
 * The result for a title, in one sentence.
 * @param titre name with its article and state: « du TSSR 2018, qui n’est plus en vigueur »
 */
export const direPart = (comptes: Comptes, titre: string): string => {
	const sures = couvertes(comptes);
	const rien = comptes.total > 1 ? `aucune des ${comptes.total} compétences` : 'pas la seule compétence';
	const debut = `Ce que vous pratiquez ${sures ? `couvre ${bilan(comptes)}` : `ne couvre ${rien}`} ${titre}`;
	const suite = reste(comptes).join(', ');
	return `${debut}${suite && ` : ${suite}`}.`;
};

/** « 5 compétences sur 15 », with the number of those that only an automatic proposal covers. */
export const bilan = (comptes: Comptes): string =>
	`${compte(couvertes(comptes), 'compétence')} sur ${comptes.total}${dontProposees(comptes)}`;

const dontProposees = (comptes: Comptes): string => {
	const { proposee } = comptes;
	if (!proposee) return '';
	return ` (${proposee < couvertes(comptes) ? `dont ${proposee} ` : ''}${nommer(comptes, 'proposee')})`;
};

/** The result as rows of a table: one for each competence of each title. */
export function rangeesSituation(
	couvertures: readonly Couverture[],
	dossiers: ReadonlyMap<string, Pick<Dossier, 'id' | 'sigle' | 'sigleDeNotreFait' | 'annee' | 'usuel' | 'blocs'>>,
): string[][] {
	const libelles = new Map(
		[...dossiers.values()].flatMap((d) => d.blocs.flatMap((b) => b.competences.map((c) => [c.id, c.libelle] as const))),
	);
	return [
		['Titre', 'Bloc', 'Compétence', 'Libellé', 'Comment', 'Par', 'Motif ou score'],
		...couvertures.flatMap(({ version, blocs }) => {
			const dossier = dossiers.get(version);
			return blocs.flatMap(({ bloc, competences }) => {
				const trouve = dossier?.blocs.find(({ id }) => id === bloc);
				return competences.map(({ competence, maniere, appuis }) => [
					dossier ? nomVersion(dossier) : version,
					trouve ? nomBloc(trouve) : bloc,
					competence,
					libelles.get(competence) ?? '',
					NOMS_MANIERES[maniere].nom,
					appuis.flatMap((a) => a.pratiquees.map((id) => `${libelles.get(id) ?? ''} [${id}]`)).join(' ; '),
					appuis.flatMap(({ lecture, parente }) => motif(parente ?? lecture?.entree)).join(' ; '),
				]);
			});
		}),
	];
}

/** The motif of a reading, or its score with a decimal comma. */
const motif = (lue: Entree | Parente | undefined): string[] => {
	if (!lue) return [];
	return [lue.motif ?? String(lue.score ?? '').replace('.', ',')].filter(Boolean);
};
