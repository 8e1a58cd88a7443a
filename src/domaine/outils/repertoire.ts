import type { LienBlocs } from '../comparaison/comparaison.ts';
import type { Etat } from '../etat.ts';
import { estDouteux } from '../fait.ts';
import { certitudeLibelles } from '../profondeur.ts';
import { compter, type Profondeur, type Version } from '../version.ts';

/** The index that the tools load first: enough to find a version, name it and say if it counts today. */
export interface EntreeRepertoire {
	id: string;
	sigle: string;
	sigleDeNotreFait?: true | undefined;
	annee: string;
	usuel: string;
	etat: Etat['cle'];
	/** Day on which it was in force, for those that are. */
	etatAu?: string | undefined;
	/** True where only a secondary source says so. */
	aVerifier?: true | undefined;
	detenue: boolean;
	profondeur: Profondeur;
	/** True where its labels come from a secondary source only. */
	libellesAVerifier?: true | undefined;
	lignee?: string | undefined;
	/** TP and RNCP codes, by which advisers look for a title. */
	codes: string[];
	/** TP and RNCP codes of secondary source: searched, never printed. */
	codesAVerifier?: string[] | undefined;
	/** CCP and CCS whose names are known. */
	blocs: number;
	competences: number;
	/** Newer versions to which a text maps its blocs. */
	textes: string[];
	/** Newer versions with which it has a page of comparison. */
	pages: string[];
	/** Those of them that no succession leads to: the two are compared, neither becomes the other. */
	voisines?: string[] | undefined;
	/** The file that holds it and its comparisons, where few are published. */
	paquet?: number | undefined;
}

/** `/outils/repertoire.json`: every version, oldest first. The one file that grows with the catalogue. */
export interface Repertoire {
	versions: EntreeRepertoire[];
}

/** A comparison that has a page, as far as the index is concerned. */
interface Paire {
	de: string;
	vers: string;
	blocs: readonly LienBlocs[];
	/** True where no succession joins the two. */
	ailleurs?: boolean;
}

/**
 * The index of the tools.
 * @param versions oldest first
 * @param paires every comparison that has a page
 */
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
				etat: v.etat.cle,
				etatAu: v.etat.cle === 'en-vigueur' || v.etat.cle === 'a-venir' ? v.etat.etatAu : undefined,
				aVerifier: v.etat.aVerifier || undefined,
				detenue: v.detenue,
				profondeur: v.profondeur,
				libellesAVerifier: (v.blocs.length > 0 && certitudeLibelles(v) === 'secondaire') || undefined,
				lignee: v.lignee,
				codes: codes(v, false),
				codesAVerifier: douteux.length ? douteux : undefined,
				blocs: v.blocs.length,
				competences: compter(v),
				textes: siennes.filter(({ blocs }) => blocs.length > 0).map(({ vers }) => vers),
				pages: siennes.map(({ vers }) => vers),
				voisines: voisines.length > 0 ? voisines : undefined,
			};
		}),
	};
}

/** TP and RNCP codes, those of secondary sources apart. */
const codes = ({ codes: tous, sources }: Version, douteux: boolean): string[] =>
	tous
		.filter(({ type, source }) => (type === 'TP' || type === 'RNCP') && estDouteux(source, sources) === douteux)
		.map(({ valeur }) => valeur);
