import type { FichierPublie } from '../../schemas/donnees/inventaire.ts';
import type { Lignee } from '../../schemas/lignee.ts';
import { adresse, donnees } from '../adresse.ts';
import { etatEnClair } from '../etat.ts';
import { profondeurEnBref } from '../profondeur.ts';
import { aDesLibelles, nomVersion, type Version } from '../version.ts';
import { compte } from '../vocabulaire.ts';
import { LICENCE } from './mentions.ts';

/** Number of versions above which they are not listed one by one. */
const LIMITE = 60;

/**
 * `/llms.txt`: a map of the site for language models, in the format of llmstxt.org. Parsers expect links only under the
 * headings, and read their descriptions after `): `. With a French space before that colon they would lose the state of
 * every version.
 * @param racine address of the site, without a final slash
 * @param publiee whether the site publishes a data format
 */
export function ecrireLlms(
	versions: readonly Version[],
	lignees: readonly (Lignee & { id: string })[],
	racine: string,
	publiee: (forme: FichierPublie['forme']) => boolean = () => true,
): string {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const lien = (nom: string, chemin: string, sens: string) => `- [${nom}](${racine}${chemin}): ${sens}`;
	const nombre = compte(versions.length, 'version');
	const titres =
		versions.length > LIMITE
			? [lien('Titres et versions', '/titres/', `${nombre} ; catalogue.json les liste toutes`)]
			: versions.map((v) =>
					lien(
						nomVersion(v),
						donnees.titre(v.id, aDesLibelles(v) && publiee('markdown') ? 'md' : 'json'),
						`${profondeurEnBref(v)}. ${etatEnClair(v, parId)}`,
					),
				);
	return `${[
		'# Lignée',
		'> Les référentiels des titres professionnels français, version après version : texte mot pour mot, règles, correspondances. Site non officiel.',
		'Aucun texte officiel ne met en correspondance des compétences : seuls les blocs (CCP) ont des correspondances officielles. Un rapprochement de compétences est une lecture (statut « relue ») ou un calcul (« proposee ») ; « a-verifier » n’affirme rien. Dire le statut avec le rapprochement. « officielle » : un texte le dit ; « secondaire » : à vérifier ; « editoriale » : une lecture.',
		[
			'Adresses des fichiers, par identifiant de version :',
			`- une version : ${racine}${donnees.titre('{version}', 'json')}${publiee('markdown') ? ' (aussi .csv et .md, le texte officiel entier)' : ''}`,
			...(publiee('comparaison')
				? [`- une comparaison : ${racine}${donnees.comparaison('{ancienne}', '{recente}')}`]
				: []),
			...(publiee('case')
				? [
						`- 1EdTech CASE 1.1 : ${racine}${donnees.case('{version}')} ; SKOS et XKOS : ${racine}${donnees.skos('{version}')}`,
					]
				: []),
		].join('\n'),
		'## Données',
		[
			lien('Catalogue', donnees.catalogue, 'toutes les versions, leurs blocs et leurs compétences (JSON)'),
			lien('Codes', donnees.codes, 'ce que désigne chaque code RNCP, de bloc, TP et NOR (JSON)'),
			lien('Inventaire', donnees.inventaire, 'tous les fichiers de données, avec taille, date et SHA-256 (JSON)'),
			lien('Documentation', '/donnees/', 'formes, schémas, exemples, empreintes'),
			lien('Changements', '/flux.xml', 'flux Atom'),
			lien('Échéances', '/echeances.ics', 'fins de validité (iCalendar)'),
		].join('\n'),
		'## Versions',
		titres.join('\n'),
		'## Lignées',
		lignees
			.map((l) => lien(l.titre, adresse.lignee(l.id), l.resume ?? `${compte(l.versions.length, 'version')}.`))
			.join('\n'),
		'## Licence',
		lien(LICENCE.nom, '/donnees/', LICENCE.texte),
	].join('\n\n')}\n`;
}
