import type { Succession } from '../../schemas/lignee.ts';
import type { Comparaison, LienBlocs } from '../comparaison/comparaison.ts';
import type { Version } from '../version.ts';

/** `/outils/versions/<id>.json`: data of one version for the browser tools. */
export interface Dossier
	extends Omit<Version, 'reparations' | 'attributions' | 'sources' | 'ajouteeLe' | 'changements'> {
	/** Sources of its facts, without documents. */
	sources: Record<string, { intitule: string; nature: Version['sources'][string]['nature'] }>;
	/** Official maps of its blocs, each to one newer version. */
	textes: Texte[];
	/** Successions that start from it. */
	successions: Pick<Succession, 'vers' | 'nature' | 'motif'>[];
}

/** `/outils/paquets/<n>.json`, on a host that counts files: versions, and their comparisons with newer ones. */
export interface Dossiers {
	versions: Record<string, Dossier>;
	/** Comparisons by the ids of both versions, older first: `tsgri-2003--tsgeri-2008`. */
	comparaisons: Record<string, Comparaison>;
}

/** The official map of the blocs of one version to those of a newer one. « Néant » is a link with an empty `vers`. */
export type Texte = { vers: string; liens: LienBlocs[] };

export function dossier(
	version: Version,
	paires: readonly { de: string; vers: string; blocs: readonly LienBlocs[] }[],
	successions: readonly Succession[],
): Dossier {
	const { reparations: _, attributions: __, ajouteeLe: ___, changements: ____, sources, ...faits } = version;
	return {
		...faits,
		sources: Object.fromEntries(
			Object.entries(sources).map(([cle, { intitule, nature }]) => [cle, { intitule, nature }]),
		),
		textes: paires
			.filter(({ de, blocs }) => de === version.id && blocs.length > 0)
			.map(({ vers, blocs }) => ({ vers, liens: [...blocs] })),
		successions: successions
			.filter(({ de }) => de === version.id)
			.map(({ vers, nature, motif }) => ({ vers, nature, motif })),
	};
}
