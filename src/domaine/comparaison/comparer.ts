import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Lexique } from '../../schemas/lexique.ts';
import type { Referentiel } from '../referentiel.ts';
import type { Comparaison } from './comparaison.ts';
import { liensBlocs } from './liens-blocs.ts';

/** TEMPORARY until the real one lands. */
export const comparer = (
	de: Referentiel,
	vers: Referentiel,
	correspondance: Correspondance | undefined,
	_lexique: Lexique,
): Comparaison => ({ de: de.id, vers: vers.id, blocs: liensBlocs(correspondance), competences: [] });
