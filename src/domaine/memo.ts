/** Memoises a function of an object, for as long as that object lives. */
export const parObjet = <O extends object, T>(calculer: (objet: O) => T): ((objet: O) => T) =>
	memoiser(new WeakMap<O, T>(), calculer);

/** Memoises a function of a text. */
export const parTexte = <T>(calculer: (texte: string) => T): ((texte: string) => T) =>
	memoiser(new Map<string, T>(), calculer);

function memoiser<C, T>(
	calcules: { get(cle: C): T | undefined; set(cle: C, valeur: T): unknown },
	calculer: (cle: C) => T,
): (cle: C) => T {
	return (cle) => {
		const deja = calcules.get(cle);
		if (deja !== undefined) return deja;
		const calcule = calculer(cle);
		calcules.set(cle, calcule);
		return calcule;
	};
}
