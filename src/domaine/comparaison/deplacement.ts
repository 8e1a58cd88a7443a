import { idBlocDe } from '../identifiant.ts';
import { libellesDistincts } from './cardinalite.ts';
import type { LienBlocs } from './comparaison.ts';

/** The fields of a competence needed here. */
type Placee = { id: string; libelle: string };

/**
 * Competences of one entry that changed bloc: none of their links joins two blocs that correspond. Copies of one label
 * count as one competence, in place if one of the copies is.
 * @returns `null` (« sans objet ») if one side is empty, or if no text maps one of the older blocs
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

/** Whether some competences of an entry changed bloc; `null` as in `deplacees`. */
export const deplacee = (...args: Parameters<typeof deplacees>): boolean | null => {
	const parties = deplacees(...args);
	return parties && parties.length > 0;
};
