import { idBlocDe } from '../identifiant.ts';
import { libellesDistincts } from './cardinalite.ts';
import type { LienBlocs } from './comparaison.ts';

/** The fields of a competence needed here. */
type Placee = { id: string; libelle: string };

/**
 * Whether each competence of one entry changed bloc: none of its links joins blocs that correspond. The copies of one
 * label are one competence: it has not moved where one of them is in place.
 * @returns by id; `null`, « sans objet », where no text says what a bloc became that the question asks of; nothing where
 * one side is empty
 */
export const deplacements = (
	de: readonly Placee[],
	vers: readonly Placee[],
	liens: readonly LienBlocs[],
): ReadonlyMap<string, boolean | null> => {
	if (de.length === 0 || vers.length === 0) return new Map();
	const traitee = ({ id }: Placee) => liens.some((lien) => lien.de.includes(idBlocDe(id)));
	const repond = (ancienne: Placee, nouvelle: Placee) =>
		liens.some((lien) => lien.de.includes(idBlocDe(ancienne.id)) && lien.vers.includes(idBlocDe(nouvelle.id)));
	const juger = (cote: readonly Placee[], enPlace: (c: Placee) => boolean, connue: (copies: Placee[]) => boolean) =>
		libellesDistincts(cote).flatMap((copies) => {
			const bougee = copies.some(enPlace) ? false : connue(copies) || null;
			return copies.map(({ id }) => [id, bougee] as const);
		});
	return new Map([
		...juger(
			de,
			(ancienne) => vers.some((nouvelle) => repond(ancienne, nouvelle)),
			(copies) => copies.every(traitee),
		),
		...juger(
			vers,
			(nouvelle) => de.some((ancienne) => repond(ancienne, nouvelle)),
			() => de.every(traitee),
		),
	]);
};

/** The competences of one entry that changed bloc. */
export const deplacees = (...args: Parameters<typeof deplacements>): string[] =>
	[...deplacements(...args)].filter(([, bougee]) => bougee).map(([id]) => id);

/** Whether an entry has competences that changed bloc; `null` where none did and of one at least nobody can say. */
export const deplacee = (...args: Parameters<typeof deplacements>): boolean | null => {
	const places = [...deplacements(...args).values()];
	if (places.includes(true)) return true;
	return places.length === 0 || places.includes(null) ? null : false;
};
