import type { Version } from '../version.ts';

/** Versions by the address of their title, `tssr`, oldest first; an address that a version has is left to it. */
export function versionsDuSigle(versions: readonly Version[]): Map<string, Version[]> {
	const ids = new Set(versions.map(({ id }) => id));
	const parSigle = Map.groupBy(versions, ({ sigle }) => sigle.toLowerCase());
	return new Map([...parSigle].filter(([sigle]) => !ids.has(sigle)));
}
