import type { Refus } from '../domaine/etat-url/refus.ts';

/** Writes a state in the address, in the place of the last one, or as a step that « Back » undoes. */
export type Noter = (etat: string, etape?: boolean) => void;

/** A fragment with a parameter is a state; without one it is an anchor of the page. */
const estEtat = (fragment: string): boolean => fragment.includes('=');

/**
 * Keeps a tool's state in the fragment, which a browser never sends to the host. A link of the page to one of its own
 * anchors, as « Aller au contenu », moves the reader and leaves the state in the address.
 * @param lire called with the fragment at the start and each time that the reader changes it
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
 * Keeps a tool's state in the query.
 * @param lire called with the query at the start and each time that the reader goes back or forth
 */
export function brancherRequete(lire: (requete: string) => void): Noter {
	window.addEventListener('popstate', () => lire(location.search));
	lire(location.search);
	return (requete, etape = false) =>
		history[etape ? 'pushState' : 'replaceState'](null, '', location.pathname + requete);
}

type Champ = HTMLInputElement | HTMLSelectElement;

/** Gives the fields of a form what the query says; a value that a list does not offer is none. */
export function lireChamps(champs: readonly Champ[]): void {
	const parametres = new URLSearchParams(location.search);
	for (const champ of champs) {
		champ.value = parametres.get(champ.name) ?? '';
		if (champ instanceof HTMLSelectElement && champ.selectedIndex === -1) champ.value = '';
	}
}

/**
 * Keeps the fields of a form in the query, whose other parameters stay.
 * @param etape true where « Back » must undo it
 * @returns whether the address changed
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
