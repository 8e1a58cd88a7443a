import type { CleSource } from '../../schemas/fait.ts';
import type { Source, Sources } from '../../schemas/source.ts';
import { cles } from '../fait.ts';
import type { Version } from '../version.ts';

/**
 * The sources that a version rests on: those that its facts and rules cite, and the documents of its text. A version
 * that is only known shares the list of its lineage, where the others have nothing to say of it.
 */
export function sourcesCitees(version: Version): Sources {
	const { niveau, nsf, rome, codes, debut, fin, remarques, regles, attributions, reparations } = version;
	const { epreuves = [], evolution, fiches = [] } = version;
	const citations: { source?: CleSource | undefined }[] = [
		...[niveau, debut, fin, evolution].filter((f) => f !== undefined),
		...version.blocs.flatMap(({ source, code }) => [{ source }, { source: code?.source }]),
		...version.transversales,
		...[nsf, rome, codes, remarques, epreuves, fiches, attributions, reparations].flat(),
		...Object.values(regles),
	];
	const citees = new Set(citations.flatMap(({ source }) => (source === undefined ? [] : cles(source))));
	const garder = ([cle, source]: [string, Source]) => citees.has(cle) || source.document !== undefined;
	return Object.fromEntries(Object.entries(version.sources).filter(garder));
}
