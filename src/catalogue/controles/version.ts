import { replier } from '../../domaine/texte/normaliser.ts';
import type { Sources } from '../../schemas/source.ts';
import type { VersionConnue, VersionDetenue } from '../../schemas/version.ts';
import type { Fiche, Lecture } from '../lecture.ts';
import { type Probleme, probleme } from '../probleme.ts';
import { placesDesBlocs } from './epreuve.ts';
import { controlerDroits } from './sources.ts';

/** The latest day that anything may be dated of: some of the world is half a day ahead. */
export const demain = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** Years that the id of a version may be from its beginning: an arrêté of one year may open a title in the next. */
const ECART = 1;

/** When a version begins, as far as is known: a day, or the year of its id. */
export type Date = Pick<VersionDetenue, 'debut'> & { id: string };

/** Whether one version begins after another, as far as both dates tell. */
export function apres(a: Date, b: Date): boolean {
	const [jourA, jourB] = [a.debut?.valeur, b.debut?.valeur];
	if (jourA && jourB) return jourA > jourB;
	return (jourA ?? a.id.slice(-4)).slice(0, 4) > (jourB ?? b.id.slice(-4)).slice(0, 4);
}

/** Versions of the catalogue that were read, held or only known, by id. */
export function versionsLues({ titres, lignees }: Lecture): Map<string, Lue> {
	const connues: Lue[] = lignees.flatMap(({ data }) => data.versions.filter((version) => 'sigle' in version));
	const tenues: Lue[] = titres.map(({ id, data }) => ({ ...data, id }));
	return new Map([...connues, ...tenues].map((version) => [version.id, version]));
}

/** A version whose file was read, held or only known. */
export type Lue = VersionConnue | (VersionDetenue & { id: string });

/**
 * Checks the facts of a version, held or only known, against each other.
 * @param lieu path of these facts in their file
 */
export function controlerFaits(
	fiche: Fiche<{ sources: Sources }>,
	lieu: readonly PropertyKey[],
	id: string,
	faits: VersionDetenue | VersionConnue,
): Probleme[] {
	const refuser = (chemin: readonly PropertyKey[], message: string) => probleme(fiche, [...lieu, ...chemin], message);
	const { sigle, debut, fin, ajouteeLe, changements = [] } = faits;
	const problemes: Probleme[] = [];
	const attendu = `${sigle.toLowerCase()}-${id.slice(-4)}`;
	if (id !== attendu)
		problemes.push(
			refuser(['sigle'], `« ${sigle} » contredit l’identifiant « ${id} » ; corriger l’un ou l’autre (${attendu})`),
		);
	const annee = Number(id.slice(-4));
	if (debut && Math.abs(Number(debut.valeur.slice(0, 4)) - annee) > ECART)
		problemes.push(
			refuser(
				['debut', 'valeur'],
				`le début (${debut.valeur}) contredit l’année de l’identifiant « ${id} » ; corriger l’un ou l’autre`,
			),
		);
	if (debut && fin && fin.valeur <= debut.valeur)
		problemes.push(
			refuser(
				['fin', 'valeur'],
				`la fin (${fin.valeur}) ne vient pas après le début (${debut.valeur}) ; corriger l’une des deux`,
			),
		);
	const jour = demain();
	if (ajouteeLe && ajouteeLe > jour)
		problemes.push(refuser(['ajouteeLe'], `${ajouteeLe} est à venir ; écrire le jour où ce fichier est entré`));
	for (const [i, { le }] of changements.entries()) {
		const dire = (pourquoi: string) =>
			problemes.push(refuser(['changements', i, 'le'], `${le} ${pourquoi} ; écrire le jour du changement`));
		if (le > jour) dire('est à venir');
		else if (ajouteeLe && ajouteeLe <= jour && le < ajouteeLe) dire(`est d’avant l’entrée de ce fichier (${ajouteeLe})`);
	}
	for (const champ of ['codes', 'nsf', 'rome'] as const)
		problemes.push(...doubles(faits[champ], champ).map(([chemin, message]) => refuser(chemin, message)));
	for (const [i, { libelle }] of faits.transversales.entries())
		if (faits.transversales.findIndex((autre) => replier(autre.libelle) === replier(libelle)) < i)
			problemes.push(
				refuser(['transversales', i, 'libelle'], `« ${libelle} » est écrit deux fois ; ne le garder qu’une fois`),
			);
	problemes.push(...intitules(faits).map(([chemin, message]) => refuser(chemin, message)));
	problemes.push(...blocs(faits).map(([chemin, message]) => refuser(chemin, message)));
	problemes.push(...placesDesBlocs(fiche, faits, lieu), ...controlerDroits(fiche, lieu, faits));
	return problemes;
}

type Reproche = [chemin: PropertyKey[], message: string];

const doubles = (liste: readonly { valeur: string; type?: string }[], champ: string): Reproche[] => {
	const vues = new Set<string>();
	return liste.flatMap(({ type = '', valeur }, i): Reproche[] => {
		const cle = `${type} ${valeur}`;
		const deja = vues.has(cle);
		vues.add(cle);
		return deja ? [[[champ, i, 'valeur'], `« ${valeur} » est écrit deux fois ; ne le garder qu’une fois`]] : [];
	});
};

/** An ordinary spelling may differ from the official one by capitals, accents and apostrophes, and by nothing else. */
function intitules(faits: VersionDetenue | VersionConnue): Reproche[] {
	const comparer = (officiel: string, usuel: string | undefined, chemin: PropertyKey[]): Reproche[] =>
		usuel === undefined || replier(usuel) === replier(officiel)
			? []
			: [
					[
						chemin,
						`« ${usuel} » n’a pas les mots de l’intitulé officiel « ${officiel} » ; ne changer que capitales, accents et apostrophes`,
					],
				];
	return [
		...comparer(faits.intitule, faits.usuel, ['usuel']),
		...faits.blocs.flatMap((bloc, i) => comparer(bloc.intitule, bloc.usuel, ['blocs', i, 'usuel'])),
	];
}

/** Each competence, each bloc and each code of bloc stands once; a bloc's code is of a fiche of its version. */
function blocs({ blocs, codes: codesVersion }: VersionDetenue | VersionConnue): Reproche[] {
	const codes = new Set<string>();
	const fiches = codesVersion.flatMap(({ type, valeur }) => (type === 'RNCP' ? valeur : []));
	return blocs.flatMap((bloc, i): Reproche[] => {
		const code = bloc.code?.valeur;
		const etranger = code !== undefined && fiches.length > 0 && !fiches.some((fiche) => code.startsWith(`${fiche}BC`));
		const deja = code !== undefined && codes.has(code);
		if (code) codes.add(code);
		return [
			...(deja
				? [
						[
							['blocs', i, 'code', 'valeur'],
							`le code « ${code} » est déjà celui d’un autre bloc ; corriger l’un des deux`,
						] as Reproche,
					]
				: []),
			...(etranger
				? [
						[
							['blocs', i, 'code', 'valeur'],
							`le code « ${code} » n’est pas d’une fiche de cette version (${fiches.join(', ')}) ; corriger l’un ou l’autre`,
						] as Reproche,
					]
				: []),
			...(bloc.competences ?? []).flatMap((libelle, j, tous): Reproche[] =>
				tous.findIndex((autre) => replier(autre) === replier(libelle)) < j
					? [
							[
								['blocs', i, 'competences', j],
								`« ${libelle} » est déjà une compétence de ce bloc ; ne la garder qu’une fois`,
							],
						]
					: [],
			),
		];
	});
}
