import { enLettres } from '../date.ts';
import { enBref } from './empreinte.ts';

/** A citable page: its content has a hash. */
export interface Citable {
	/** `tsgri-2003/ccp-1`: names the reference in a bibliography. */
	id: string;
	titre: string;
	/** Permanent address. */
	url: string;
	/** Day of the last dated change of the content. */
	modifieeLe: string | undefined;
	empreinte: string;
}

const SITE = 'Lignée (site non officiel)';

/** The citation in plain text. */
export const enTexte = ({ titre, url, modifieeLe, empreinte }: Citable): string =>
	`${SITE}, « ${titre} »${modifieeLe ? `, état du ${enLettres(modifieeLe)}` : ''}, empreinte ${enBref(empreinte)}, ${url}`;

/** The citation as a BibTeX entry. */
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
