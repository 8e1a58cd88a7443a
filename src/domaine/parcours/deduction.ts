import type { LienBlocs } from '../comparaison/comparaison.ts';

/**
 * A bloc that a person holds, or that a text deems them to hold (« sont réputés avoir obtenu… ») because they hold, or
 * are deemed to hold, every bloc that the text requires.
 */
export type Acquis =
	| { bloc: string; voie: 'detenu'; detention: Detention }
	| { bloc: string; voie: 'repute'; lien: LienBlocs; depuis: Acquis[] };

/**
 * Everything that official correspondences deduce from the blocs that a person holds. A correspondence that requires
 * several blocs applies only if all are there. None is read backwards.
 * @returns by bloc id; if several chains lead to a bloc, the shortest, then the first listed
 */
export function deduire(detentions: readonly Detention[], liens: readonly LienBlocs[]): Map<string, Acquis> {
	const acquis = new Map<string, Acquis>(
		detentions.map((detention) => [detention.bloc, { bloc: detention.bloc, voie: 'detenu', detention }]),
	);
	for (let avant = -1; avant !== acquis.size; ) {
		avant = acquis.size;
		const trouves: Acquis[] = [];
		for (const lien of liens) {
			const depuis = lien.de.flatMap((id) => acquis.get(id) ?? []);
			if (!lien.de.length || depuis.length < lien.de.length) continue;
			for (const bloc of lien.vers) trouves.push({ bloc, voie: 'repute', lien, depuis });
		}
		for (const a of trouves) if (!acquis.has(a.bloc)) acquis.set(a.bloc, a);
	}
	return acquis;
}

/** Held blocs from which a bloc is deduced. */
export const fondements = (acquis: Acquis): Detention[] => [
	...new Set(acquis.voie === 'detenu' ? [acquis.detention] : acquis.depuis.flatMap(fondements)),
];

/** Official links that lead to a bloc, in the order in which they apply, without duplicates. */
export const chaine = (acquis: Acquis): LienBlocs[] =>
	acquis.voie === 'detenu' ? [] : [...new Set([...acquis.depuis.flatMap(chaine), acquis.lien])];

/** A bloc that a person says they hold. */
export interface Detention {
	/** `tssi-2003/ccp-1` */
	bloc: string;
	/** `AAAA`, `AAAA-MM` or `AAAA-MM-JJ`, as the person gave it. */
	obtenuLe?: string | undefined;
}
