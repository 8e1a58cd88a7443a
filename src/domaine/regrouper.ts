/** Groups elements by key, in order. An element with several keys is in several groups. */
export function regrouper<T, K>(elements: Iterable<T>, clesDe: (element: T) => readonly K[]): Map<K, T[]> {
	const groupes = new Map<K, T[]>();
	for (const element of elements)
		for (const cle of clesDe(element)) {
			const groupe = groupes.get(cle);
			if (groupe) groupe.push(element);
			else groupes.set(cle, [element]);
		}
	return groupes;
}

/** Number of elements that have each of these keys. */
export const compterPar = <T, C extends string>(
	elements: readonly T[],
	cles: readonly C[],
	cleDe: (element: T) => C,
): Record<C, number> =>
	Object.fromEntries(cles.map((cle) => [cle, elements.filter((e) => cleDe(e) === cle).length])) as Record<C, number>;

/** Elements whose key an earlier one already has, with their index and that of the first. */
export function repetes<T>(elements: readonly T[], cleDe: (element: T) => string) {
	const premiers = new Map<string, number>();
	return elements.flatMap((element, i) => {
		const deja = premiers.get(cleDe(element));
		if (deja !== undefined) return [{ element, i, deja }];
		premiers.set(cleDe(element), i);
		return [];
	});
}
