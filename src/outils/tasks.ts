/** Longest stretch of work between two chances for the browser to draw and to listen, in milliseconds. */
const TRANCHE = 8;

/** Yields to the main thread so that the page stays responsive. */
export const ceder = (): Promise<void> =>
	'scheduler' in window && 'yield' in scheduler
		? scheduler.yield()
		: new Promise((reprendre) => {
				setTimeout(reprendre);
			});

/**
 * Adds the elements of a long list a few at a time, yielding in between.
 * @param ajouter called with each one
 * @throws where `signal` says that the list is no longer wanted
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
 * Signals for work of which only the last counts.
 * @returns gives a new signal, and aborts the one before: an answer that comes under it comes too late
 */
export function relais(): () => AbortSignal {
	let courant = new AbortController();
	return () => {
		courant.abort();
		courant = new AbortController();
		return courant.signal;
	};
}
