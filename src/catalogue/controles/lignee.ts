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

/** Held versions that no lineage places. */
export function avertirLignees({ titres, lignees }: Lecture): string[] {
	const placees = new Set(lignees.flatMap(({ data }) => data.versions.map(({ id }) => id)));
	return titres
		.filter(({ id }) => !placees.has(id))
		.map(({ id, fichier }) => `${fichier} : « ${id} » n’est dans aucune lignée ; son statut sera dit inconnu`);
}
