import { idBlocDe } from '../identifiant.ts';
import { libellesDistincts } from './cardinalite.ts';
import type { LienBlocs } from './comparaison.ts';

/** The fields of a competence needed here. */
type Placee = { id: string; libelle: string };

/**
 * Tells which competences of one entry changed bloc: none of their links joins two blocs that correspond. Copies of one
 * label count as one competence, in place if one of the copies is.
 * @returns answers by competence id, `null` (« sans objet ») if no text maps an older bloc that the answer depends on;
 * empty if one side of the entry is empty
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
	const suivie = (ancienne: Placee) => vers.some((nouvelle) => repond(ancienne, nouvelle));
	const venue = (nouvelle: Placee) => de.some((ancienne) => repond(ancienne, nouvelle));
	const connues = de.every(traitee);
	return new Map([...juger(de, suivie, (copies) => copies.every(traitee)), ...juger(vers, venue, () => connues)]);
};

/** Ids of the competences of one entry that changed bloc. */
export const deplacees = (...args: Parameters<typeof deplacements>): string[] =>
	[...deplacements(...args)].filter(([, bougee]) => bougee).map(([id]) => id);

/** Whether some competences of an entry changed bloc; `null` if none is known to and the answer is unknown for one. */
export const deplacee = (...args: Parameters<typeof deplacements>): boolean | null => {
	const places = [...deplacements(...args).values()];
	if (places.includes(true)) return true;
	return places.length === 0 || places.includes(null) ? null : false;
};
