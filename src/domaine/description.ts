import { remplacantes } from './lignee/etat.ts';
import { type Bloc, type Competence, compter, nomBloc, nomVersion, type Version } from './version.ts';
import { compte } from './vocabulaire.ts';

/** Search engines cut a description beyond about so many characters. */
const LONGUEUR = 160;

/** What follows a version, in the fewest words: « remplacé par TSGERI 2008 ». */
export function suiteEnBref({ etat }: Version, versions: ReadonlyMap<string, Version>): string {
	const nom = (id: string) => {
		const version = versions.get(id);
		return version ? nomVersion(version) : id;
	};
	const [remplacante] = remplacantes(etat, versions);
	if (etat.cle === 'remplacee' && remplacante) return `remplacé par ${nom(remplacante)}`;
	const reserve = etat.aVerifier ? ' d’après une source secondaire' : '';
	if (etat.cle === 'en-vigueur') return `en vigueur${reserve}`;
	if (etat.cle === 'terminee') return `n’est plus en vigueur${reserve}`;
	return 'statut inconnu';
}

/** Description of a version's page. */
export function descriptionVersion(version: Version, versions: ReadonlyMap<string, Version>): string {
	const suite = suiteEnBref(version, versions);
	const contenu = version.detenue
		? `${compte(version.blocs.length, 'bloc')}, ${compte(compter(version), 'compétence')}, règles et texte officiel complet`
		: 'ce que nos sources établissent, sans le texte du référentiel';
	return couper(`Titre professionnel ${nomVersion(version)}, ${suite} : ${contenu}. ${version.usuel}.`);
}

/** Description of a bloc's page. */
export const descriptionBloc = (bloc: Bloc, version: Version, versions: ReadonlyMap<string, Version>): string =>
	couper(
		`${nomBloc(bloc)} du titre ${nomVersion(version)} (${suiteEnBref(version, versions)}), ${compte(bloc.competences.length, 'compétence')} : ${bloc.usuel}.`,
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
		`Compétence ${competence.rang} du ${nomBloc(bloc)}, ${nomVersion(version)} (${suiteEnBref(version, versions)}) : ${competence.libelle.replace(/\.$/, '')}. D’où elle vient, ce qu’elle devient.`,
	);

/** At most so many characters, cut at a word and marked where it is. */
export function couper(texte: string, longueur = LONGUEUR): string {
	const serre = texte.replace(/\s+/g, ' ').trim();
	if (serre.length <= longueur) return serre;
	return `${serre.slice(0, longueur - 1).replace(/[\s,;:]+\S*$/, '')}…`;
}
