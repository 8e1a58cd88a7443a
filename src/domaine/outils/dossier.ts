import type { Succession } from '../../schemas/lignee.ts';
import type { Comparaison, LienBlocs } from '../comparaison/comparaison.ts';
import type { Version } from '../version.ts';

/** `/outils/versions/<id>.json`: what the tools reason on for one version, held or only known. */
export interface Dossier
	extends Omit<Version, 'reparations' | 'attributions' | 'sources' | 'ajouteeLe' | 'changements'> {
	/** Sources of its facts, without the documents. */
	sources: Record<string, { intitule: string; nature: Version['sources'][string]['nature'] }>;
	/** The texts that say what became of its blocs, each with the newer version that it maps them to. */
	textes: Texte[];
	/** Versions that follow it, with what is known of each step. */
	successions: Pick<Succession, 'vers' | 'nature' | 'motif'>[];
}

/** `/outils/paquets/<n>.json`, where few files are published: versions, and their comparisons with newer ones. */
export interface Dossiers {
	versions: Record<string, Dossier>;
	/** By the ids of both, the older first: `tsgri-2003--tsgeri-2008`. */
	comparaisons: Record<string, Comparaison>;
}

/** The official map of the blocs of one version to those of a newer one; « Néant » is a link to nothing. */
export interface Texte {
	vers: string;
	liens: LienBlocs[];
}

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
