import { repetes } from '../../domaine/regrouper.ts';
import { replier } from '../../domaine/texte/normaliser.ts';
import type { FichierLu, Lecture } from '../lecture.ts';
import { type Probleme, probleme, signalerDans } from '../probleme.ts';

/** Checks that ids, written forms and concepts are unique, and that `voir` names other terms. */
export const controlerGlossaire = (lecture: Lecture): Probleme[] => [...termes(lecture), ...concepts(lecture)];

/** Duplicate values: every occurrence after the first is reported, with the path of the first. */
const doubles = (
	lu: FichierLu<unknown>,
	valeurs: readonly { valeur: string; chemin: PropertyKey[] }[],
	dire: (valeur: string, deja: string) => string,
): Probleme[] =>
	repetes(valeurs, ({ valeur }) => valeur).map(({ element: { valeur, chemin }, deja }) =>
		probleme(lu, chemin, dire(valeur, valeurs[deja]?.chemin.join('.') ?? '')),
	);

function termes({ glossaire }: Lecture): Probleme[] {
	if (!glossaire) return [];
	const { data } = glossaire;
	const ids = new Set(data.map(({ id }) => id));
	const formes = data.flatMap(({ terme, formes }, i) => [
		{ valeur: terme, chemin: [i, 'terme'] },
		...formes.map((valeur, j) => ({ valeur, chemin: [i, 'formes', j] })),
	]);
	const renvois = data.flatMap(({ id: ici, voir }, i) =>
		voir.flatMap((id, j) => {
			const message = !ids.has(id)
				? `terme « ${id} » inconnu ; corriger le renvoi ou ajouter le terme`
				: id === ici
					? `« ${id} » renvoie à lui-même ; retirer ce renvoi`
					: voir.indexOf(id) < j && `renvoi « ${id} » en double ; ne le garder qu’une fois`;
			return signalerDans(glossaire)([i, 'voir', j], message);
		}),
	);
	const repetes = doubles(
		glossaire,
		data.map(({ id }, i) => ({ valeur: id, chemin: [i, 'id'] })),
		(id) => `id « ${id} » en double ; en garder un seul`,
	);
	return [
		...repetes,
		...doubles(glossaire, formes, (forme, deja) => `« ${forme} » est déjà écrit (${deja}) ; ne le garder qu’une fois`),
		// Of two terms with the same id, one will be renamed; its new id may be one that these references name.
		...(repetes.length ? [] : renvois),
	];
}

function concepts({ lexique }: Lecture): Probleme[] {
	if (!lexique) return [];
	const noms = lexique.data.map(({ concept }, i) => ({ valeur: concept, chemin: [i, 'concept'] }));
	const expressions = lexique.data.flatMap(({ termes }, i) =>
		termes.map((terme, j) => ({ valeur: replier(terme), chemin: [i, 'termes', j] })),
	);
	return [
		...doubles(lexique, noms, (nom) => `concept « ${nom} » en double ; réunir leurs termes sous un seul`),
		...doubles(
			lexique,
			expressions,
			(terme, deja) => `« ${terme} » est déjà écrit (${deja}) ; ne le garder qu’une fois`,
		),
	];
}
