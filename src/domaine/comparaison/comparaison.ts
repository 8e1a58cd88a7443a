/** The domain compares in the form that the site publishes: its types are inferred from the published schema. */
export type {
	Candidat,
	Comparaison,
	Entree,
	LienBlocs,
	Observation,
	Parente,
} from '../../schemas/donnees/comparaison.ts';
