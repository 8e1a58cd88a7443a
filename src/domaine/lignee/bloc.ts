import type { Correspondance } from '../../schemas/correspondance.ts';
import { citation } from '../comparaison/liens-blocs.ts';
import { idComplet } from '../identifiant.ts';

/** The official correspondence of one bloc, to a newer version (`vers`) or from an older one (`de`). */
interface CorrespondanceDeBloc {
	sens: 'vers' | 'de';
	/** Id of the other version. */
	autre: string;
	/** Citation of the text and its article. */
	texte: string;
	/** Full ids of the blocs of the other version; empty for « Néant ». */
	blocs: string[];
	/** Full ids of the blocs of the same version that the text requires together with this one. */
	avec: string[];
}

/**
 * Official correspondences of a bloc.
 * @param bloc id relative to the version: `ccp-1`
 */
export function correspondancesDeBloc(
	version: string,
	bloc: string,
	correspondances: readonly Correspondance[],
): CorrespondanceDeBloc[] {
	return correspondances.flatMap(({ de, vers, blocs: carte }): CorrespondanceDeBloc[] => {
		if (!carte) return [];
		const { liens } = carte;
		const texte = citation(carte);
		if (de !== version && vers !== version) return [];
		const [sens, sien, autre] = de === version ? (['vers', 'de', vers] as const) : (['de', 'vers', de] as const);
		return liens
			.filter((lien) => lien[sien].includes(bloc))
			.map((lien) => ({
				sens,
				autre,
				texte,
				blocs: lien[sens].map((id) => idComplet(autre, id)),
				avec: sens === 'vers' ? lien.de.filter((id) => id !== bloc).map((id) => idComplet(version, id)) : [],
			}));
	});
}
