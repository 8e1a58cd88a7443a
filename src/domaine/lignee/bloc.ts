import type { Correspondance } from '../../schemas/correspondance.ts';
import { citation } from '../comparaison/liens-blocs.ts';
import { idComplet } from '../identifiant.ts';

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
