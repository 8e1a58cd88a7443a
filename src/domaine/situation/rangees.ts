import type { Entree, Parente } from '../comparaison/comparaison.ts';
import type { Dossier } from '../outils/dossier.ts';
import { nomBloc, nomVersion } from '../version.ts';
import { NOMS_MANIERES } from './bilan.ts';
import type { Couverture } from './couverture.ts';

/** The result as rows for a spreadsheet: one for each competence of each title. */
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

/** Why a reading says what it says: its sentence, or its score with a decimal comma. */
const motif = (lue: Entree | Parente | undefined): string[] => {
	if (!lue) return [];
	return [lue.motif ?? String(lue.score ?? '').replace('.', ',')].filter(Boolean);
};
