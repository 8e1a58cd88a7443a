import type { Sources } from '../../schemas/source.ts';
import { citees } from '../fait.ts';
import type { Version } from '../version.ts';

/**
 * The sources of a version: those that its facts and rules cite, and the documents of its text. A known version shares
 * the sources of its lineage's file, some of which do not concern it.
 */
export function sourcesCitees(version: Version): Sources {
	const siennes = citees(version);
	const garder = ([cle, { document }]: [string, Sources[string]]) => siennes.has(cle) || document !== undefined;
	return Object.fromEntries(Object.entries(version.sources).filter(garder));
}
