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
import { comparaisonModifieeLe, EDITEUR, modifieeLe } from './mentions.ts';

/** A page that can be cited: its content has a hash. */
export interface Citable {
	/** Key of the reference in a bibliography: `tsgri-2003/ccp-1`. */
	id: string;
	titre: string;
	url: string;
	/** Day of the last dated change of the content. */
	modifieeLe: string | undefined;
	empreinte: string;
	/** Caveat on the quoted words, if only a secondary source gives some of them. */
	reserve?: string | undefined;
}

/** Citation of a version or of a part of it. @param racine address of the site, without a final slash */
const citer = (cite: Omit<Citable, 'url' | 'modifieeLe'>, version: Version, racine: string): Citable => ({
	...cite,
	url: racine + adresse.titre(cite.id),
	modifieeLe: modifieeLe(version),
});

/** Caveat on the labels of what is cited, if only a secondary source gives them. */
const reserver = (mot: string, ...cites: Pick<Version, 'blocs'>[]): string | undefined =>
	cites.some((cite) => certitudeLibelles(cite) === 'secondaire') ? `${mot} d’une ${CERTITUDES.secondaire}` : undefined;

/** Caveat for the citation of one version, or of two that are compared. */
export const reserveDesLibelles = (...versions: Pick<Version, 'blocs'>[]): string | undefined =>
	reserver('libellés', ...versions);

/** Citation of a version. Its hash is that of its data file. */
export const citerVersion = (version: Version, { empreinte }: Pick<TitrePublie, 'empreinte'>, racine: string) => {
	const [titre, reserve] = [titreVersion(version), reserveDesLibelles(version)];
	return citer({ id: version.id, titre, empreinte, reserve }, version, racine);
};

export const citerBloc = (bloc: Bloc, version: Version, racine: string): Citable => {
	const [titre, empreinte] = [titreBloc(bloc, version), empreinteDe(publierBloc(bloc))];
	return citer({ id: bloc.id, titre, empreinte, reserve: reserver('intitulé', { blocs: [bloc] }) }, version, racine);
};

export const citerCompetence = (competence: Competence, bloc: Bloc, version: Version, racine: string): Citable => {
	// The final stop of a label is removed: it would end the title inside the citation.
	const titre = titreCompetence(competence, bloc, version).replace(/\.$/, '');
	const reserve = reserver('libellé', { blocs: [bloc] });
	return citer({ id: competence.id, titre, empreinte: empreinteDe(competence), reserve }, version, racine);
};

/** Citation of a comparison. Its hash is that of its data file without the day of the facts. */
export const citerComparaison = (
	de: Version,
	vers: Version,
	comparaison: Comparaison,
	correspondance: Pick<Correspondance, 'reluLe'> | undefined,
	racine: string,
): Citable => ({
	id: `${de.id}--${vers.id}`,
	titre: paireComparee(de, vers),
	url: racine + adresse.comparaison(de.id, vers.id),
	modifieeLe: comparaisonModifieeLe(de, vers, correspondance),
	empreinte: empreinteDe(comparaison),
	reserve: reserveDesLibelles(de, vers),
});

/** Place of a bloc or competence before its label: only these words are typeset, the label is kept as it is. */
const PLACE = /^.*? CC[PS] \d+(?:, compétence \d+)? :/;

export const enTexte = ({ titre, url, modifieeLe, empreinte, reserve }: Citable): string =>
	`${EDITEUR}, « ${titre.replace(PLACE, typographier)} »${reserve ? ` (${reserve})` : ''}${modifieeLe ? `, état du ${enLettres(modifieeLe)}` : ''}, empreinte ${enBref(empreinte)}, ${url}`;

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

/** Escapes LaTeX commands and ligatures. Braces become macros: BibTeX counts braces even after a backslash. */
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
