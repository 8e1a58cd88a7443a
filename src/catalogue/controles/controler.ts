import type { Garde } from '../garde.ts';
import type { Lecture } from '../lecture.ts';
import type { Probleme } from '../probleme.ts';
import { controlerCorrespondances } from './correspondance.ts';
import { controlerGlossaire } from './glossaire.ts';
import { controlerLiens } from './liens.ts';
import { avertirLignees, controlerLignees } from './lignee.ts';
import { avertirSources } from './sources.ts';
import { avertirAnnees } from './version.ts';

/**
 * Runs the checks that need several files: ids, successions, correspondences, links.
 * @param garde results kept by an earlier build
 * @returns problems, which stop the build, and warnings, which do not
 */
export function controler(lecture: Lecture, garde?: Garde): { problemes: Probleme[]; avertissements: string[] } {
	// If a folder or a root file is misnamed, every reference to its content would be reported as unknown.
	if (lecture.incomplet) return { problemes: [], avertissements: [] };
	const correspondances = controlerCorrespondances(lecture, garde);
	return {
		problemes: [
			...controlerLignees(lecture),
			...correspondances.problemes,
			...controlerGlossaire(lecture),
			...controlerLiens(lecture),
		],
		avertissements: [
			...avertirSite(lecture),
			...avertirSources(lecture),
			...lecture.titres.flatMap(({ avertissements }) => avertissements),
			...avertirLignees(lecture),
			...avertirAnnees(lecture),
			...correspondances.avertissements,
		],
	};
}

function avertirSite({ site }: Lecture): string[] {
	const vides = Object.entries(site).flatMap(([partie, champs]) =>
		Object.entries(champs)
			.filter(([, valeur]) => !valeur)
			.map(([champ]) => `${partie}.${champ}`),
	);
	return vides.length ? [`site.yaml : ${vides.join(', ')} à remplir avant de publier (mentions légales)`] : [];
}
