import type { Correspondance } from '../../schemas/correspondance.ts';
import type { TitrePublie } from '../../schemas/donnees/titre.ts';
import { adresse } from '../adresse.ts';
import type { Comparaison } from '../comparaison/comparaison.ts';
import { enLettres } from '../date.ts';
import { empreinteDe, enBref } from '../empreinte.ts';
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
}

/** A part of a version, or the whole of it, as its page is cited. @param racine address of the site, without a final slash */
const citer = (id: string, titre: string, version: Version, empreinte: string, racine: string): Citable => ({
	id,
	titre,
	url: racine + adresse.titre(id),
	modifieeLe: modifieeLe(version),
	empreinte,
});

/** The hash of a version is that of its data file. */
export const citerVersion = (
	version: Version,
	{ empreinte }: Pick<TitrePublie, 'empreinte'>,
	racine: string,
): Citable => citer(version.id, titreVersion(version), version, empreinte, racine);

export const citerBloc = (bloc: Bloc, version: Version, racine: string): Citable =>
	citer(bloc.id, titreBloc(bloc, version), version, empreinteDe(publierBloc(bloc)), racine);

export const citerCompetence = (competence: Competence, bloc: Bloc, version: Version, racine: string): Citable => {
	// A label may end with a stop; a title within a citation does not.
	const titre = titreCompetence(competence, bloc, version).replace(/\.$/, '');
	return citer(competence.id, titre, version, empreinteDe(competence), racine);
};

/** The comparison of two versions as its page is cited; the hash is that of its data file, without the day of the facts. */
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
});

const SITE = 'Lignée (site non officiel)';

/** Our words before the label of a bloc or a competence, which a line does not part; the label is the document's. */
const PLACE = /^.*? CC[PS] \d+(?:, compétence \d+)? :/;

export const enTexte = ({ titre, url, modifieeLe, empreinte }: Citable): string =>
	`${SITE}, « ${titre.replace(PLACE, typographier)} »${modifieeLe ? `, état du ${enLettres(modifieeLe)}` : ''}, empreinte ${enBref(empreinte)}, ${url}`;

export function enBibtex({ id, titre, url, modifieeLe, empreinte }: Citable): string {
	const [annee, mois] = modifieeLe?.split('-') ?? [];
	const champs = {
		author: '{Lignée}',
		title: `{${latex(titre)}}`,
		...(annee && { year: annee }),
		...(mois && { month: String(Number(mois)) }),
		url,
		note: `Site non officiel. Empreinte ${enBref(empreinte)}`,
		language: 'french',
	};
	const lignes = Object.entries(champs).map(([cle, valeur]) => `  ${cle} = {${valeur}},`);
	return `@misc{lignee-${id.replaceAll('/', '-')},\n${lignes.join('\n')}\n}`;
}

/** Signs that LaTeX would read as commands. */
const latex = (texte: string): string => texte.replace(/[\\{}%&$#_~^]/g, (signe) => LATEX[signe] ?? `\\${signe}`);
const LATEX: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};

/** The citation as CSL-JSON, a list of one item as the format asks. */
export function enCsl({ id, titre, url, modifieeLe, empreinte }: Citable): string {
	const item = {
		id: `lignee-${id.replaceAll('/', '-')}`,
		type: 'webpage',
		title: titre,
		'container-title': 'Lignée',
		author: [{ literal: 'Lignée' }],
		URL: url,
		...(modifieeLe && { issued: { 'date-parts': [modifieeLe.split('-').map(Number)] } }),
		language: 'fr-FR',
		note: `Site non officiel. Empreinte ${empreinte}`,
	};
	return JSON.stringify([item], null, 2);
}
