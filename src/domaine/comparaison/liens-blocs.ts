import type { Correspondance } from '../../schemas/correspondance.ts';
import { idComplet } from '../identifiant.ts';
import type { LienBlocs } from './comparaison.ts';

/** Citation of the text that maps the blocs, article included. */
export const citation = ({ source, article }: NonNullable<Correspondance['blocs']>): string =>
	`${source.intitule}, ${article}`;

/** Official correspondences of blocs in a file, with full ids; empty if it has none. */
export const liensBlocs = (correspondance: Correspondance | undefined): LienBlocs[] => {
	const blocs = correspondance?.blocs;
	if (!correspondance || !blocs) return [];
	return blocs.liens.map((lien) => ({
		de: lien.de.map((id) => idComplet(correspondance.de, id)),
		vers: lien.vers.map((id) => idComplet(correspondance.vers, id)),
		statut: 'officielle',
		source: citation(blocs),
	}));
};

/**
 * Official correspondences of a bloc, each to a newer version (`vers`) or from an older one (`de`).
 * @param bloc id relative to the version: `ccp-1`
 */
export function correspondancesDeBloc(version: string, bloc: string, correspondances: readonly Correspondance[]) {
	return correspondances.flatMap(({ de, vers, blocs: carte }) => {
		if (!carte || (de !== version && vers !== version)) return [];
		const [sens, sien, autre] = de === version ? (['vers', 'de', vers] as const) : (['de', 'vers', de] as const);
		return carte.liens
			.filter((lien) => lien[sien].includes(bloc))
			.map((lien) => ({
				sens,
				autre,
				texte: citation(carte),
				/** Full ids of the blocs of the other version; empty for « Néant ». */
				blocs: lien[sens].map((id) => idComplet(autre, id)),
				/** Full ids of the blocs of the same version that the text requires together with this one. */
				avec: sens === 'vers' ? lien.de.filter((id) => id !== bloc).map((id) => idComplet(version, id)) : [],
			}));
	});
}
