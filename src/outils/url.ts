import type { Refus } from '../domaine/etat-url/refus.ts';

/** Writes a state into the URL: replaces the current entry of the history, or adds one (`etape`). */
export type Noter = (etat: string, etape?: boolean) => void;

/** A fragment with a parameter is a state; any other is an anchor of the page. */
const estEtat = (fragment: string): boolean => fragment.includes('=');

/**
 * Keeps the state of a tool in the fragment, which browsers never send to the host. A link to an anchor of the page, as
 * « Aller au contenu », scrolls and leaves the state in the URL.
 * @param lire called with the fragment at the start, and each time that the reader changes it
 * @returns writes a state into the fragment
 */
export function brancherFragment(lire: (fragment: string, refus: readonly Refus[]) => void): Noter {
	let courant = '';
	const adresse = (fragment: string) => location.pathname + location.search + (fragment && `#${fragment}`);
	const relire = () => {
		const fragment = location.hash.slice(1);
		if (fragment && !estEtat(fragment) && document.getElementById(fragment)) {
			if (courant) history.replaceState(null, '', adresse(courant));
			return;
		}
		courant = estEtat(fragment) ? fragment : '';
		lire(courant, fragment && !estEtat(fragment) ? [{ recu: fragment, motif: 'forme' }] : []);
	};
	window.addEventListener('hashchange', relire);
	relire();
	return (fragment, etape = false) => {
		if (fragment === courant) return;
		courant = fragment;
		history[etape ? 'pushState' : 'replaceState'](null, '', adresse(fragment));
	};
}

/**
 * Keeps the state of a tool in the query.
 * @param lire called with the query at the start, and each time that the reader goes back or forward
 * @returns writes a state into the query
 */
export function brancherRequete(lire: (requete: string) => void): Noter {
	window.addEventListener('popstate', () => lire(location.search));
	lire(location.search);
	return (requete, etape = false) =>
		history[etape ? 'pushState' : 'replaceState'](null, '', location.pathname + requete);
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
	history[etape ? 'pushState' : 'replaceState'](null, '', location.pathname + requete + location.hash);
	return true;
}
