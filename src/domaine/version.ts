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
	/** Title for headings: the same in ordinary capitals where an editor gave it. */
	usuel: string;
	/** Empty where only the bloc's title is known. */
	competences: Competence[];
	/** Its code at the RNCP, `RNCP31115BC01`, with its source. */
	code?: VersionConnue['blocs'][number]['code'];
	/** Source of its title and labels, where the version's documents do not carry them. */
	source?: CleSource | undefined;
	/** How sure its title and labels are. */
	certitude: Certitude;
}

/**
 * What the catalogue holds of a version: its whole `texte`, the `libelles` of its competences from a source that is
 * not the text, or `faits` only. What a depth lacks is unknown, never absent.
 */
export type Profondeur = 'texte' | 'libelles' | 'faits';

/** A competence that stands apart from every bloc: `tssr-2023/transversales/c1`. */
export interface Transversale extends Competence {
	source: CleSource;
	certitude: Certitude;
}

/** One state of a title's referential, held or only known. */
export interface Version
	extends Omit<VersionConnue, 'usuel' | 'blocs' | 'transversales'>,
		Pick<VersionDetenue, 'sources' | 'regles' | 'aucune' | 'reparations' | 'attributions'> {
	annee: string;
	usuel: string;
	/** True where the version has a file of its own in the catalogue. */
	detenue: boolean;
	profondeur: Profondeur;
	lignee?: string | undefined;
	etat: Etat;
	blocs: Bloc[];
	transversales: Transversale[];
}

/** What a title and a version are called by. */
export type Nommee = Pick<Version, 'sigle' | 'sigleDeNotreFait' | 'annee' | 'usuel'>;

/** A sigle of ours that only stands for a number: `RNCP2999-AVANT`, of a fiche that nothing dates. */
const SANS_DATE = /^(RNCP\d+)-(AVANT|APRES)$/u;
/** The number that a sigle of ours ends with, where two titles have the same words and year. */
const NUMERO = /-(RNCP\d+)$/u;

/** How a title is called: by its sigle or, where no document prints one, by its words. */
export function nomTitre({ sigle, sigleDeNotreFait, usuel }: Omit<Nommee, 'annee'>): string {
	if (!sigleDeNotreFait) return sigle;
	const [, sansDate] = SANS_DATE.exec(sigle) ?? [];
	const [, numero] = NUMERO.exec(sigle) ?? [];
	return sansDate ?? (numero ? `${usuel} (${numero})` : usuel);
}

/** How a version is called in running text: « TSGRI 2003 », « Relieur 2018 », « RNCP2999, avant 2021 ». */
export function nomVersion(version: Nommee): string {
	const [, , quand] = (version.sigleDeNotreFait && SANS_DATE.exec(version.sigle)) || [];
	return `${nomTitre(version)}${quand ? `, ${quand === 'AVANT' ? 'avant' : 'après'}` : ''} ${version.annee}`;
}

/** The same, said beside another version: those of one title that is called by its words are told by their year. */
export const nomDepuis = (version: Nommee, depuis: Nommee): string =>
	version.sigleDeNotreFait && nomTitre(version) === nomTitre(depuis) && version.annee !== depuis.annee
		? `version de ${version.annee}`
		: nomVersion(version);

/** The names of two versions that are compared. */
export const nomsDePaire = (de: Nommee, vers: Nommee): [string, string] => [nomDepuis(de, vers), nomDepuis(vers, de)];

/** Both in one name: « TSSR 2018 et TSSR 2023 », « Relieur, versions de 2018 et de 2023 ». */
export const nomPaire = (de: Nommee, vers: Nommee): string =>
	nomDepuis(de, vers) === nomVersion(de)
		? `${nomVersion(de)} et ${nomVersion(vers)}`
		: `${nomTitre(de)}, versions de ${de.annee} et de ${vers.annee}`;

export const paireComparee = (de: Nommee, vers: Nommee): string =>
	`${nomPaire(de, vers)} ${nomDepuis(de, vers) === nomVersion(de) ? 'comparés' : 'comparées'}`;

/** The words of a title, where the name of its version does not say them. */
export const motsDuTitre = (titre: Omit<Nommee, 'annee'>): string | undefined =>
	nomTitre(titre).startsWith(titre.usuel) ? undefined : titre.usuel;

/** How a bloc is called beside its title: « CCP 1 ». */
export const nomBloc = ({ type, rang }: Pick<Bloc, 'type' | 'rang'>): string => `${type.toUpperCase()} ${rang}`;

/** A version, a bloc, a competence by their full names: in titles, tabs and citations. */
export const titreVersion = (version: Nommee): string =>
	[nomVersion(version), motsDuTitre(version) ?? []].flat().join(', ');
/** Name of a bloc for a tab or a citation, after that of its version. */
export const titreBloc = (bloc: Bloc, version: Version): string =>
	`${nomVersion(version)}, ${nomBloc(bloc)} : ${bloc.usuel}`;
/** Name of a competence for a tab or a citation, after its place. */
export const titreCompetence = (competence: Competence, bloc: Bloc, version: Version): string =>
	`${nomVersion(version)}, ${nomBloc(bloc)}, compétence ${competence.rang} : ${competence.libelle}`;

/** A bloc as a file of the catalogue writes it. */
type BlocEcrit = Pick<Bloc, 'type' | 'intitule' | 'code' | 'source'> & {
	usuel?: string | undefined;
	competences?: readonly string[];
};

/**
 * Blocs with the ids that follow from their order.
 * @param certitude of those that cite no source of their own: that of the version's documents
 * @param sources that the others cite
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

/** Transversal competences with their ids. */
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

/** True where the labels of its competences are known: it is compared, searched and measured like any other. */
export const aDesLibelles = ({ blocs }: { blocs: readonly { competences: readonly unknown[] }[] }): boolean =>
	blocs.some(({ competences }) => competences.length > 0);

/** Number of competences of a version, CCS included. */
export const compter = ({ blocs }: Pick<Version, 'blocs'>): number =>
	blocs.reduce((total, bloc) => total + bloc.competences.length, 0);

/** Oldest first; where no source dates a version, its year stands for the date. */
export const parAge = (a: Version, b: Version): number =>
	(a.debut?.valeur ?? a.annee).localeCompare(b.debut?.valeur ?? b.annee) || a.id.localeCompare(b.id);

/** Versions by the address of their title, `tssr`, oldest first; an address that a version has is left to it. */
export function versionsDuSigle(versions: readonly Version[]): Map<string, Version[]> {
	const ids = new Set(versions.map(({ id }) => id));
	const parSigle = Map.groupBy(versions, ({ sigle }) => sigle.toLowerCase());
	return new Map([...parSigle].filter(([sigle]) => !ids.has(sigle)));
}
