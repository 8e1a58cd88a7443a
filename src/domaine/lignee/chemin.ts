type Pas = { de: string; vers: string };

/**
 * Shortest path from one version to another along successions of any nature; undefined if there is none. A competence
 * is said to « become » another only along such a path.
 * @param suivantes successions that start from a version
 */
export function chemin<P extends Pas>(
	suivantes: (version: string) => readonly P[],
	de: string,
	vers: string,
): P[] | undefined {
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
