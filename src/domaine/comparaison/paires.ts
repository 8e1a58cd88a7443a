import type { Correspondance } from '../../schemas/correspondance.ts';
import { aDesLibelles, nomTitre, parAge, type Version } from '../version.ts';

/** An older and a newer version whose comparison has a page. */
export type Paire = { de: Version; vers: Version; correspondance: Correspondance | undefined };

/**
 * Pairs of versions of one lineage whose labels are known, and pairs for which a correspondence file exists.
 * @param versions oldest first
 * @returns pairs sorted by age, older version first
 */
export function listerPaires(versions: readonly Version[], correspondances: readonly Correspondance[]): Paire[] {
	const parId = new Map(versions.map((v) => [v.id, v]));
	const rang = new Map(versions.map((v, i) => [v, i]));
	const parPaire = new Map(correspondances.map((c) => [`${c.de} ${c.vers}`, c]));
	const connues = Map.groupBy(versions, (v) => (aDesLibelles(v) ? v.lignee : undefined));
	connues.delete(undefined);
	const cles = new Set(parPaire.keys());
	for (const membres of connues.values())
		for (const [i, de] of membres.entries()) for (const vers of membres.slice(i + 1)) cles.add(`${de.id} ${vers.id}`);
	const ordre = (a: Version, b: Version) => (rang.get(a) ?? 0) - (rang.get(b) ?? 0);
	return [...cles]
		.map((cle) => {
			const [de, vers] = cle.split(' ').map((id) => parId.get(id)) as [Version, Version];
			return { de, vers, correspondance: parPaire.get(cle) };
		})
		.sort((a, b) => ordre(a.de, b.de) || ordre(a.vers, b.vers));
}

/** A version, with the pairs that it is in. */
export interface PairesDeVersion {
	version: Version;
	pretes: Paire[];
}

/**
 * Pairs under each of their two versions, as a reader looks for them: by name of title, then the newest first, for
 * versions and for those that they are compared with.
 */
export function parVersion(paires: readonly Paire[]): PairesDeVersion[] {
	const autre = ({ de, vers }: Paire, version: Version) => (de === version ? vers : de);
	const versions = [...new Set(paires.flatMap(({ de, vers }) => [de, vers]))];
	return versions
		.sort((a, b) => nomTitre(a).localeCompare(nomTitre(b), 'fr') || parAge(b, a))
		.map((version) => ({
			version,
			pretes: paires
				.filter(({ de, vers }) => de === version || vers === version)
				.sort((a, b) => parAge(autre(b, version), autre(a, version))),
		}));
}
