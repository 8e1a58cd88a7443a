import { regrouper } from '../regrouper.ts';
import type { Comparaison, Parente } from './comparaison.ts';

/** Whether a parenté is claimed: a machine may only observe that there could be one. */
export const affirmee = ({ statut }: Pick<Parente, 'statut'>): boolean => statut !== 'a-verifier';

/** The parentés of a comparison by each competence that they name, on either side: those that are claimed. */
export const parentesDe = ({ parentes }: Pick<Comparaison, 'parentes'>): ReadonlyMap<string, Parente[]> =>
	parCompetence(parentes.filter(affirmee));

/** Those that a machine observed and nobody claims. */
export const parentesPossibles = ({ parentes }: Pick<Comparaison, 'parentes'>): ReadonlyMap<string, Parente[]> =>
	parCompetence(parentes.filter((parente) => !affirmee(parente)));

/** Parentés by each competence that they name, whoever says them. */
export const parCompetence = (parentes: readonly Parente[]): ReadonlyMap<string, Parente[]> =>
	regrouper(parentes, ({ de, vers }) => [de, vers]);

/** Competences that a claimed entry joins to the other side. */
export const jointesDe = ({ competences }: Pick<Comparaison, 'competences'>): ReadonlySet<string> =>
	new Set(competences.flatMap((e) => (e.nature !== null && e.de.length && e.vers.length ? [...e.de, ...e.vers] : [])));
