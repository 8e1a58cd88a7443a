import { etatEnBref } from './etat.ts';
import { direContenu } from './profondeur.ts';
import { avecArticle } from './texte/phrase.ts';
import { aDesLibelles, type Bloc, type Competence, motsDuTitre, nomBloc, nomVersion, type Version } from './version.ts';
import { compte } from './vocabulaire.ts';

/** Search engines cut a description beyond about so many characters. */
const LONGUEUR = 160;
/** Browsers and search engines cut a title beyond about 70 characters; the name of the site takes nine of them. */
const LONGUEUR_ONGLET = 61;

export function descriptionVersion(version: Version, versions: ReadonlyMap<string, Version>): string {
	const suite = etatEnBref(version, versions);
	const reste = {
		texte: ', règles et texte officiel complet',
		libelles: ', sans le texte du référentiel',
		faits: ' ; ce que nos sources établissent',
	}[version.profondeur];
	const mots = motsDuTitre(version);
	const contenu = `${direContenu(version)}${reste}`;
	return couper(`Titre professionnel ${nomVersion(version)}, ${suite} : ${contenu}.${mots ? ` ${mots}.` : ''}`);
}

export const descriptionBloc = (bloc: Bloc, version: Version, versions: ReadonlyMap<string, Version>): string =>
	couper(
		`${nomBloc(bloc)} du titre ${nomVersion(version)} (${etatEnBref(version, versions)}), ${compte(bloc.competences.length, 'compétence')} : ${bloc.usuel}.`,
	);

/**
 * Description of a competence's page: its place first, since several versions may print the same label. Some labels
 * have a final stop and some have none: ours ends the sentence, so that what follows is never read as the label's.
 */
export const descriptionCompetence = (
	competence: Competence,
	bloc: Bloc,
	version: Version,
	versions: ReadonlyMap<string, Version>,
): string =>
	couper(
		`Compétence ${competence.rang} du ${nomBloc(bloc)} ${avecArticle('du', nomVersion(version))} (${etatEnBref(version, versions)}) : ${competence.libelle.replace(/\.$/, '')}. D’où elle vient, ce qu’elle devient.`,
	);

/** At most so many characters, cut at a word and marked where it is. */
export function couper(texte: string, longueur = LONGUEUR): string {
	const serre = texte.replace(/\s+/g, ' ').trim();
	if (serre.length <= longueur) return serre;
	return `${serre.slice(0, longueur - 1).replace(/[\s,;:]+\S*$/, '')}…`;
}

/** Title of a page for tabs and search results: what tells the page from the others first, and never cut by others. */
export const onglet = (titre: string): string => `${couper(titre, LONGUEUR_ONGLET)} — Lignée`;

/** A version that another one replaces says so in its title; what the page holds is said where there is room. */
export const ongletVersion = (version: Version, versions: ReadonlyMap<string, Version>): string => {
	const nom = `${nomVersion(version)} (${etatEnBref(version, versions)})`;
	const entier = `${nom} : ${aDesLibelles(version) ? 'CCP et compétences' : 'ce que l’on en sait'}`;
	return entier.length <= LONGUEUR_ONGLET ? entier : nom;
};
