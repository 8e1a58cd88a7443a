import type { EtatPublie, InscriptionPubliee } from '../schemas/donnees/rncp.ts';
import { adresse } from './adresse.ts';
import { type CodeLu, ficheDuBloc, lireCode } from './code.ts';
import { enLettres } from './date.ts';
import { AU_PLUS_TARD } from './etat.ts';
import { CERTITUDES, reserveEntiere } from './fait.ts';
import type { EntreeRepertoire } from './outils/dossier.ts';
import { regrouper } from './regrouper.ts';
import { replier } from './texte/normaliser.ts';
import { nomVersion } from './version.ts';
import { SUCCESSIONS } from './vocabulaire.ts';

/** One line of a pasted list: the code found in it, or the words to look for. */
type LigneLue = { saisie: string; code?: CodeLu | undefined; cellules: string[] };

/**
 * Parses a list of codes or titles, one a line. The first cell that is a code is used.
 * @param rangees cells of each line: one from a message, several from a spreadsheet
 * @returns the lines that are not empty, in order
 */
export const lireListe = (rangees: readonly (readonly string[])[]): LigneLue[] =>
	rangees.flatMap((cellules) => {
		const propres = cellules.map((cellule) => cellule.replace(/\s+/gu, ' ').trim()).filter(Boolean);
		if (!propres.length) return [];
		const code = propres.map(lireCode).find((lu) => lu !== undefined);
		return [{ saisie: propres.join(' ; '), code, cellules: propres }];
	});

/** Whether a version is in force on a day, according to the facts of the catalogue. */
type Reponse = 'oui' | 'non' | 'pas encore' | 'inconnu';

type Dates = Pick<EtatPublie, 'statut' | 'depuis' | 'debut' | 'fin' | 'finAuPlusTard'>;

/**
 * Says whether a version is in force on a day, as far as the facts tell.
 * @param jour `AAAA-MM-JJ`
 * @param etatAu day of the facts: a version in force then, of which the first day is unknown, is in force from then on
 */
export function enVigueurLe(jour: string, dates: Dates, etatAu?: string): Reponse {
	const { debut, statut } = dates;
	if (debut && jour < debut) return 'pas encore';
	const { terme, auPlusTard } = termeDe(dates);
	if (terme && jour >= terme) return 'non';
	const depart = debut ?? (statut === 'en-vigueur' ? etatAu : undefined);
	// If the published state is unknown, dates alone are not enough to answer « oui ».
	return depart && jour >= depart && terme && !auPlusTard && statut !== 'inconnu' ? 'oui' : 'inconnu';
}

/** First day out of force, or a day by which it was out of force (`auPlusTard`). */
function termeDe({ statut, depuis, fin, finAuPlusTard }: Dates) {
	const terme = [statut === 'remplacee' ? depuis : null, fin].filter((d) => d !== null).sort()[0];
	return { terme, auPlusTard: finAuPlusTard && terme === fin };
}

/** A version that a line names, or a bloc of it, with its published state. */
export type Trouvee = {
	entree: EntreeRepertoire;
	bloc?: string | undefined;
	/** Its first code, or the one that was asked for; undefined if it has none. */
	inscription?: InscriptionPubliee | undefined;
	etat: EtatPublie;
	/** True where a bloc was asked for, of which only the fiche is known. */
	parFiche?: boolean | undefined;
};

/** Indexes of the published codes and versions. @param versions oldest first */
export const registre = (codes: readonly InscriptionPubliee[], versions: readonly EntreeRepertoire[]) => ({
	parCode: Map.groupBy(codes, ({ code }) => code),
	parVersion: Map.groupBy(codes, ({ version }) => version),
	versions: new Map(versions.map((v) => [v.id, v])),
	/** By title, sigle, name (« TSSR 2018 ») and id of a version, folded. */
	parTitre: regrouper(versions, (v) => [...new Set([v.usuel, v.sigle, nomVersion(v), v.id].map(cleTitre))]),
});
type Registre = ReturnType<typeof registre>;

