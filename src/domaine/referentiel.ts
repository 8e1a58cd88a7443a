import { type Competence, type Bloc as Entier, nomBloc } from './version.ts';

/** A bloc without the fields that only pages use. */
export type Bloc = Omit<Entier, 'usuel' | 'competences'> & { usuel?: string; competences: readonly Competence[] };

/** Blocs and competences of one version, in document order: all that a comparison needs. */
export type Referentiel = { id: string; sigle: string; blocs: readonly Bloc[] };

export type CompetenceSituee = { competence: Competence; bloc: Bloc };

/** « CCP 1, compétence 3 ». */
export const place = ({ competence, bloc }: CompetenceSituee): string =>
	`${nomBloc(bloc)}, compétence ${competence.rang}`;

export const competences = (r: Referentiel): Competence[] => r.blocs.flatMap((bloc) => bloc.competences);

/** Competences of a version by full id, with their bloc. */
export const parId = (r: Referentiel): Map<string, CompetenceSituee> =>
	new Map(r.blocs.flatMap((bloc) => bloc.competences.map((competence) => [competence.id, { competence, bloc }])));
