import type { Comparaison, Entree, Parente } from '../../schemas/donnees/comparaison.ts';
import { idRelatif } from '../identifiant.ts';

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