/** Key of a title: « Technicien(ne) supérieur(e) » and « Technicien supérieur » have the same. */
const cleTitre = (titre: string): string =>
	// Before folding, which leaves no space after a closing parenthesis.
	replier(titre.replace(/\((?:e|ne|le|se|trice|euse|ère|ere)\)/giu, ''))
		.replace(/^titre professionnel (?:de |d'|du )?/u, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Versions and blocs that a line names, the most recent first. */
function chercher({ code, cellules }: LigneLue, { parCode, parVersion, parTitre, versions }: Registre): Trouvee[] {
	const inscrites = code && parCode.get(code.valeur);
	const fiche = code?.type === 'bloc' && !inscrites ? ficheDuBloc(code.valeur) : undefined;
	const trouvees = code
		? (inscrites ?? parCode.get(fiche ?? '') ?? [])
				.filter(({ millesime }) => !code.millesime || millesime === code.millesime)
				.flatMap((inscription) => {
					const entree = versions.get(inscription.version);
					return entree
						? [
								{
									entree,
									inscription,
									etat: inscription,
									bloc: inscription.bloc ?? undefined,
									parFiche: fiche !== undefined,
								},
							]
						: [];
				})
		: (
				[cellules.join(' '), ...cellules].map((mots) => parTitre.get(cleTitre(mots))).find((liste) => liste) ?? []
			).flatMap((entree) => {
				const inscription = parVersion.get(entree.id)?.[0];
				const etat = inscription ?? entree.sansCode;
				return etat ? [{ entree, inscription, etat }] : [];
			});
	return trouvees.reverse();
}

/** A row of the answer, for the table and the CSV. */
export type Rangee = {
	saisie: string;
	trouvee?: Trouvee | undefined;
	/** Caveat on the code asked for, if only a secondary source gives it to this version. */
	reserveCode?: string | undefined;
	reponse: string;
	/** Versions that follow, with the nature of each succession. */
	suites: { id: string; nom: string; precision: string }[];
	/** The comparison with the latest version that follows or, if there is none, with the latest one that precedes. */
	comparaison?: { de: string; vers: string } | undefined;
};

/** Column names found in the header of a spreadsheet. */
const EN_TETE =
	/^(?:codes?|n°|num[ée]ros?|rncp|fiches?|intitul[ée]s?|titres?|libell[ée]s?|certifications?)(?:\P{L}|$)/iu;
const estEnTete = ({ code, cellules }: LigneLue): boolean =>
	!code && cellules.length > 1 && cellules.some((cellule) => EN_TETE.test(cellule));

/** Newer versions that a succession leads to and whose comparison with this one has a page, oldest first. */
const suivies = ({ pages, voisines = [] }: EntreeRepertoire): string[] => pages.filter((id) => !voisines.includes(id));

function comparaisonDe({ entree }: Trouvee, { versions }: Registre): Rangee['comparaison'] {
	const vers = suivies(entree).at(-1);
	if (vers) return { de: entree.id, vers };
	const de = [...versions.values()].filter((autre) => suivies(autre).includes(entree.id)).at(-1);
	return de && { de: de.id, vers: entree.id };
}

/**
 * One row for each version that a line names, or one saying that nothing was found.
 * @param jour day of the question, `AAAA-MM-JJ`
 */
export const repondre = (lignes: readonly LigneLue[], registre: Registre, jour: string): Rangee[] =>
	lignes.flatMap((ligne, rang): Rangee[] => {
		const trouvees = chercher(ligne, registre);
		if (!trouvees.length && rang === 0 && lignes.length > 1 && estEnTete(ligne)) return [];
		if (!trouvees.length) return [{ saisie: ligne.saisie, reponse: 'inconnu du catalogue', suites: [] }];
		return trouvees.map((trouvee) => ({
			saisie: ligne.saisie,
			trouvee,
			reserveCode: reserveDe(ligne, trouvee),
			reponse: direReponse(trouvee, jour),
			suites: trouvee.etat.successeurs.map(({ version, nature }) => {
				const suite = registre.versions.get(version);
				return { id: version, nom: suite ? nomVersion(suite) : version, precision: SUCCESSIONS[nature] };
			}),
			comparaison: comparaisonDe(trouvee, registre),
		}));
	});

const RESERVE_CODE = `code d’une ${CERTITUDES.secondaire}`;

/** What must be said of the code that was asked for. */
const reserveDe = ({ code }: LigneLue, { inscription, parFiche }: Trouvee): string | undefined =>
	[
		parFiche && 'bloc inconnu du catalogue, d’après sa fiche',
		code && inscription?.certitude === 'secondaire' && RESERVE_CODE,
	]
		.filter(Boolean)
		.join(' ; ') || undefined;

/** « en vigueur », « n’est plus en vigueur depuis le… », with its certainty. */
function direReponse({ entree, etat }: Trouvee, jour: string): string {
	const { statut, debut, aVerifier } = etat;
	const { etatAu } = entree.etat;
	const { terme, auPlusTard } = termeDe(etat);
	const termes = statut === 'remplacee' ? ['depuis', 'fin'] : ['fin'];
	const fini = `${terme ? ` depuis le ${enLettres(terme)}` : ''}${auPlusTard ? ` ${AU_PLUS_TARD}` : ''}`;
	/** For each answer: its words, the date that they give, and the dates that it was deduced from. */
	const reponses: Record<Reponse, [mots: string, dite: string | null | undefined, lues: string[]]> = {
		// A version that had not begun on the day of the facts may have been put off since.
		oui: [`${statut === 'a-venir' ? 'devait être ' : ''}en vigueur au ${enLettres(jour)}`, jour, ['debut', ...termes]],
		non: [`n’est plus en vigueur${fini}`, terme, termes],
		'pas encore': [`pas encore en vigueur : à partir du ${enLettres(debut ?? jour)}`, debut, ['debut']],
		inconnu: ['état inconnu', null, []],
	};
	const [mots, dite, lues] = reponses[enVigueurLe(jour, etat, etatAu)];
	// A date after the day of the facts was only planned then: it may have been postponed since.
	const prevu = etatAu && dite && dite > etatAu ? `, d’après des faits réunis au ${enLettres(etatAu)}` : '';
	// An answer is as certain as the dates that it was deduced from.
	return mots + prevu + reserveEntiere(aVerifier.some((date) => lues.includes(date)));
}

/** The answer as rows of a table. */
export const rangeesEnTableau = (rangees: readonly Rangee[], origine: string): string[][] => [
	['Demandé', 'Version', 'Intitulé', 'Bloc', 'En vigueur', 'Ce qui suit', 'Page', 'Comparaison'],
	...rangees.map(({ saisie, trouvee, reserveCode, reponse, suites, comparaison }) => [
		saisie,
		trouvee ? `${nomVersion(trouvee.entree)}${reserveCode ? ` (${reserveCode})` : ''}` : '',
		trouvee?.entree.usuel ?? '',
		trouvee?.bloc ? (trouvee.inscription?.code ?? '') : '',
		reponse,
		suites.map(({ nom, precision }) => `${nom} (${precision})`).join(' ; '),
		trouvee ? origine + adresse.titre(trouvee.bloc ?? trouvee.entree.id) : '',
		comparaison ? origine + adresse.comparaison(comparaison.de, comparaison.vers) : '',
	]),
];
