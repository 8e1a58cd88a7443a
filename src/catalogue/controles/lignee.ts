import { enLettres } from '../../domaine/date.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Lecture } from '../lecture.ts';
import { type Probleme, probleme } from '../probleme.ts';
import { placesDesBlocs } from './epreuve.ts';
import { sourcesCitees } from './sources.ts';

/** What a lineage says of its versions and of their successions. */
export const controlerLignees = (lecture: Lecture): Probleme[] => [
	...lecture.lignees.flatMap((fiche) => sourcesCitees(fiche, fiche.data.sources)),
	...lecture.lignees.flatMap((fiche) =>
		fiche.data.versions.flatMap((membre, i) =>
			'sigle' in membre ? placesDesBlocs(fiche, membre, ['versions', i]) : [],
		),
	),
	...membres(lecture),
	...successions(lecture),
	...dates(lecture),
];

/** Each version stands once: held or only known, in one lineage at most. */
function membres({ ids, lignees }: Lecture): Probleme[] {
	const detenues = new Set(ids);
	const vues = new Map<string, string>();
	return lignees.flatMap((fiche) =>
		fiche.data.versions.flatMap((membre, i) => {
			const { id } = membre;
			const deja = vues.get(id);
			vues.set(id, fiche.fichier);
			const refuser = (message: string) => [probleme(fiche, ['versions', i, 'id'], message)];
			if (deja) return refuser(`« ${id} » est déjà dans ${deja} ; une version est d’une seule lignée, une seule fois`);
			if ('sigle' in membre && detenues.has(id))
				return refuser(`« ${id} » est en double : ses faits sont déjà dans titres/${id}.md ; ne garder ici que son id`);
			if (!('sigle' in membre) && !detenues.has(id))
				return refuser(`version « ${id} » inconnue ; ajouter titres/${id}.md ou donner ici ses faits`);
			return [];
		}),
	);
}

/** Edges join versions of the file, forward only: a version cannot succeed to itself, even through others. */
function successions({ lignees }: Lecture): Probleme[] {
	return lignees.flatMap((fiche) => {
		const { data } = fiche;
		const ids = new Set(data.versions.map(({ id }) => id));
		const problemes: Probleme[] = [];
		const suites = new Map<string, string[]>();
		const atteint = (de: string, cible: string): boolean =>
			de === cible || (suites.get(de) ?? []).some((suivante) => atteint(suivante, cible));
		data.successions.forEach(({ de, vers, source, nature }, i) => {
			for (const [champ, id] of [
				['de', de],
				['vers', vers],
			] as const)
				if (!ids.has(id))
					problemes.push(
						probleme(
							fiche,
							['successions', i, champ],
							`version « ${id} » inconnue dans cette lignée ; l’ajouter sous « versions » ou corriger l’id`,
						),
					);
			if (atteint(vers, de))
				problemes.push(
					probleme(
						fiche,
						['successions', i],
						`« ${de} » se succéderait à elle-même ; retirer une succession de cette boucle`,
					),
				);
			else suites.set(de, [...(suites.get(de) ?? []), vers]);
			if (nature === 'officielle' && source && [source].flat().every((c) => data.sources[c]?.nature === 'secondaire'))
				problemes.push(
					probleme(
						fiche,
						['successions', i, 'nature'],
						'une source secondaire ne fait pas une succession officielle ; écrire « secondaire » ou citer un texte',
					),
				);
		});
		return problemes;
	});
}

/** A version ends after it has begun, and what an official text puts in its place begins no earlier than it. */
function dates({ titres, lignees }: Lecture): Probleme[] {
	const debuts = new Map<string, string>();
	const versions = [
		...titres.map((fiche) => ({ fiche, id: fiche.id, data: fiche.data, chemin: [] as PropertyKey[] })),
		...lignees.flatMap((fiche) =>
			fiche.data.versions.flatMap((data, i) =>
				'sigle' in data ? [{ fiche, id: data.id, data, chemin: ['versions', i] as PropertyKey[] }] : [],
			),
		),
	];
	const problemes = versions.flatMap(({ fiche, id, data: { debut, fin }, chemin }) => {
		if (debut) debuts.set(id, debut.valeur);
		if (!debut || !fin || fin.valeur > debut.valeur) return [];
		return [
			probleme(
				fiche,
				[...chemin, 'fin', 'valeur'],
				`« ${id} » finirait le ${fin.valeur}, qui n’est pas après son début, le ${debut.valeur} ; corriger l’une des deux dates`,
			),
		];
	});
	const retours = lignees.flatMap((fiche) =>
		fiche.data.successions.flatMap(({ de, vers, nature }, i) => {
			const [ancien, recent] = [debuts.get(de), debuts.get(vers)];
			if (nature !== 'officielle' || !ancien || !recent || recent >= ancien) return [];
			return [
				probleme(
					fiche,
					['successions', i],
					`« ${vers} » (${recent}) succéderait à « ${de} » (${ancien}) en ayant commencé avant ; inverser la succession ou corriger une date`,
				),
			];
		}),
	);
	return [...problemes, ...retours];
}

/** Held versions that no lineage places. */
export function avertirLignees({ titres, lignees }: Lecture): string[] {
	const placees = new Set(lignees.flatMap(({ data }) => data.versions.map(({ id }) => id)));
	return titres
		.filter(({ id }) => !placees.has(id))
		.map(({ id, fichier }) => `${fichier} : « ${id} » n’est dans aucune lignée ; son statut sera dit inconnu`);
}

/** Facts older than that are to be gathered anew. */
const MOIS_DE_FRAICHEUR = 6;

/**
 * What time has done to the facts, for who builds the site: pages never read the clock.
 * @param jour of the build, `AAAA-MM-JJ`
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
