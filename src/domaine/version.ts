import type { TypeBloc } from '../schemas/bloc.ts';
import type { CleSource } from '../schemas/fait.ts';
import type { Certitude, Sources } from '../schemas/source.ts';
import type { VersionConnue, VersionDetenue } from '../schemas/version.ts';
import type { Etat } from './etat.ts';
import { certitudeDe } from './fait.ts';

/** A competence of a bloc, with its label word for word. */
export interface Competence {
	/** `tsgri-2003/ccp-1/c3` */
	id: string;
	/** From 1, in printed order. */
	rang: number;
	libelle: string;
}

export interface Bloc {
	/** `tsgri-2003/ccp-1` */
	id: string;
	type: TypeBloc;
	/** From 1, among the blocs of its type. */
	rang: number;
	/** Title word for word. */
	intitule: string;
	/** Title for headings: in ordinary capitals if an editor gave it, otherwise `intitule`. */
	usuel: string;
	/** Empty if only the bloc's title is known. */
	competences: Competence[];
	/** RNCP code, `RNCP31115BC01`, with its source. */
	code?: VersionConnue['blocs'][number]['code'];
	/** Source of the title and labels, if it is not the documents of the version. */
	source?: CleSource | undefined;
	/** Certainty of the title and labels. */
	certitude: Certitude;
}

/** What the catalogue holds of a version: its text, its labels only, or facts. The rest is unknown, never absent. */
type Profondeur = 'texte' | 'libelles' | 'faits';

/** A competence that belongs to no bloc: `tssr-2023/transversales/c1`. */
export type Transversale = Competence & { source: CleSource; certitude: Certitude };

/** One state of the referential of a title, held or known. */
export interface Version
	extends Omit<VersionConnue, 'usuel' | 'blocs' | 'transversales'>,
		Pick<VersionDetenue, 'sources' | 'regles' | 'aucune' | 'reparations' | 'attributions'> {
	annee: string;
	usuel: string;
	/** Whether the version has its own file in the catalogue. */
	detenue: boolean;
	profondeur: Profondeur;
	lignee?: string | undefined;
	etat: Etat;
	blocs: Bloc[];
	transversales: Transversale[];
}

/** Fields needed to name a title or a version. */
export type Nommee = Pick<Version, 'sigle' | 'sigleDeNotreFait' | 'annee' | 'usuel'>;

/** A sigle of the project made from an RNCP number, for a fiche without date: `RNCP2999-AVANT`. */
const SANS_DATE = /^(RNCP\d+)-(AVANT|APRES)$/u;
/** RNCP number at the end of a sigle of the project, if two titles have the same words and year. */
const NUMERO = /-(RNCP\d+)$/u;

/** Name of a title: its sigle, or its words if no document prints a sigle. */
export function nomTitre({ sigle, sigleDeNotreFait, usuel }: Omit<Nommee, 'annee'>): string {
	if (!sigleDeNotreFait) return sigle;
	const [, sansDate] = SANS_DATE.exec(sigle) ?? [];
	const [, numero] = NUMERO.exec(sigle) ?? [];
	return sansDate ?? (numero ? `${usuel} (${numero})` : usuel);
}

/** Name of a version in running text: « TSGRI 2003 », « Relieur 2018 », « RNCP2999, avant 2021 ». */
export function nomVersion(version: Nommee): string {
	const [, , quand] = (version.sigleDeNotreFait && SANS_DATE.exec(version.sigle)) || [];
	return `${nomTitre(version)}${quand ? `, ${quand === 'AVANT' ? 'avant' : 'après'}` : ''} ${version.annee}`;
}

/** Name of a version beside another one: « version de 2018 » if both have the same words as title. */
export const nomDepuis = (version: Nommee, depuis: Nommee): string =>
	version.sigleDeNotreFait && nomTitre(version) === nomTitre(depuis) && version.annee !== depuis.annee
		? `version de ${version.annee}`
		: nomVersion(version);

export const nomsDePaire = (de: Nommee, vers: Nommee): [string, string] => [nomDepuis(de, vers), nomDepuis(vers, de)];

/** One name for two versions: « TSSR 2018 et TSSR 2023 », « Relieur, versions de 2018 et de 2023 ». */
export const nomPaire = (de: Nommee, vers: Nommee): string =>
	nomDepuis(de, vers) === nomVersion(de)
		? `${nomVersion(de)} et ${nomVersion(vers)}`
		: `${nomTitre(de)}, versions de ${de.annee} et de ${vers.annee}`;

