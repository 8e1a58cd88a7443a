import type { Epreuve } from '../../schemas/epreuve.ts';
import { dureeDe, epreuveDuBloc } from '../epreuve.ts';
import { certitudeDe } from '../fait.ts';
import type { Version } from '../version.ts';
import { resumer } from './catalogue.ts';
import { enCsv } from './format.ts';

/** Columns of `/donnees/titres/<version>.csv`, with their descriptions. */
const COLONNES = {
	version: 'Identifiant de la version',
	sigle: 'Sigle du titre',
	intitule: 'Intitulé, mot pour mot',
	profondeur: 'Ce que le catalogue détient : texte, libelles ou faits ; ce qui manque est inconnu, jamais absent',
	etat_au: 'Jour où les faits ont été réunis, AAAA-MM-JJ',
	statut: 'État de la version ce jour-là',
	statut_certitude: 'Certitude de cet état : officielle, publique ou secondaire (à vérifier)',
	debut: 'Premier jour, AAAA-MM-JJ',
	fin: 'Premier jour où la version n’est plus en vigueur, AAAA-MM-JJ',
	niveau: 'Niveau : I à V (1969) ou 1 à 8 (2019)',
	a_verifier: 'Champs d’une source secondaire, à vérifier, nommés comme dans le JSON et séparés par une barre',
	epreuve_minutes:
		'Durée totale de l’épreuve du titre pour le candidat, en minutes ; vide quand nos sources ne la disent pas',
	epreuve_certitude: 'Certitude de cette durée',
	bloc: 'Identifiant du bloc',
	bloc_type: 'ccp ou ccs',
	bloc_rang: 'Rang du bloc parmi ceux de son type',
	bloc_intitule: 'Intitulé du bloc, mot pour mot',
	bloc_code: 'Code du bloc au RNCP',
	bloc_certitude: 'Certitude de l’intitulé et des libellés du bloc',
	bloc_epreuve_minutes: 'Durée totale de l’épreuve du bloc, en minutes ; vide quand nos sources ne la disent pas',
	bloc_epreuve_certitude: 'Certitude de cette durée',
	competence:
		'Identifiant de la compétence ; vide quand les libellés sont inconnus. Une compétence transversale n’a pas de bloc',
	competence_rang: 'Rang de la compétence dans le bloc',
	competence_libelle: 'Libellé, mot pour mot',
	competence_certitude: 'Certitude de ce libellé',
	nsf: 'Codes de spécialité NSF, séparés par une barre',
	rome: 'Codes ROME, séparés par une barre',
	codes: 'Codes TP, millésime, RNCP et NOR, séparés par une barre',
	fin_au_plus_tard: 'oui : la source dit seulement que la version n’était plus en vigueur le jour « fin »',
} as const;

const dureeDite = (version: Version, epreuve: Epreuve | undefined) => {
	const minutes = epreuve && dureeDe(epreuve);
	return minutes === undefined ? [] : [minutes, certitudeDe(epreuve?.source ?? '', version.sources)];
};

type Ligne = Partial<Record<keyof typeof COLONNES, string | number | null | undefined>>;

/** A version as CSV: a header, then one line for each competence. */
export const publierCsv = (version: Version): string => enTable(COLONNES, lignes(version));

/** A header and lines as CSV. Missing columns are empty. */
export function enTable<Nom extends string>(
	colonnes: Readonly<Record<Nom, string>>,
	lignes: readonly Partial<Record<Nom, string | number | null | undefined>>[],
): string {
	const noms = Object.keys(colonnes) as Nom[];
	return enCsv([noms, ...lignes.map((ligne) => noms.map((nom) => String(ligne[nom] ?? '')))]);
}

/** Lines of a version. A bloc without known competences has one line, and so has a version without known blocs. */
function lignes(version: Version): Ligne[] {
	const { id, sigle, intitule, profondeur, statut, statutCertitude, debut, fin, niveau, aVerifier, ...resume } =
		resumer(version);
	const duTitre = version.epreuves?.find((e) => e.pour === 'titre');
	const [minutes, certitude] = dureeDite(version, duTitre);
	const commun = {
		version: id,
		sigle,
		intitule,
		profondeur,
		etat_au: version.etat.etatAu ?? null,
		statut,
		statut_certitude: statutCertitude,
		debut,
		fin,
		niveau,
		a_verifier: aVerifier.join(' | '),
		nsf: resume.nsf.join(' | '),
		rome: resume.rome.join(' | '),
		codes: resume.codes.map(({ valeur }) => valeur).join(' | '),
		fin_au_plus_tard: resume.finAuPlusTard && 'oui',
		epreuve_minutes: minutes,
		epreuve_certitude: certitude,
	};
	const blocs = version.blocs.flatMap((bloc): Ligne[] => {
		const [siennes, sure] = dureeDite(version, epreuveDuBloc(version.epreuves, bloc));
		const place = {
			...commun,
			bloc: bloc.id,
			bloc_type: bloc.type,
			bloc_rang: bloc.rang,
			bloc_intitule: bloc.intitule,
			bloc_code: bloc.code?.valeur ?? null,
			bloc_certitude: bloc.certitude,
			bloc_epreuve_minutes: siennes,
			bloc_epreuve_certitude: sure,
		};
		if (!bloc.competences.length) return [place];
		return bloc.competences.map((c) => ({
			...place,
			competence: c.id,
			competence_rang: c.rang,
			competence_libelle: c.libelle,
			competence_certitude: bloc.certitude,
		}));
	});
	const transversales = version.transversales.map((t) => ({
		...commun,
		competence: t.id,
		competence_rang: t.rang,
		competence_libelle: t.libelle,
		competence_certitude: t.certitude,
	}));
	const toutes = [...blocs, ...transversales];
	return toutes.length ? toutes : [commun];
}

export const descriptionCsv = (fichiers: readonly string[]) =>
	decrireTables('Une version d’un titre professionnel, une ligne par compétence', COLONNES, fichiers);

/**
 * Describes CSV files of one format with CSV on the Web, as a group of tables.
 * @param colonnes description of each column, by name
 * @param fichiers addresses of the files
 */
export const decrireTables = (
	titre: string,
	colonnes: Readonly<Record<string, string>>,
	fichiers: readonly string[],
) => ({
	'@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
	'dc:title': titre,
	dialect: { delimiter: ';', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
	tableSchema: {
		columns: Object.entries(colonnes).map(([name, description]) => ({
			name,
			titles: name,
			'dc:description': description,
			datatype: typeDe(name),
			...(SEPARATEURS[name] && { separator: SEPARATEURS[name] }),
			null: '',
		})),
	},
	...(fichiers.length && { tables: fichiers.map((url) => ({ url })) }),
});

/** Separators of columns that hold several values. */
const SEPARATEURS: Readonly<Record<string, string>> = {
	...{ a_verifier: ' | ', nsf: ' | ', rome: ' | ', codes: ' | ' },
	...{ autres: ' ', autres_libelles: ' | ', autres_certitude: ' ', candidats: ' ', plus_proche_reliee_a: ' ' },
};

function typeDe(colonne: string) {
	if (/_(?:rang|minutes)$/.test(colonne)) return 'integer';
	if (/^(?:debut|fin|etat_au|relue_le)$/.test(colonne)) return 'date';
	if (colonne === 'deplacee') return { base: 'boolean', format: 'oui|non' };
	if (colonne === 'score') return { base: 'decimal', format: { decimalChar: ',' } };
	return 'string';
}
