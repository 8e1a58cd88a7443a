/** The element of a page's own markup that must be there. */
export function exiger<E extends Element = HTMLElement>(racine: ParentNode, selecteur: string): E {
	const element = racine.querySelector<E>(selecteur);
	if (!element) throw new Error(`la page n’a pas « ${selecteur} »`);
	return element;
}
