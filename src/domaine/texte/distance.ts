/**
 * Damerau-Levenshtein distance (optimal string alignment) of two words.
 * @param limite if the lengths differ by more, returns `limite + 1` without computing
 */
export function distance(a: string, b: string, limite = Number.POSITIVE_INFINITY): number {
	if (Math.abs(a.length - b.length) > limite) return limite + 1;
	let avant: number[] = [];
	let ligne = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const suivante = [i];
		for (let j = 1; j <= b.length; j++) {
			const memes = a[i - 1] === b[j - 1];
			let cout = Math.min((ligne[j] ?? 0) + 1, (suivante[j - 1] ?? 0) + 1, (ligne[j - 1] ?? 0) + (memes ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cout = Math.min(cout, (avant[j - 2] ?? 0) + 1);
			suivante.push(cout);
		}
		[avant, ligne] = [ligne, suivante];
	}
	return ligne[b.length] ?? 0;
}
