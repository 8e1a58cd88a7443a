/** Finds an element that the markup of the page must have. @throws if it is missing */
export function exiger<E extends Element = HTMLElement>(racine: ParentNode, selecteur: string): E {
	const element = racine.querySelector<E>(selecteur);
	if (!element) throw new Error(`la page n’a pas « ${selecteur} »`);
	return element;
}
