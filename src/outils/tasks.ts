/** Maximum time of work before yielding to the browser, in milliseconds. */
const TRANCHE = 8;

/** Yields to the main thread so that the page stays responsive. */
export const ceder = (): Promise<void> =>
	'scheduler' in window && 'yield' in scheduler
		? scheduler.yield()
		: new Promise((reprendre) => {
				setTimeout(reprendre);
			});

/**
 * Processes a long list in slices, yielding to the browser in between.
 * @param ajouter called with each element
 * @throws the reason of `signal`, once it is aborted
 */
export async function parTranches<T>(
	elements: Iterable<T>,
	ajouter: (element: T) => void,
	signal: AbortSignal,
): Promise<void> {
	let debut = performance.now();
	for (const element of elements) {
		ajouter(element);
		if (performance.now() - debut < TRANCHE) continue;
		await ceder();
		signal.throwIfAborted();
		debut = performance.now();
	}
}

/**
 * Signals for tasks of which only the latest counts.
 * @returns a function that aborts the previous signal and returns a new one
 */
export function relais(): () => AbortSignal {
	let courant = new AbortController();
	return () => {
		courant.abort();
		courant = new AbortController();
		return courant.signal;
	};
}
