import type { Succession } from '../../schemas/lignee.ts';

/**
 * The shortest way from one version to another along successions, of any nature; nothing where none leads there. What a
 * competence « becomes » is said along such a way only: two versions that nothing joins are compared.
 */
export const chemin = (
	successions: readonly Pick<Succession, 'de' | 'vers' | 'nature'>[],
	de: string,
	vers: string,
): Pick<Succession, 'de' | 'vers' | 'nature'>[] | undefined => {
	const parDe = Map.groupBy(successions, (s) => s.de);
	const file = [{ version: de, pas: [] as Pick<Succession, 'de' | 'vers' | 'nature'>[] }];
	const vues = new Set([de]);
	for (const { version, pas } of file) {
		if (version === vers) return pas;
		for (const succession of parDe.get(version) ?? []) {
			if (vues.has(succession.vers)) continue;
			vues.add(succession.vers);
			file.push({ version: succession.vers, pas: [...pas, succession] });
		}
	}
	return undefined;
};
