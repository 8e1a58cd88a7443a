import type { Epreuve } from '../../schemas/epreuve.ts';
import { dureeDe, epreuveDuBloc } from '../epreuve.ts';
import { certitudeDe } from '../fait.ts';
import type { Bloc, Competence, Transversale, Version } from '../version.ts';
import { resumer } from './catalogue.ts';
import { type Colonnes, decrireTables, ENTIER, enTable, JOUR, listeDe } from './table.ts';

/** One line: the version, and one of its competences, with its bloc unless it is transversal. */
interface Ligne {
	version: Version;
	resume: ReturnType<typeof resumer>;
	bloc?: Bloc;
	competence?: Competence | Transversale;
}

const duTitre = ({ version }: Ligne) => version.epreuves?.find((e) => e.pour === 'titre');
const duBloc = ({ version, bloc }: Ligne) => bloc && epreuveDuBloc(version.epreuves, bloc);
const minutes = (epreuve: Epreuve | undefined) => epreuve && dureeDe(epreuve);
/** Certainty of the duration of an exam, if it has one. */
const certitude = (epreuve: Epreuve | undefined, { sources }: Version) =>
	minutes(epreuve) === undefined ? undefined : certitudeDe(epreuve?.source ?? '', sources);

/** Columns of `/donnees/titres/<version>.csv`. */
const COLONNES: Colonnes<Ligne> = {
	version: ['Identifiant de la version', ({ version }) => version.id],
	sigle: ['Sigle du titre', ({ version }) => version.sigle],
	intitule: ['Intitulé, mot pour mot', ({ version }) => version.intitule],
	profondeur: [
		'Ce que le catalogue détient : texte, libelles ou faits ; ce qui manque est inconnu, jamais absent',
		({ version }) => version.profondeur,
	],
	etat_au: ['Jour où les faits ont été réunis, AAAA-MM-JJ', ({ version }) => version.etat.etatAu, JOUR],
	statut: ['État de la version ce jour-là', ({ resume }) => resume.statut],
	statut_certitude: [
		'Certitude de cet état : officielle, publique ou secondaire (à vérifier)',
		({ resume }) => resume.statutCertitude,
	],
	debut: ['Premier jour, AAAA-MM-JJ', ({ resume }) => resume.debut, JOUR],
	fin: ['Premier jour où la version n’est plus en vigueur, AAAA-MM-JJ', ({ resume }) => resume.fin, JOUR],
	niveau: ['Niveau : I à V (1969) ou 1 à 8 (2019)', ({ resume }) => resume.niveau],
	a_verifier: [
		'Champs d’une source secondaire, à vérifier, nommés comme dans le JSON et séparés par une barre',
		({ resume }) => resume.aVerifier,
		listeDe(' | '),
	],
	epreuve_minutes: [
		'Durée totale de l’épreuve du titre pour le candidat, en minutes ; vide quand nos sources ne la disent pas',
		(ligne) => minutes(duTitre(ligne)),
		ENTIER,
	],
	epreuve_certitude: ['Certitude de cette durée', (ligne) => certitude(duTitre(ligne), ligne.version)],
	bloc: ['Identifiant du bloc', ({ bloc }) => bloc?.id],
	bloc_type: ['ccp ou ccs', ({ bloc }) => bloc?.type],
	bloc_rang: ['Rang du bloc parmi ceux de son type', ({ bloc }) => bloc?.rang, ENTIER],
	bloc_intitule: ['Intitulé du bloc, mot pour mot', ({ bloc }) => bloc?.intitule],
	bloc_code: ['Code du bloc au RNCP', ({ bloc }) => bloc?.code?.valeur],
	bloc_certitude: ['Certitude de l’intitulé et des libellés du bloc', ({ bloc }) => bloc?.certitude],
	bloc_epreuve_minutes: [
		'Durée totale de l’épreuve du bloc, en minutes ; vide quand nos sources ne la disent pas',
		(ligne) => minutes(duBloc(ligne)),
		ENTIER,
	],
	bloc_epreuve_certitude: ['Certitude de cette durée', (ligne) => certitude(duBloc(ligne), ligne.version)],
	competence: [
		'Identifiant de la compétence ; vide quand les libellés sont inconnus. Une compétence transversale n’a pas de bloc',
		({ competence }) => competence?.id,
	],
	competence_rang: ['Rang de la compétence dans le bloc', ({ competence }) => competence?.rang, ENTIER],
	competence_libelle: ['Libellé, mot pour mot', ({ competence }) => competence?.libelle],
	competence_certitude: [
		'Certitude de ce libellé',
		({ bloc, competence }) => competence && ('certitude' in competence ? competence.certitude : bloc?.certitude),
	],
	nsf: ['Codes de spécialité NSF, séparés par une barre', ({ resume }) => resume.nsf, listeDe(' | ')],
	rome: ['Codes ROME, séparés par une barre', ({ resume }) => resume.rome, listeDe(' | ')],
	codes: [
		'Codes TP, millésime, RNCP et NOR, séparés par une barre',
		({ resume }) => resume.codes.map(({ valeur }) => valeur),
		listeDe(' | '),
	],
	fin_au_plus_tard: [
		'oui : la source dit seulement que la version n’était plus en vigueur le jour « fin »',
		({ resume }) => resume.finAuPlusTard && 'oui',
	],
};

/**
 * A version as CSV: a header, then one line for each competence. A bloc without known competences has one line, and so
 * has a version without known blocs.
 */
export function publierCsv(version: Version): string {
	const commun = { version, resume: resumer(version) };
	const lignes = [
		...version.blocs.flatMap((bloc): Ligne[] =>
			bloc.competences.length
				? bloc.competences.map((competence) => ({ ...commun, bloc, competence }))
				: [{ ...commun, bloc }],
		),
		...version.transversales.map((competence) => ({ ...commun, competence })),
	];
	return enTable(COLONNES, lignes.length ? lignes : [commun]);
}

export const descriptionCsv = (fichiers: readonly string[]) =>
	decrireTables('Une version d’un titre professionnel, une ligne par compétence', COLONNES, fichiers);
