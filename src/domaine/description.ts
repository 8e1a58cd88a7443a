import { etatEnBref } from './etat.ts';
import { direContenu } from './profondeur.ts';
import { avecArticle } from './texte/phrase.ts';
import { aDesLibelles, type Bloc, type Competence, motsDuTitre, nomBloc, nomVersion, type Version } from './version.ts';
import { compte } from './vocabulaire.ts';

/** Length in characters at which search engines cut a description. */
const LONGUEUR = 160;
/** Browsers and search engines cut a title after about 70 characters, nine of which are the name of the site. */
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
 * Meta description of a competence's page. Its place comes first, since several versions may have the same label. The
 * final stop of the label is removed, so that the next sentence is not read as part of the label.
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

/**
 * Cuts a text at a word, with an ellipsis.
 * @param longueur maximum length in characters
 */
export function couper(texte: string, longueur = LONGUEUR): string {
	const serre = texte.replace(/\s+/g, ' ').trim();
	if (serre.length <= longueur) return serre;
	return `${serre.slice(0, longueur - 1).replace(/[\s,;:]+\S*$/, '')}…`;
}

/** Title of a page for tabs and search results: what identifies the page comes first. */
export const onglet = (titre: string): string => `${couper(titre, LONGUEUR_ONGLET)} — Lignée`;

/** Title of a version's page: its name and state, then what the page holds if there is room. */
export const ongletVersion = (version: Version, versions: ReadonlyMap<string, Version>): string => {
	const nom = `${nomVersion(version)} (${etatEnBref(version, versions)})`;
	const entier = `${nom} : ${aDesLibelles(version) ? 'CCP et compétences' : 'ce que l’on en sait'}`;
	return entier.length <= LONGUEUR_ONGLET ? entier : nom;
};
