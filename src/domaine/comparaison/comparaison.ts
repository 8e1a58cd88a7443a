/** What the domain compares is what the site publishes: its types are those of the published schema. */
export type {
	Candidat,
	Comparaison,
	Entree,
	LienBlocs,
	Observation,
	Parente,
} from '../../schemas/donnees/comparaison.ts';
