import type { Correspondance } from '../../schemas/correspondance.ts';
import { citation } from '../comparaison/liens-blocs.ts';
import { idComplet } from '../identifiant.ts';

/** The official correspondence of one bloc, towards a newer version (`vers`) or from an older one (`de`). */
interface CorrespondanceDeBloc {
	sens: 'vers' | 'de';
	/** The other version. */
	autre: string;
	/** The text and its article, as a reader looks them up. */
	texte: string;
	/** Full ids of the blocs of the other version; none is the « Néant » of the text. */
	blocs: string[];
	/** Blocs of the same version that the text asks for together with this one. */
	avec: string[];
}

/** Every official correspondence that names a bloc, given its version and its id in that version (`ccp-1`). */
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
