import { VERSIONS_MAXIMUM } from '../domaine/etat-url/comparaison-libre.ts';
import { lireIds } from '../domaine/etat-url/liste.ts';

/** Key of `localStorage`, only written once the reader has chosen versions. The site stores this and the theme only. */
const CLE = 'lignee.comparaisons-recentes';
const MAXIMUM = 6;

/** Ids of the recent comparisons, latest first; empty if nothing valid is stored. */
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

/** Remembers a comparison. If the browser refuses to store it, nothing else is affected. */
export function retenir(ids: readonly string[]): void {
	// A comparison whose versions are all in this one was only a step towards it: this one replaces it.
	const completee = (autres: readonly string[]) => autres.every((id) => ids.includes(id));
	const suite = [[...ids], ...lireRecentes().filter((autres) => !completee(autres))].slice(0, MAXIMUM);
	try {
		localStorage.setItem(CLE, JSON.stringify(suite));
	} catch {
		// Private browsing, or storage is full.
	}
}

export function oublier(): void {
	try {
		localStorage.removeItem(CLE);
	} catch {
		// Storage is refused: nothing was stored either.
	}
}
