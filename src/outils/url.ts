/** Writes a URL: replaces the current entry of the history, or adds one (`etape`), which « Back » undoes. */
const ecrire = (adresse: string, etape: boolean): void =>
	history[etape ? 'pushState' : 'replaceState'](null, '', adresse);

/** The state in the fragment; empty if there is none. */
let courant = '';

/** Writes a state into the fragment, which browsers never send to the host. */
export function noterFragment(fragment: string, etape = false): void {
	if (fragment === courant) return;
	courant = fragment;
	ecrire(location.pathname + location.search + (fragment && `#${fragment}`), etape);
}

/**
 * Follows the state in the fragment. A link to an anchor of the page, as « Aller au contenu », scrolls and leaves the
 * state in the URL.
 * @param lire called with the fragment at the start, and each time that the reader changes it
 */
export function suivreFragment(lire: (fragment: string) => void): void {
	const relire = () => {
		const fragment = location.hash.slice(1);
		const ancre = !fragment.includes('=') && document.getElementById(fragment) !== null;
		if (ancre && courant) ecrire(`#${courant}`, false);
		if (ancre) return;
		courant = fragment;
		lire(fragment);
	};
	window.addEventListener('hashchange', relire);
	relire();
}

/** Writes a state into the query. @param requete with its `?`, or empty */
export const noterRequete = (requete: string, etape = false): void => ecrire(location.pathname + requete, etape);

/**
 * Follows the state in the query.
 * @param lire called with the query at the start, and each time that the reader goes back or forward
 */
export function suivreRequete(lire: (requete: string) => void): void {
	window.addEventListener('popstate', () => lire(location.search));
	lire(location.search);
}

type Champ = HTMLInputElement | HTMLSelectElement;

/** Fills the fields of a form from the query; a value that a select does not offer counts as empty. */
export function lireChamps(champs: readonly Champ[]): void {
	const parametres = new URLSearchParams(location.search);
	for (const champ of champs) {
		champ.value = parametres.get(champ.name) ?? '';
		if (champ instanceof HTMLSelectElement && champ.selectedIndex === -1) champ.value = '';
	}
}

/**
 * Writes the fields of a form into the query, and leaves its other parameters alone.
 * @param etape true to add a step to the history, which « Back » undoes
 * @returns whether the URL changed
 */
export function ecrireChamps(champs: readonly Champ[], etape = false): boolean {
	const parametres = new URLSearchParams(location.search);
	for (const { name, value } of champs)
		if (value.trim()) parametres.set(name, value.trim());
		else parametres.delete(name);
	const requete = parametres.size ? `?${parametres}` : '';
	if (requete === location.search) return false;
	ecrire(location.pathname + requete + location.hash, etape);
	return true;
}
