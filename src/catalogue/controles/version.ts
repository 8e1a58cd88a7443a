import { enLettres } from '../../domaine/date.ts';
import { idRelatif } from '../../domaine/identifiant.ts';
import { repetes } from '../../domaine/regrouper.ts';
import { memeLibelle, replier } from '../../domaine/texte/normaliser.ts';
import { numeroter } from '../../domaine/version.ts';
import type { Sources } from '../../schemas/source.ts';
import type { VersionConnue, VersionDetenue } from '../../schemas/version.ts';
import type { FichierLu, Lecture } from '../lecture.ts';
import { type Probleme, type Signaler, signalerDans } from '../probleme.ts';
import { controlerDroits } from './sources.ts';

/** The latest date anywhere on Earth (UTC+14): no recorded day can be after it. */
export const demain = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** Beginning of a version: its first day if known, otherwise the year of its id. */
type Date = Pick<VersionDetenue, 'debut'> & { id: string };

/** Whether one version begins after another, compared by day, or by year if one of the days is unknown. */
export function apres(a: Date, b: Date): boolean {
	const [jourA, jourB] = [a.debut?.valeur, b.debut?.valeur];
	if (jourA && jourB) return jourA > jourB;
	return (jourA ?? a.id.slice(-4)).slice(0, 4) > (jourB ?? b.id.slice(-4)).slice(0, 4);
}

/** Held and known versions that were read, by id. */
export function versionsLues({ titres, lignees }: Pick<Lecture, 'titres' | 'lignees'>): Map<string, Lue> {
	const connues: Lue[] = lignees.flatMap(({ data }) => data.versions.filter((version) => 'sigle' in version));
	const tenues: Lue[] = titres.map(({ id, data }) => ({ ...data, id }));
	return new Map([...connues, ...tenues].map((version) => [version.id, version]));
}

export type Lue = VersionConnue | (VersionDetenue & { id: string });

type Faits = VersionDetenue | VersionConnue;

/** Checks the facts of a version against each other. @param lieu path of these facts in their file */
export function controlerFaits(
	lu: FichierLu<{ sources: Sources }>,
	lieu: readonly PropertyKey[],
	id: string,
	faits: Faits,
): Probleme[] {
	const signaler = signalerDans(lu, lieu);
	const { sigle, debut, fin, ajouteeLe, changements = [] } = faits;
	const attendu = `${sigle.toLowerCase()}-${id.slice(-4)}`;
	const contredit = `« ${sigle} » contredit l’identifiant « ${id} » ; corriger l’un ou l’autre (${attendu})`;
	const tropTot = `la fin (${fin?.valeur}) ne vient pas après le début (${debut?.valeur}) ; corriger l’une des deux`;
	const jour = demain();
	return [
		...signaler(['sigle'], id !== attendu && contredit),
		...signaler(['fin', 'valeur'], debut && fin && fin.valeur <= debut.valeur && tropTot),
		...signaler(
			['fin', 'valeur'],
			fin?.auPlusTard &&
				fin.valeur > jour &&
				`${fin.valeur} est à venir, aucune source n’a pu y constater la fin ; retirer « auPlusTard », ou corriger le jour`,
		),
		...signaler(
			['ajouteeLe'],
			ajouteeLe && ajouteeLe > jour && `${ajouteeLe} est à venir ; écrire le jour où ce fichier est entré`,
		),
		...changements.flatMap(({ le }, i) =>
			signaler(['changements', i, 'le'], le > jour && `${le} est à venir ; écrire le jour du changement`),
		),
		...doubles(signaler, faits),
		...intitules(signaler, faits),
		...codesDesBlocs(signaler, faits),
		...placesDesBlocs(signaler, faits),
		...controlerDroits(lu, lieu, faits),
	];
}

