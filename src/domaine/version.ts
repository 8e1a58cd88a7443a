import type { TypeBloc } from '../schemas/bloc.ts';
import type { VersionConnue, VersionDetenue } from '../schemas/version.ts';
import type { Etat } from './statut.ts';

/** A competence of a bloc, with its label word for word. */
export interface Competence {
	/** `tsgri-2003/ccp-1/c3` */
	id: string;
	/** From 1, in printed order. */
	rang: number;
	libelle: string;
}

/** A CCP or a CCS. */
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
}

/** One state of a title's referential, held or only known. */
export interface Version
	extends Pick<
		VersionConnue,
		| 'niveau'
		| 'nsf'
		| 'rome'
		| 'codes'
		| 'debut'
		| 'fin'
		| 'epreuves'
		| 'evolution'
		| 'fiches'
		| 'remarques'
		| 'ajouteeLe'
		| 'changements'
	> {
	/** `tsgri-2003` */
	id: string;
	sigle: string;
	annee: string;
	/** Title word for word. */
	intitule: string;
	usuel: string;
	/** True where the text of the referential is in the catalogue. */
	detenue: boolean;
	lignee?: string | undefined;
	etat: Etat;
	sources: VersionDetenue['sources'];
	blocs: Bloc[];
	regles: VersionDetenue['regles'];
	reparations: VersionDetenue['reparations'];
	attributions: VersionDetenue['attributions'];
}

/** How a version is called in running text: « TSGRI 2003 ». */
export const nomVersion = ({ sigle, annee }: Pick<Version, 'sigle' | 'annee'>): string => `${sigle} ${annee}`;

/** How a bloc is called beside its title: « CCP 1 ». */
export const nomBloc = ({ type, rang }: Pick<Bloc, 'type' | 'rang'>): string => `${type.toUpperCase()} ${rang}`;

/** Blocs with the ids that follow from their order. */
export function numeroter(
	version: string,
	blocs: readonly { type: TypeBloc; intitule: string; usuel?: string | undefined; competences?: readonly string[] }[],
): Bloc[] {
	const rangs: Record<TypeBloc, number> = { ccp: 0, ccs: 0 };
	return blocs.map(({ type, intitule, usuel, competences = [] }) => {
		rangs[type] += 1;
		const id = `${version}/${type}-${rangs[type]}`;
		return {
			id,
			type,
			rang: rangs[type],
			intitule,
			usuel: usuel ?? intitule,
			competences: competences.map((libelle, i) => ({ id: `${id}/c${i + 1}`, rang: i + 1, libelle })),
		};
	});
}

/** Number of competences of a version, CCS included. */
export const compter = ({ blocs }: Pick<Version, 'blocs'>): number =>
	blocs.reduce((total, bloc) => total + bloc.competences.length, 0);

/** Oldest first; where no source dates a version, its year stands for the date. */
export const parAge = (a: Version, b: Version): number =>
	(a.debut?.valeur ?? a.annee).localeCompare(b.debut?.valeur ?? b.annee) || a.id.localeCompare(b.id);
