import type { Lecture } from '../lecture.ts';
import { type Probleme, probleme } from '../probleme.ts';

/** Ids of the terms, and what each term says to see. */
export function controlerGlossaire({ glossaire }: Lecture): Probleme[] {
	if (!glossaire) return [];
	const { data } = glossaire;
	const ids = new Set<string>();
	const doubles = data.flatMap(({ id }, i) => {
		const deja = ids.has(id);
		ids.add(id);
		return deja ? [probleme(glossaire, [i, 'id'], `id « ${id} » en double ; en garder un seul`)] : [];
	});
	const renvois = data.flatMap(({ voir }, i) =>
		voir
			.map((id, j) => ({ id, j }))
			.filter(({ id }) => !ids.has(id))
			.map(({ id, j }) =>
				probleme(glossaire, [i, 'voir', j], `terme « ${id} » inconnu ; corriger le renvoi ou ajouter le terme`),
			),
	);
	return [...doubles, ...renvois];
}
