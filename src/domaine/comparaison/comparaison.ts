import type { Comparaison, Entree, Parente } from '../../schemas/donnees/comparaison.ts';
import { idRelatif } from '../identifiant.ts';
import { regrouper } from '../regrouper.ts';

/**
 * A comparison has the same form in the domain as in the published data: types are inferred from the published schema.
 */
export type {
	Candidat,
	Comparaison,
	Entree,
	LienBlocs,
	Observation,
	Parente,
} from '../../schemas/donnees/comparaison.ts';

/** A comparison indexed by competence: its entries, and the parentés that are claimed. */
export type ComparaisonIndexee = {
	de: { id: string };
	vers: { id: string };
	entrees: ReadonlyMap<string, Entree>;
	parentes: ReadonlyMap<string, readonly Parente[]>;
};

/** The entry of each competence of either side. */
export const entreesParId = ({ competences }: Pick<Comparaison, 'competences'>): ReadonlyMap<string, Entree> =>
	new Map(competences.flatMap((e) => [...e.de, ...e.vers].map((id) => [id, e])));

/**
 * Anchor of an entry on the page of its comparison. Made from its first competence: a new reading seldom changes it.
 */
export const ancreEntree = ({ de, vers }: Pick<Entree, 'de' | 'vers'>): string => {
	const [premiere, cote] = de[0] ? [de[0], 'de'] : [vers[0] ?? '', 'vers'];
	return `${cote}-${idRelatif(premiere).replace('/', '-')}`;
};

/** Whether a parenté is claimed. With `a-verifier`, the alignment only observed that there could be one. */
export const affirmee = ({ statut }: Pick<Parente, 'statut'>): boolean => statut !== 'a-verifier';

/** Claimed parentés, by each competence that they name. */
export const parentesDe = ({ parentes }: Pick<Comparaison, 'parentes'>): ReadonlyMap<string, Parente[]> =>
	parCompetence(parentes.filter(affirmee));

/** Parentés by each competence that they name, claimed or not. */
export const parCompetence = (parentes: readonly Parente[]): ReadonlyMap<string, Parente[]> =>
	regrouper(parentes, ({ de, vers }) => [de, vers]);

/** Competences that a claimed entry joins to the other side. */
const jointesDe = ({ competences }: Pick<Comparaison, 'competences'>): ReadonlySet<string> =>
	new Set(competences.flatMap((e) => (e.nature !== null && e.de.length && e.vers.length ? [...e.de, ...e.vers] : [])));

/** Indexes of a comparison that its views need. */
export const reperer = (comparaison: Comparaison) => ({
	entrees: entreesParId(comparaison),
	parentes: parentesDe(comparaison),
	/** Parentés that the alignment observed and nobody claims. */
	possibles: parCompetence(comparaison.parentes.filter((parente) => !affirmee(parente))),
	jointes: jointesDe(comparaison),
	/** Official correspondences of the blocs. */
	liens: comparaison.blocs,
});
export type Reperes = ReturnType<typeof reperer>;
