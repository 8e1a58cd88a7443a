import { empreinteDeLecture } from '../../src/domaine/empreinte.ts';
import type { Correspondance, Lecture, Nature } from '../../src/schemas/correspondance.ts';
import type { Alea } from './alea.ts';
import { type BlocEcrit, idsBlocs, liensBlocs, type Place, type Revision } from './evolution.ts';

const MOTIFS: Record<Nature, string> = {
	identique: 'Même libellé, à la typographie près.',
	reformulee: 'Même objet et même geste, dits autrement.',
	scindee: 'La révision sépare deux gestes qui n’en faisaient qu’un.',
	fusionnee: 'La révision réunit deux gestes en un seul libellé.',
	recomposee: 'Les deux libellés anciens se partagent autrement entre les deux nouveaux.',
	'sans-suite': 'Aucun libellé de la version récente n’en reprend l’objet.',
	nouvelle: 'Aucun libellé de la version ancienne n’en traite.',
};

/** Content of a correspondence file: the official map of blocs, an editor's reading, both, or `undefined`. */
export function correspondance(
	ids: { de: string; vers: string },
	anciens: readonly BlocEcrit[],
	revision: Revision,
	a: Alea,
): Correspondance | undefined {
	const [officielle, relue] = [a.chance(0.6), a.chance(0.5)];
	if (!officielle && !relue) return undefined;
	return {
		...ids,
		...(relue && { reluLe: `2026-0${a.entier(1, 9)}-1${a.entier(0, 9)}`, relecteur: 'rédaction' }),
		...(officielle && {
			blocs: {
				source: {
					intitule: `Arrêté de spécialité de ${ids.vers.toUpperCase().replace('-', ' ')}`,
					nature: 'officielle',
				},
				article: 'article 3',
				liens: liensBlocs(anciens, revision),
			},
		}),
		...(relue && { competences: lectures(anciens, revision) }),
	};
}

/** One reading per origin, one per competence without successor, one per new competence. */
function lectures(anciens: readonly BlocEcrit[], { blocs, sansSuite }: Revision): Lecture[] {
	const [idsDe, idsVers] = [idsBlocs(anciens), idsBlocs(blocs)];
	const id = (ids: string[], [b, c]: Place) => `${ids[b]}/c${c + 1}`;
	const ancien = ([b, c]: Place) => anciens[b]?.competences[c]?.libelle ?? '';
	const recent = ([b, c]: Place) => blocs[b]?.competences[c]?.libelle ?? '';
	const lecture = (nature: Nature, de: Place[], vers: Place[]): Lecture => ({
		de: de.map((p) => id(idsDe, p)),
		vers: vers.map((p) => id(idsVers, p)),
		nature,
		statut: 'relue',
		motif: MOTIFS[nature],
		empreinte: empreinteDeLecture(de.map(ancien), vers.map(recent)),
	});
	const places = blocs.flatMap(({ competences }, b) =>
		competences.map(({ origine }, c) => ({ origine, place: [b, c] as Place })),
	);
	const parOrigine = Map.groupBy(places, ({ origine }) => origine);
	const nouvelles = parOrigine.get(undefined) ?? [];
	parOrigine.delete(undefined);
	return [
		...[...parOrigine].flatMap(([origine, vers]) => {
			const siennes = vers.map(({ place }) => place);
			return origine ? lecture(origine.nature, origine.de, siennes) : [];
		}),
		...sansSuite.map((place) => lecture('sans-suite', [place], [])),
		...nouvelles.map(({ place }) => lecture('nouvelle', [], [place])),
	];
}
