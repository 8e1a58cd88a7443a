import type { Competence, Bloc as Entier } from './version.ts';

/** A bloc as the domain reasons on it: what it is called on a page is not needed. */
export type Bloc = Omit<Entier, 'usuel' | 'competences'> & { usuel?: string; competences: readonly Competence[] };

/** Blocs and competences of one version, in the order of its document: all that the domain needs to compare it. */
export type Referentiel = { id: string; sigle: string; blocs: readonly Bloc[] };

export type CompetenceSituee = { competence: Competence; bloc: Bloc };

export const competences = (r: Referentiel): Competence[] => r.blocs.flatMap((bloc) => bloc.competences);

/** Every competence of a version by its full id, with its bloc. */
export const parId = (r: Referentiel): Map<string, CompetenceSituee> =>
	new Map(r.blocs.flatMap((bloc) => bloc.competences.map((competence) => [competence.id, { competence, bloc }])));
