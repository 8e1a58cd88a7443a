import { idBlocDe } from '../identifiant.ts';
import { libellesDistincts } from './cardinalite.ts';
import type { LienBlocs } from './comparaison.ts';

/** A competence as the question of its place needs it. */
type Placee = { id: string; libelle: string };

/**
 * The competences of one entry that changed bloc: none of their links joins blocs that correspond. The copies of one
 * label are one competence: it has not moved where one of them is in place.
 * @returns `null`, « sans objet », where one side is empty or where no text says what a bloc of the older side became
 */
export const deplacees = (
	de: readonly Placee[],
	vers: readonly Placee[],
	liens: readonly LienBlocs[],
): string[] | null => {
	if (de.length === 0 || vers.length === 0) return null;
	const traite = (bloc: string) => liens.some((lien) => lien.de.includes(bloc));
	if (!de.every(({ id }) => traite(idBlocDe(id)))) return null;
	const repond = (ancienne: Placee, nouvelle: Placee) =>
		liens.some((lien) => lien.de.includes(idBlocDe(ancienne.id)) && lien.vers.includes(idBlocDe(nouvelle.id)));
	const parties = (cote: readonly Placee[], enPlace: (competence: Placee) => boolean) =>
		libellesDistincts(cote).flatMap((copies) => (copies.some(enPlace) ? [] : copies.map(({ id }) => id)));
	return [
		...parties(de, (ancienne) => vers.some((nouvelle) => repond(ancienne, nouvelle))),
		...parties(vers, (nouvelle) => de.some((ancienne) => repond(ancienne, nouvelle))),
	];
};

/** Whether an entry has competences that changed bloc; `null` as for `deplacees`. */
export const deplacee = (...args: Parameters<typeof deplacees>): boolean | null => {
	const parties = deplacees(...args);
	return parties && parties.length > 0;
};
