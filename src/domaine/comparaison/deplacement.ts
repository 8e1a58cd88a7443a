import { idBlocDe } from '../referentiel.ts';
import type { LienBlocs } from './comparaison.ts';

/**
 * Whether competences changed bloc: one of them has no counterpart in a bloc that its own bloc corresponds to.
 * `null`, « sans objet », where one side is empty or where no text says what a bloc of the older side became.
 */
export const deplacee = (
	de: readonly string[],
	vers: readonly string[],
	liens: readonly LienBlocs[],
): boolean | null => {
	if (de.length === 0 || vers.length === 0) return null;
	const traite = (bloc: string) => liens.some((lien) => lien.de.includes(bloc));
	if (!de.every((id) => traite(idBlocDe(id)))) return null;
	const repond = (ancien: string, nouveau: string) =>
		liens.some((lien) => lien.de.includes(idBlocDe(ancien)) && lien.vers.includes(idBlocDe(nouveau)));
	const enPlace =
		de.every((ancien) => vers.some((nouveau) => repond(ancien, nouveau))) &&
		vers.every((nouveau) => de.some((ancien) => repond(ancien, nouveau)));
	return !enPlace;
};
