import { affirmee, type Comparaison } from './comparaison/comparaison.ts';
import { direSort, totaux } from './comparaison/totaux.ts';
import { enLettres } from './date.ts';
import { etatEnBref } from './etat.ts';
import { A_VERIFIER } from './fait.ts';
import { direCompetences, direContenu } from './profondeur.ts';
import { avecArticle, enumerer } from './texte/phrase.ts';
import {
	aDesLibelles,
	type Bloc,
	type Competence,
	motsDuTitre,
	nomBloc,
	nomsDePaire,
	nomTitre,
	nomVersion,
	type Version,
} from './version.ts';

/** Length in characters at which search engines cut a description. */
const LONGUEUR = 160;
/** Length in characters at which search engines cut a title. */
const LONGUEUR_ONGLET = 65;
const SITE = ' — Lignée';

export function descriptionVersion(version: Version, versions: ReadonlyMap<string, Version>): string {
	const suite = etatEnBref(version, versions);
	const reste = {
		texte: ', règles et texte officiel complet',
		libelles: ', sans le texte du référentiel',
		faits: ' ; ce que nos sources établissent',
	}[version.profondeur];
	const mots = motsDuTitre(version);
	const contenu = `${direContenu(version)}${reste}`;
	return couper(`Titre professionnel ${nomVersion(version)} (${suite}) : ${contenu}.${mots ? ` ${mots}.` : ''}`);
}

/** Caveat of the labels of a bloc: a description is read alone, in search engines. */
const reserveDe = ({ certitude }: Bloc): string => (certitude === 'secondaire' ? ` (libellés ${A_VERIFIER})` : '');

export const descriptionBloc = (bloc: Bloc, version: Version, versions: ReadonlyMap<string, Version>): string =>
	couper(
		`${nomBloc(bloc)} du titre ${nomVersion(version)} (${etatEnBref(version, versions)}), ${direCompetences(bloc)}${reserveDe(bloc)} : ${bloc.usuel}.`,
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
		`Compétence ${competence.rang} du ${nomBloc(bloc)} ${avecArticle('du', nomVersion(version))} (${etatEnBref(version, versions)})${reserveDe(bloc)} : ${competence.libelle.replace(/\.$/, '')}. D’où elle vient, ce qu’elle devient.`,
	);

/**
 * Description of a comparison whose competences are known on both sides: the outcomes of the older ones. Whether a person
 * or a program compared them comes first, so that no search engine cuts it.
 */
export function descriptionComparaison(de: Version, vers: Version, comparaison: Comparaison): string {
	const { parStatut, de: sort } = totaux(comparaison);
	const calcule = parStatut.proposee + parStatut['a-verifier'] > 0;
	// A person may have written parentés alone.
	const lue = parStatut.relue > 0 || comparaison.parentes.some(affirmee);
	const origine = !lue
		? 'Calcul non relu'
		: calcule
			? 'Lectures de la rédaction et calculs'
			: 'Lecture de la rédaction';
	const noms = nomsDePaire(de, vers);
	const phrase = direSort(sort, ...noms).map(({ texte }) => texte);
	// If the names are years only, the title comes first.
	const texte = `${origine}${noms[0] === nomVersion(de) ? '' : `, ${nomTitre(de)}`}. ${phrase.join('')}`;
	// The same bytes as in the page, no-break spaces included, cost next to nothing once compressed.
	return texte.length <= LONGUEUR ? texte : couper(texte);
}

/** Default summary of a lineage, if nobody wrote one: its years, and the versions in force, with their certainty. */
export function resumeLignee(versions: readonly Version[], etatAu: string): string {
	const annees = versions.map(({ annee }) => annee).sort();
	const [premiere, derniere] = [annees[0], annees.at(-1)];
	const unTitre = new Set(versions.map(({ sigle }) => sigle)).size === 1;
	const enVigueur = versions
		.filter(({ etat }) => etat.cle === 'en-vigueur')
		.map((v) => `${unTitre ? v.annee : nomVersion(v)}${v.etat.aVerifier ? ` (${A_VERIFIER})` : ''}`);
	const au = `en vigueur au ${enLettres(etatAu)}`;
	return `${premiere === derniere ? `Version de ${premiere}` : `De ${premiere} à ${derniere}`} ; ${
		enVigueur.length ? `${au} : ${enumerer(enVigueur)}` : `aucune n’est connue ${au}`
	}.`;
}

/** Cuts a text at a word, with an ellipsis. @param longueur maximum length in characters */
export function couper(texte: string, longueur = LONGUEUR): string {
	const serre = texte.replace(/\s+/g, ' ').trim();
	if (serre.length <= longueur) return serre;
	return `${serre.slice(0, longueur - 1).replace(/[\s,;:]+\S*$/, '')}…`;
}

/**
 * Title of a page for tabs and search results: what identifies the page comes first. The name of the site, which search
 * engines show anyway, is left out of a long title.
 */
export function onglet(titre: string): string {
	const coupe = couper(titre, LONGUEUR_ONGLET);
	return coupe.length + SITE.length <= LONGUEUR_ONGLET ? coupe + SITE : coupe;
}

/** Title of a version's page: its name and state, then what the page holds if there is room. */
export const ongletVersion = (version: Version, versions: ReadonlyMap<string, Version>): string => {
	const nom = `${nomVersion(version)} (${etatEnBref(version, versions)})`;
	const entier = `${nom} : ${aDesLibelles(version) ? 'CCP et compétences' : 'ce que l’on en sait'}`;
	return entier.length <= LONGUEUR_ONGLET ? entier : nom;
};
