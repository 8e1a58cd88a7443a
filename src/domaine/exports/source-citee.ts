import type { Sources } from '../../schemas/source.ts';
import { citees } from '../fait.ts';
import type { Version } from '../version.ts';

/**
 * The sources that a version rests on: those that its facts and rules cite, and the documents of its text. A version
 * that is only known shares the list of its lineage, where the others have nothing to say of it.
 */
export function sourcesCitees(version: Version): Sources {
	const siennes = citees(version);
	const garder = ([cle, { document }]: [string, Sources[string]]) => siennes.has(cle) || document !== undefined;
	return Object.fromEntries(Object.entries(version.sources).filter(garder));
}
