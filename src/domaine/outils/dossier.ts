import type { EtatPublie } from '../../schemas/donnees/rncp.ts';
import type { Succession } from '../../schemas/lignee.ts';
import { inscriptions } from '../code.ts';
import type { Comparaison, LienBlocs } from '../comparaison/comparaison.ts';
import type { EtatCourt } from '../etat.ts';
import { publierEtat } from '../exports/rncp.ts';
import { estDouteux } from '../fait.ts';
import { certitudeLibelles } from '../profondeur.ts';
import { compter, type Nommee, type Version } from '../version.ts';

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

/** A version in the index that the tools load first: enough to find it, name it and tell its state. */
export interface EntreeRepertoire extends Nommee, Pick<Version, 'id' | 'profondeur' | 'lignee'> {
	/** Its day is left out if the version has ended. */
	etat: EtatCourt;
	/** Whether its labels come from a secondary source only. */
	libellesAVerifier?: true | undefined;
	/** TP and RNCP codes, by which advisers look for a title. */
	codes: string[];
	/** TP and RNCP codes from a secondary source: searched, never printed. */
	codesAVerifier?: string[] | undefined;
	/** What the index of codes would say of it, if it has none. */
	sansCode?: EtatPublie | undefined;
	/** Number of known CCP and CCS. */
	blocs: number;
	competences: number;
	/** Newer versions to which an official text maps its blocs. */
	textes: string[];
	/** Newer versions with which its comparison has a page. */
	pages: string[];
	/** Those of `pages` that no succession leads to: neither version becomes the other. */
	voisines?: string[] | undefined;
	/** Number of the file that holds it and its comparisons, on a host that counts files. */
	paquet?: number | undefined;
}

/** `/outils/repertoire.json`: every version, oldest first. The only file of the tools that grows with the catalogue. */
export type Repertoire = { versions: EntreeRepertoire[] };

/** The fields of a comparison that the index needs. */
interface Paire {
	de: string;
	vers: string;
	blocs: readonly LienBlocs[];
	/** Whether no succession joins the two versions. */
	ailleurs?: boolean;
}

/** Builds the index of the tools. @param versions oldest first @param paires every comparison that has a page */
export function repertoire(versions: readonly Version[], paires: readonly Paire[]): Repertoire {
	const depuis = Map.groupBy(paires, ({ de }) => de);
	return {
		versions: versions.map((v) => {
			const siennes = depuis.get(v.id) ?? [];
			const douteux = codes(v, true);
			const voisines = siennes.filter(({ ailleurs }) => ailleurs).map(({ vers }) => vers);
			return {
				id: v.id,
				sigle: v.sigle,
				sigleDeNotreFait: v.sigleDeNotreFait,
				annee: v.annee,
				usuel: v.usuel,
				etat: {
					cle: v.etat.cle,
					etatAu: v.etat.cle === 'remplacee' || v.etat.cle === 'terminee' ? undefined : v.etat.etatAu,
					aVerifier: v.etat.aVerifier || undefined,
				},
				profondeur: v.profondeur,
				libellesAVerifier: (v.blocs.length > 0 && certitudeLibelles(v) === 'secondaire') || undefined,
				lignee: v.lignee,
				codes: codes(v, false),
				codesAVerifier: douteux.length ? douteux : undefined,
				sansCode: inscriptions([v]).length ? undefined : publierEtat(v),
				blocs: v.blocs.length,
				competences: compter(v),
				textes: siennes.filter(({ blocs }) => blocs.length > 0).map(({ vers }) => vers),
				pages: siennes.map(({ vers }) => vers),
				voisines: voisines.length > 0 ? voisines : undefined,
			};
		}),
	};
}

/** TP and RNCP codes: those of secondary sources, or the others. */
const codes = ({ codes: tous, sources }: Version, douteux: boolean): string[] =>
	tous
		.filter(({ type, source }) => (type === 'TP' || type === 'RNCP') && estDouteux(source, sources) === douteux)
		.map(({ valeur }) => valeur);
