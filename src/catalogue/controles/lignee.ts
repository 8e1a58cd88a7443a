import { enLettres } from '../../domaine/date.ts';
import { cles } from '../../domaine/fait.ts';
import type { Lignee } from '../../schemas/lignee.ts';
import type { Catalogue } from '../catalogue.ts';
import type { FichierLu, Lecture } from '../lecture.ts';
import { type Probleme, signalerDans } from '../probleme.ts';
import { aSonFichier, controlerSources } from './sources.ts';
import { apres, controlerFaits, demain, type Lue, versionsLues } from './version.ts';

export function controlerLignees(lecture: Lecture): Probleme[] {
	const versions = versionsLues(lecture);
	return [
		...lecture.lignees.flatMap((lu) => [
			...controlerSources(lu, lecture.dossier),
			...controlerJour(lu, versions),
			...lu.data.versions.flatMap((membre, i) =>
				'sigle' in membre ? controlerFaits(lu, ['versions', i], membre.id, membre) : [],
			),
		]),
		...membres(lecture),
		...successions(lecture, versions),
	];
}

/** Checks that `etatAu` is neither in the future nor before all versions. Pages never read this clock. */
function controlerJour(lu: FichierLu<Lignee>, versions: ReadonlyMap<string, Lue>): Probleme[] {
	const { etatAu } = lu.data;
	const debuts = lu.data.versions.map(({ id }) => versions.get(id)?.debut?.valeur ?? `${id.slice(-4)}-01-01`);
	const pourquoi =
		etatAu > demain() ? 'est à venir' : debuts.every((debut) => etatAu < debut) && 'est d’avant toutes ces versions';
	return signalerDans(lu)(['etatAu'], pourquoi && `${etatAu} ${pourquoi} ; écrire le jour où ces faits ont été réunis`);
}

/** Checks that each version is listed once, in one lineage, and has its facts in one place. */
function membres(lecture: Lecture): Probleme[] {
	const { ids, lignees } = lecture;
	const detenues = new Set(ids);
	const vues = new Map<string, string>();
	return lignees.flatMap((lu) =>
		lu.data.versions.flatMap((membre, i) => {
			const { id } = membre;
			const deja = vues.get(id);
			vues.set(id, lu.fichier);
			const message = deja
				? `« ${id} » est déjà dans ${deja} ; une version est d’une seule lignée, une seule fois`
				: 'sigle' in membre
					? detenues.has(id) &&
						`« ${id} » est en double : ses faits sont déjà dans titres/${id}.md ; ne garder ici que son id`
					: !aSonFichier(lecture, id) && `version « ${id} » inconnue ; ajouter titres/${id}.md ou donner ici ses faits`;
			return signalerDans(lu)(['versions', i, 'id'], message);
		}),
	);
}

/** Checks that successions join versions of the file, each pair once, from older to newer and without a loop. */
function successions(lecture: Lecture, lues: ReadonlyMap<string, Lue>): Probleme[] {
	return lecture.lignees.flatMap((lu) => {
		const { data } = lu;
		const ids = new Set(data.versions.map(({ id }) => id));
		const suites = new Map<string, string[]>();
		const atteint = (de: string, cible: string): boolean =>
			de === cible || (suites.get(de) ?? []).some((suivante) => atteint(suivante, cible));
		return data.successions.flatMap(({ de, vers, source, nature }, i): Probleme[] => {
			const refuser = signalerDans(lu, ['successions', i]);
			const inconnues = Object.entries({ de, vers }).filter(([, id]) => !ids.has(id));
			if (inconnues.length)
				return inconnues.flatMap(([cote, id]) =>
					refuser(
						[cote],
						`version « ${id} » inconnue dans cette lignée ; l’ajouter sous « versions » ou corriger l’id`,
					),
				);
			const [ancienne, nouvelle] = [lues.get(de), lues.get(vers)];
			const faute = suites.get(de)?.includes(vers)
				? `« ${de} » et « ${vers} » ont déjà leur succession ; n’en garder qu’une`
				: atteint(vers, de)
					? `« ${de} » se succéderait à elle-même ; retirer une succession de cette boucle`
					: ancienne &&
						nouvelle &&
						apres(ancienne, nouvelle) &&
						`« ${de} » commence après « ${vers} », qui ne peut lui succéder ; échanger « de » et « vers »`;
			suites.set(de, [...(suites.get(de) ?? []), vers]);
			const declarees = cles(source ?? []).flatMap((cle) => data.sources[cle]?.nature ?? []);
			const tropSure =
				nature === 'officielle' &&
				declarees.length > 0 &&
				declarees.every((n) => n === 'secondaire') &&
				'une source secondaire ne fait pas une succession officielle ; écrire « secondaire » ou citer un texte';
			return [...refuser([], faute), ...refuser(['nature'], tropSure)];
		});
	});
}

/** Warns about held versions that are in no lineage. */
export function avertirLignees({ titres, lignees }: Lecture): string[] {
	const placees = new Set(lignees.flatMap(({ data }) => data.versions.map(({ id }) => id)));
	return titres
		.filter(({ id }) => !placees.has(id))
		.map(({ id, fichier }) => `${fichier} : « ${id} » n’est dans aucune lignée ; son état sera dit inconnu`);
}

/** Age in months from which facts should be checked again. */
const MOIS_DE_FRAICHEUR = 6;

/**
 * Warnings about facts that have grown old. They go to whoever builds the site: pages never read the clock.
 * @param jour day of the build, `AAAA-MM-JJ`
 */
export function avertirTemps({ versions, lignees }: Pick<Catalogue, 'versions' | 'lignees'>, jour: string): string[] {
	const limite = new Date(jour);
	limite.setUTCMonth(limite.getUTCMonth() - MOIS_DE_FRAICHEUR);
	const vieilles = lignees.filter(({ etatAu }) => etatAu < limite.toISOString().slice(0, 10));
	const finies = versions.filter(({ etat }) => etat.cle === 'en-vigueur' && etat.fin && etat.fin <= jour);
	return [
		...vieilles.map(
			({ id, etatAu }) =>
				`lignees/${id}.yaml : ses faits datent du ${enLettres(etatAu)}, il y a plus de six mois ; les vérifier au RNCP, puis changer « etatAu »`,
		),
		...finies.map(
			({ id, etat }) =>
				`« ${id} » est dite en vigueur, et sa fin, le ${enLettres(etat.fin ?? '')}, est passée ; vérifier ce qui la suit, puis changer « etatAu »`,
		),
	];
}
