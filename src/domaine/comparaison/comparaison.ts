import type { Comparaison, Entree, Parente } from '../../schemas/donnees/comparaison.ts';
import { idRelatif } from '../identifiant.ts';
import { regrouper } from '../regrouper.ts';

/** The domain compares in the form that the site publishes: its types are inferred from the published schema. */
export type {
	Candidat,
	Comparaison,
	Entree,
	LienBlocs,
	Observation,
	Parente,
} from '../../schemas/donnees/comparaison.ts';

/** A comparison of two versions as lookups read it: its entries and its claimed parentés, by each competence that they name. */
export type ComparaisonIndexee = {
	de: { id: string };
	vers: { id: string };
	entrees: ReadonlyMap<string, Entree>;
	parentes: ReadonlyMap<string, readonly Parente[]>;
};

/** The one entry that holds each competence, of either side. */
export const entreesParId = ({ competences }: Pick<Comparaison, 'competences'>): ReadonlyMap<string, Entree> =>
	new Map(competences.flatMap((e) => [...e.de, ...e.vers].map((id) => [id, e])));

/** Anchor of an entry on the page of its comparison: from its first competence, so that it outlives a new reading. */
export const ancreEntree = ({ de, vers }: Pick<Entree, 'de' | 'vers'>): string => {
	const [premiere, cote] = de[0] ? [de[0], 'de'] : [vers[0] ?? '', 'vers'];
	return `${cote}-${idRelatif(premiere).replace('/', '-')}`;
};

/** Whether a parenté is claimed: a machine may only observe that there could be one. */
export const affirmee = ({ statut }: Pick<Parente, 'statut'>): boolean => statut !== 'a-verifier';

/** The parentés of a comparison by each competence that they name, on either side: those that are claimed. */
export const parentesDe = ({ parentes }: Pick<Comparaison, 'parentes'>): ReadonlyMap<string, Parente[]> =>
	parCompetence(parentes.filter(affirmee));

/** Parentés by each competence that they name, whoever says them. */
export const parCompetence = (parentes: readonly Parente[]): ReadonlyMap<string, Parente[]> =>
	regrouper(parentes, ({ de, vers }) => [de, vers]);

/** Competences that a claimed entry joins to the other side. */
const jointesDe = ({ competences }: Pick<Comparaison, 'competences'>): ReadonlySet<string> =>
	new Set(competences.flatMap((e) => (e.nature !== null && e.de.length && e.vers.length ? [...e.de, ...e.vers] : [])));

/** What the views of a comparison ask of a competence: its one entry, its kin, whether an entry joins it. */
export const reperer = (comparaison: Comparaison) => ({
	entrees: entreesParId(comparaison),
	parentes: parentesDe(comparaison),
	/** The kin that a machine observed and nobody claims. */
	possibles: parCompetence(comparaison.parentes.filter((parente) => !affirmee(parente))),
	jointes: jointesDe(comparaison),
	/** What texts say of the blocs. */
	liens: comparaison.blocs,
});
export type Reperes = ReturnType<typeof reperer>;
