import type { Correspondance } from '../../schemas/correspondance.ts';
import type { TitrePublie } from '../../schemas/donnees/titre.ts';
import { adresse } from '../adresse.ts';
import type { Comparaison } from '../comparaison/comparaison.ts';
import { enLettres } from '../date.ts';
import { empreinteDe, enBref } from '../empreinte.ts';
import { CERTITUDES } from '../fait.ts';
import { certitudeLibelles } from '../profondeur.ts';
import { majuscule } from '../texte/phrase.ts';
import { typographier } from '../texte/typographie.ts';
import {
	type Bloc,
	type Competence,
	paireComparee,
	titreBloc,
	titreCompetence,
	titreVersion,
	type Version,
} from '../version.ts';
import { publierBloc } from './catalogue.ts';
import { comparaisonModifieeLe, modifieeLe } from './modification.ts';

/** A citable page: its content has a hash. */
export interface Citable {
	/** `tsgri-2003/ccp-1`: names the reference in a bibliography. */
	id: string;
	titre: string;
	url: string;
	/** Day of the last dated change of the content. */
	modifieeLe: string | undefined;
	empreinte: string;
	/** What is to be said of the words that are cited, where only a secondary source gives some of them. */
	reserve?: string | undefined;
}

/** A part of a version, or the whole of it, as its page is cited. @param racine address of the site, without a final slash */
const citer = (
	{ id, titre, empreinte, reserve }: Pick<Citable, 'id' | 'titre' | 'empreinte' | 'reserve'>,
	version: Version,
	racine: string,
): Citable => ({
	id,
	titre,
	url: racine + adresse.titre(id),
	modifieeLe: modifieeLe(version),
	empreinte,
	...(reserve && { reserve }),
});

/** The certainty of the labels of what is cited: a sentence that leaves the site takes it along. */
const reserver = (mot: string, ...cites: Pick<Version, 'blocs'>[]): string | undefined =>
	cites.some((cite) => certitudeLibelles(cite) === 'secondaire') ? `${mot} d’une ${CERTITUDES.secondaire}` : undefined;

/** Reserve of the citation of one version, or of two that are compared. */
export const reserveDesLibelles = (...versions: Pick<Version, 'blocs'>[]): string | undefined =>
	reserver('libellés', ...versions);

/** The hash of a version is that of its data file. */
export const citerVersion = (
	version: Version,
	{ empreinte }: Pick<TitrePublie, 'empreinte'>,
	racine: string,
): Citable =>
	citer(
		{ id: version.id, titre: titreVersion(version), empreinte, reserve: reserveDesLibelles(version) },
		version,
		racine,
	);

export const citerBloc = (bloc: Bloc, version: Version, racine: string): Citable => {
	const [titre, empreinte] = [titreBloc(bloc, version), empreinteDe(publierBloc(bloc))];
	return citer({ id: bloc.id, titre, empreinte, reserve: reserver('intitulé', { blocs: [bloc] }) }, version, racine);
};

export const citerCompetence = (competence: Competence, bloc: Bloc, version: Version, racine: string): Citable => {
	// A label may end with a stop; a title within a citation does not.
	const titre = titreCompetence(competence, bloc, version).replace(/\.$/, '');
	const reserve = reserver('libellé', { blocs: [bloc] });
	return citer({ id: competence.id, titre, empreinte: empreinteDe(competence), reserve }, version, racine);
};

/** The comparison of two versions as its page is cited; the hash is that of its data file, without the day of the facts. */
export const citerComparaison = (
	de: Version,
	vers: Version,
	comparaison: Comparaison,
	correspondance: Pick<Correspondance, 'reluLe'> | undefined,
	racine: string,
): Citable => {
	const reserve = reserveDesLibelles(de, vers);
	return {
		id: `${de.id}--${vers.id}`,
		titre: paireComparee(de, vers),
		url: racine + adresse.comparaison(de.id, vers.id),
		modifieeLe: comparaisonModifieeLe(de, vers, correspondance),
		empreinte: empreinteDe(comparaison),
		...(reserve && { reserve }),
	};
};

const SITE = 'Lignée (site non officiel)';

/** Our words before the label of a bloc or a competence, which a line does not part; the label is the document's. */
const PLACE = /^.*? CC[PS] \d+(?:, compétence \d+)? :/;

export const enTexte = ({ titre, url, modifieeLe, empreinte, reserve }: Citable): string =>
	`${SITE}, « ${titre.replace(PLACE, typographier)} »${reserve ? ` (${reserve})` : ''}${modifieeLe ? `, état du ${enLettres(modifieeLe)}` : ''}, empreinte ${enBref(empreinte)}, ${url}`;

/** What a bibliography keeps beside the reference. */
const noter = (reserve: string | undefined, empreinte: string): string =>
	['Site non officiel', ...(reserve ? [majuscule(reserve)] : []), `Empreinte ${empreinte}`].join('. ');

export function enBibtex({ id, titre, url, modifieeLe, empreinte, reserve }: Citable): string {
	const [annee, mois] = modifieeLe?.split('-') ?? [];
	const champs = {
		author: '{Lignée}',
		title: `{${latex(titre)}}`,
		...(annee && { year: annee }),
		...(mois && { month: String(Number(mois)) }),
		url,
		note: noter(reserve, enBref(empreinte)),
		language: 'french',
	};
	const lignes = Object.entries(champs).map(([cle, valeur]) => `  ${cle} = {${valeur}},`);
	return `@misc{lignee-${id.replaceAll('/', '-')},\n${lignes.join('\n')}\n}`;
}

/**
 * Signs that LaTeX would read as commands, or join into one. Braces are named, since BibTeX counts those that a backslash
 * stands before.
 */
const latex = (texte: string): string =>
	texte
		.replace(/[\\{}%&$#_~^]/g, (signe) => LATEX[signe] ?? `\\${signe}`)
		.replace(/-(?=-)|'(?=')|[`?!](?=`)|,(?=,)|<(?=<)|>(?=>)/g, '$&{}');
const LATEX: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};

/** The citation as CSL-JSON, a list of one item as the format asks. */
export function enCsl({ id, titre, url, modifieeLe, empreinte, reserve }: Citable): string {
	const item = {
		id: `lignee-${id.replaceAll('/', '-')}`,
		type: 'webpage',
		title: titre,
		'container-title': 'Lignée',
		author: [{ literal: 'Lignée' }],
		URL: url,
		...(modifieeLe && { issued: { 'date-parts': [modifieeLe.split('-').map(Number)] } }),
		language: 'fr-FR',
		note: noter(reserve, empreinte),
	};
	return JSON.stringify([item], null, 2);
}
