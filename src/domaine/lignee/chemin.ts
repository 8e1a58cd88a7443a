import type { NatureSuccession } from '../../schemas/lignee.ts';

type Pas = { de: string; vers: string; nature: NatureSuccession };

/** Natures of successions, strongest first. */
const NATURES: readonly NatureSuccession[] = ['officielle', 'secondaire', 'editoriale'];

/**
 * Best path from one version to another along successions; undefined if there is none. A competence is said to « become »
 * another only along such a path. A path is as strong as its weakest step: the strongest one is returned, and the
 * shortest of those as strong.
 * @param suivantes successions that start from a version
 */
export function chemin<P extends Pas>(
	suivantes: (version: string) => readonly P[],
	de: string,
	vers: string,
): P[] | undefined {
	for (const [rang] of NATURES.entries()) {
		const admises = NATURES.slice(0, rang + 1);
		const pas = plusCourt((version) => suivantes(version).filter(({ nature }) => admises.includes(nature)), de, vers);
		if (pas) return pas;
	}
	return undefined;
}

function plusCourt<P extends Pas>(suivantes: (version: string) => readonly P[], de: string, vers: string) {
	const file: { version: string; pas: P[] }[] = [{ version: de, pas: [] }];
	const vues = new Set([de]);
	for (const { version, pas } of file) {
		if (version === vers) return pas;
		for (const succession of suivantes(version)) {
			if (vues.has(succession.vers)) continue;
			vues.add(succession.vers);
			file.push({ version: succession.vers, pas: [...pas, succession] });
		}
	}
	return undefined;
}

/** All ids reachable from some ids, these included. */
export function atteindre(depart: Iterable<string>, suivantes: (version: string) => Iterable<string>): Set<string> {
	const vues = new Set(depart);
	for (const id of vues) for (const suivante of suivantes(id)) vues.add(suivante);
	return vues;
}
