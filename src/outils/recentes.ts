import { VERSIONS_MAXIMUM } from '../domaine/etat-url/comparaison-libre.ts';
import { lireIds } from '../domaine/etat-url/liste.ts';

/** The one thing that the site keeps in the browser, and only once the reader has chosen versions. */
const CLE = 'lignee.comparaisons-recentes';
const MAXIMUM = 6;

/** Comparisons lately made here, the last first; none where the browser keeps nothing, or something else. */
export function lireRecentes(): string[][] {
	try {
		const brut: unknown = JSON.parse(localStorage.getItem(CLE) ?? '[]');
		if (!Array.isArray(brut)) return [];
		return brut
			.slice(0, MAXIMUM)
			.map((ids) => (Array.isArray(ids) ? lireIds(ids.map(String), 'version', VERSIONS_MAXIMUM).etat : []))
			.filter((ids) => ids.length > 1);
	} catch {
		return [];
	}
}

/** Remembers a comparison; where the browser refuses or is full, the page works without. */
export function retenir(ids: readonly string[]): void {
	// A comparison that this one completes was a step of the choice.
	const completee = (autres: readonly string[]) => autres.every((id) => ids.includes(id));
	const suite = [[...ids], ...lireRecentes().filter((autres) => !completee(autres))].slice(0, MAXIMUM);
	try {
		localStorage.setItem(CLE, JSON.stringify(suite));
	} catch {
		// Private browsing or a full store: nothing is remembered, and nothing else is lost.
	}
}

export function oublier(): void {
	try {
		localStorage.removeItem(CLE);
	} catch {
		// Nothing could be kept there either.
	}
}
