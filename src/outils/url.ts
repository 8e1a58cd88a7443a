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
