import { couper } from './description.ts';
import { statutEnBref } from './statut.ts';
import { aDesLibelles, type Bloc, type Competence, nomBloc, nomVersion, type Version } from './version.ts';

/** Browsers and search engines cut a title beyond about 70 characters; the name of the site takes nine of them. */
const LONGUEUR = 61;

/** Title of a page for tabs and search results: what tells the page from the others first, and never cut by others. */
export const onglet = (titre: string): string => `${couper(titre, LONGUEUR)} — Lignée`;

/** A version that another one replaces says so in its title; what the page holds is said where there is room. */
export const ongletVersion = (version: Version, versions: ReadonlyMap<string, Version>): string => {
	const nom = `${nomVersion(version)} (${statutEnBref(version, versions)})`;
	const entier = `${nom} : ${aDesLibelles(version) ? 'CCP et compétences' : 'ce que l’on en sait'}`;
	return entier.length <= LONGUEUR ? entier : nom;
};

export const ongletBloc = (bloc: Bloc, version: Version): string =>
	`${nomVersion(version)}, ${nomBloc(bloc)} : ${bloc.usuel}`;

export const ongletCompetence = (competence: Competence, bloc: Bloc, version: Version): string =>
	`${nomVersion(version)}, ${nomBloc(bloc)}, compétence ${competence.rang} : ${competence.libelle}`;