export const paireComparee = (de: Nommee, vers: Nommee): string =>
	`${nomPaire(de, vers)} ${nomDepuis(de, vers) === nomVersion(de) ? 'comparés' : 'comparées'}`;

/** The words of a title; undefined if its name already has them. */
export const motsDuTitre = (titre: Omit<Nommee, 'annee'>): string | undefined =>
	nomTitre(titre).startsWith(titre.usuel) ? undefined : titre.usuel;

/** Name of a bloc beside its title: « CCP 1 ». */
export const nomBloc = ({ type, rang }: Pick<Bloc, 'type' | 'rang'>): string => `${type.toUpperCase()} ${rang}`;

/** Full names of a version, a bloc and a competence, for headings, tabs and citations. */
export const titreVersion = (version: Nommee): string =>
	[nomVersion(version), motsDuTitre(version) ?? []].flat().join(', ');
export const titreBloc = (bloc: Bloc, version: Version): string =>
	`${nomVersion(version)}, ${nomBloc(bloc)} : ${bloc.usuel}`;
export const titreCompetence = (competence: Competence, bloc: Bloc, version: Version): string =>
	`${nomVersion(version)}, ${nomBloc(bloc)}, compétence ${competence.rang} : ${competence.libelle}`;

type BlocEcrit = Pick<Bloc, 'type' | 'intitule' | 'code' | 'source'> & {
	usuel?: string | undefined;
	competences?: readonly string[];
};

/**
 * Blocs with their ids, which depend on their order.
 * @param certitude certainty of blocs without a source of their own
 * @param sources sources that the others cite
 */
export function numeroter(
	version: string,
	blocs: readonly BlocEcrit[],
	certitude: Certitude = 'officielle',
	sources: Sources = {},
): Bloc[] {
	const rangs: Record<TypeBloc, number> = { ccp: 0, ccs: 0 };
	return blocs.map(({ type, intitule, usuel, code, source, competences = [] }) => {
		rangs[type] += 1;
		const id = `${version}/${type}-${rangs[type]}`;
		return {
			id,
			type,
			rang: rangs[type],
			intitule,
			usuel: usuel ?? intitule,
			competences: competences.map((libelle, i) => ({ id: `${id}/c${i + 1}`, rang: i + 1, libelle })),
			...(code && { code }),
			...(source && { source }),
			certitude: source ? certitudeDe(source, sources) : certitude,
		};
	});
}

export const numeroterTransversales = (
	version: string,
	liste: readonly { libelle: string; source: CleSource }[],
	sources: Sources,
): Transversale[] =>
	liste.map(({ libelle, source }, i) => ({
		id: `${version}/transversales/c${i + 1}`,
		rang: i + 1,
		libelle,
		source,
		certitude: certitudeDe(source, sources),
	}));

/** Whether the labels of some competences are known. */
export const aDesLibelles = ({ blocs }: { blocs: readonly { competences: readonly unknown[] }[] }): boolean =>
	blocs.some(({ competences }) => competences.length > 0);

/** Blocs whose competences are unknown, in a version of which others are known. */
export const blocsMuets = <B extends { competences: readonly unknown[] }>({ blocs }: { blocs: readonly B[] }): B[] =>
	aDesLibelles({ blocs }) ? blocs.filter(({ competences }) => competences.length === 0) : [];

/** Number of competences of a version, CCS included. */
export const compter = ({ blocs }: Pick<Version, 'blocs'>): number =>
	blocs.reduce((total, bloc) => total + bloc.competences.length, 0);

/** Compares versions by first day, or by year if it is unknown; oldest first. */
export const parAge = (a: Version, b: Version): number =>
	(a.debut?.valeur ?? a.annee).localeCompare(b.debut?.valeur ?? b.annee) || a.id.localeCompare(b.id);

/** Versions by the lower-case sigle of their title, oldest first. A sigle that is the id of a version is left out. */
export function versionsDuSigle(versions: readonly Version[]): Map<string, Version[]> {
	const ids = new Set(versions.map(({ id }) => id));
	const parSigle = Map.groupBy(versions, ({ sigle }) => sigle.toLowerCase());
	return new Map([...parSigle].filter(([sigle]) => !ids.has(sigle)));
}
