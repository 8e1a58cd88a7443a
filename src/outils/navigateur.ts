/** Finds an element that the markup of the page must have. @throws if it is missing */
export function exiger<E extends Element = HTMLElement>(racine: ParentNode, selecteur: string): E {
	const element = racine.querySelector<E>(selecteur);
	if (!element) throw new Error(`la page n’a pas « ${selecteur} »`);
	return element;
}

/** Downloads a text as a file. */
export function telecharger(nom: string, type: string, contenu: string): void {
	const url = URL.createObjectURL(new Blob([contenu], { type: `${type};charset=utf-8` }));
	const ancre = document.createElement('a');
	ancre.href = url;
	ancre.download = nom;
	document.body.append(ancre);
	ancre.click();
	ancre.remove();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Copies a text to the clipboard, and says in `annonce` whether it worked: browsers may refuse, and do without https.
 * @param quoi start of the message of success: « La comparaison est copiée »
 */
export async function copier(texte: string, annonce: HTMLElement, quoi: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(texte);
		annonce.textContent = `${quoi} dans le presse-papiers.`;
	} catch {
		annonce.textContent = 'Votre navigateur n’a pas permis de copier. Vous pouvez copier la page, ou son adresse.';
	}
}

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
