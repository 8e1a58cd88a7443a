/** Longest stretch of work between two chances for the browser to draw and to listen, in milliseconds. */
const TRANCHE = 8;

/** Lets the browser draw what is there, and hear the reader, before what follows. */
export const souffler = (): Promise<void> =>
	'scheduler' in window && 'yield' in scheduler
		? scheduler.yield()
		: new Promise((reprendre) => {
				setTimeout(reprendre);
			});

/**
 * Appends elements a few at a time, so that a long list never holds the page.
 * @param signal stops where the list is no longer wanted
 */
export async function ajouterParTranches(
	liste: HTMLElement,
	elements: Iterable<HTMLElement>,
	signal: AbortSignal,
): Promise<void> {
	let debut = performance.now();
	for (const element of elements) {
		liste.append(element);
		if (performance.now() - debut < TRANCHE) continue;
		await souffler();
		if (signal.aborted) return;
		debut = performance.now();
	}
}
