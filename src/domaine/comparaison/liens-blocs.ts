import type { Correspondance } from '../../schemas/correspondance.ts';
import { idComplet } from '../identifiant.ts';
import type { LienBlocs } from './comparaison.ts';

/** Citation of the text that maps the blocs, article included. */
export const citation = ({ source, article }: NonNullable<Correspondance['blocs']>): string =>
	`${source.intitule}, ${article}`;

/** Official correspondences of blocs in a file, with full ids; empty if it has none. */
export const liensBlocs = (correspondance: Correspondance | undefined): LienBlocs[] => {
	const blocs = correspondance?.blocs;
	if (!correspondance || !blocs) return [];
	return blocs.liens.map((lien) => ({
		de: lien.de.map((id) => idComplet(correspondance.de, id)),
		vers: lien.vers.map((id) => idComplet(correspondance.vers, id)),
		statut: 'officielle',
		source: citation(blocs),
	}));
};
