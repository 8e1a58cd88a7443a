import type { TypeBloc } from '../../schemas/bloc.ts';
import type { VersionConnue } from '../../schemas/version.ts';
import { type Probleme, probleme } from '../probleme.ts';

type Situes = Pick<VersionConnue, 'epreuves' | 'fiches'> & {
	blocs: readonly { type: TypeBloc; competences: readonly string[] }[];
};

/** Exams and sheets name blocs and competences that their version has. */
export function placesDesBlocs(
	fiche: Parameters<typeof probleme>[0],
	{ blocs, epreuves = [], fiches = [] }: Situes,
	chemin: readonly PropertyKey[] = [],
): Probleme[] {
	const tailles = new Map(
		blocs.map(({ type, competences }, i) => [
			`${type}-${blocs.slice(0, i + 1).filter((b) => b.type === type).length}`,
			competences.length,
		]),
	);
	const connus = [...tailles.keys()].join(', ') || '(aucun)';
	return [
		...epreuves.flatMap(({ pour }, i) =>
			pour === 'titre' || tailles.has(pour)
				? []
				: [
						probleme(
							fiche,
							[...chemin, 'epreuves', i, 'pour'],
							`cette version n’a pas de bloc « ${pour} » ; « titre », ou l’un de : ${connus}`,
						),
					],
		),
		...fiches.flatMap(({ competence }, i) => {
			if (fiches.findIndex((autre) => autre.competence === competence) < i)
				return [
					probleme(
						fiche,
						[...chemin, 'fiches', i, 'competence'],
						`« ${competence} » a deux fiches ; n’en garder qu’une`,
					),
				];
			const [bloc = '', rang = ''] = competence.split('/c');
			return Number(rang) >= 1 && Number(rang) <= (tailles.get(bloc) ?? 0)
				? []
				: [
						probleme(
							fiche,
							[...chemin, 'fiches', i, 'competence'],
							`cette version n’a pas de compétence « ${competence} » ; ses blocs : ${connus}`,
						),
					];
		}),
	];
}
