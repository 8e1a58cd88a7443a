import type { Entree } from '../../schemas/donnees/comparaison.ts';
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

/** Anchor of an entry on the page of its comparison: from its first competence, so that it outlives a new reading. */
export const ancreEntree = ({ de, vers }: Pick<Entree, 'de' | 'vers'>): string => {
	const [premiere, cote] = de[0] ? [de[0], 'de'] : [vers[0] ?? '', 'vers'];
	return `${cote}-${idRelatif(premiere).replace('/', '-')}`;
};