/** Duplicate codes, NSF and ROME codes, competences and fiches. Labels are compared with typography set aside. */
function doubles(signaler: Signaler, { codes, nsf, rome, transversales, blocs, fiches = [] }: Faits): Probleme[] {
	/** @param champ field of the elements of this list that must differ */
	const champs = <C extends string, T extends Record<C, string>>(
		liste: readonly T[],
		chemin: PropertyKey,
		champ: C,
		cle: (element: T) => string = (element) => element[champ],
		reproche = 'est écrit deux fois ; ne le garder qu’une fois',
	) =>
		repetes(liste, cle).flatMap(({ element, i }) => signaler([chemin, i, champ], `« ${element[champ]} » ${reproche}`));
	/** Labels of which an earlier one is the same. An accent may tell two labels of one key apart. */
	const libelles = (liste: readonly string[], chemin: (i: number) => PropertyKey[], reproche: string) =>
		repetes(liste, replier)
			.filter(({ element, i }) => liste.slice(0, i).some((avant) => memeLibelle(avant, element)))
			.flatMap(({ element, i }) => signaler(chemin(i), `« ${element} » ${reproche}`));
	return [
		...champs(codes, 'codes', 'valeur', ({ type, valeur }) => `${type} ${valeur}`),
		...champs(nsf, 'nsf', 'valeur'),
		...champs(rome, 'rome', 'valeur'),
		...libelles(
			transversales.map(({ libelle }) => libelle),
			(i) => ['transversales', i, 'libelle'],
			'est écrit deux fois ; ne le garder qu’une fois',
		),
		...champs(fiches, 'fiches', 'competence', undefined, 'a deux fiches ; n’en garder qu’une'),
		...blocs.flatMap(({ competences }, i) =>
			libelles(
				competences,
				(j) => ['blocs', i, 'competences', j],
				'est déjà une compétence de ce bloc ; ne la garder qu’une fois',
			),
		),
	];
}

/** Checks that a usual title differs from the official one by capitals, accents and apostrophes only. */
function intitules(signaler: Signaler, faits: Faits): Probleme[] {
	const comparer = ({ intitule, usuel }: Pick<Faits, 'intitule' | 'usuel'>, chemin: PropertyKey[]): Probleme[] => {
		const message = `« ${usuel} » n’a pas les mots de l’intitulé officiel « ${intitule} » ; ne changer que capitales, accents et apostrophes`;
		return signaler(chemin, usuel !== undefined && replier(usuel) !== replier(intitule) && message);
	};
	return [...comparer(faits, ['usuel']), ...faits.blocs.flatMap((bloc, i) => comparer(bloc, ['blocs', i, 'usuel']))];
}

/** Checks that each bloc code is unique and belongs to an RNCP fiche of the version. */
function codesDesBlocs(signaler: Signaler, { blocs, codes }: Faits): Probleme[] {
	const fiches = codes.flatMap(({ type, valeur }) => (type === 'RNCP' ? valeur : []));
	const siens = blocs.flatMap(({ code }, i) =>
		code ? [{ code: code.valeur, chemin: ['blocs', i, 'code', 'valeur'] }] : [],
	);
	return [
		...repetes(siens, ({ code }) => code).flatMap(({ element: { code, chemin } }) =>
			signaler(chemin, `le code « ${code} » est déjà celui d’un autre bloc ; corriger l’un des deux`),
		),
		...siens.flatMap(({ code, chemin }) => {
			const autre = fiches.length > 0 && !fiches.some((fiche) => code.startsWith(`${fiche}BC`));
			const message = `le code « ${code} » n’est pas d’une fiche de cette version (${fiches.join(', ')}) ; corriger l’un ou l’autre`;
			return signaler(chemin, autre && message);
		}),
	];
}

/** Checks that exams and fiches name blocs and competences of the version. */
function placesDesBlocs(signaler: Signaler, { blocs, epreuves = [], fiches = [] }: Faits): Probleme[] {
	const numerotes = numeroter('', blocs);
	const connus = numerotes.map(({ id }) => idRelatif(id));
	const competences = new Set(numerotes.flatMap((bloc) => bloc.competences.map(({ id }) => idRelatif(id))));
	const noms = connus.join(', ') || '(aucun)';
	return [
		...epreuves.flatMap(({ pour }, i) => {
			const message = `cette version n’a pas de bloc « ${pour} » ; « titre », ou l’un de : ${noms}`;
			return signaler(['epreuves', i, 'pour'], pour !== 'titre' && !connus.includes(pour) && message);
		}),
		...fiches.flatMap(({ competence }, i) => {
			const message = `cette version n’a pas de compétence « ${competence} » ; ses blocs : ${noms}`;
			return signaler(['fiches', i, 'competence'], !competences.has(competence) && message);
		}),
	];
}

/**
 * Warns if the year of an id is not that of the beginning. One year apart is normal: the arrêté may precede the title.
 */
export const avertirAnnees = (lecture: Lecture): string[] =>
	[...versionsLues(lecture).values()].flatMap(({ id, debut }) =>
		debut && Math.abs(Number(debut.valeur.slice(0, 4)) - Number(id.slice(-4))) > 1
			? [`« ${id} » commence le ${enLettres(debut.valeur)} ; corriger l’année de l’identifiant, ou ce début`]
			: [],
	);
