type Enfant = Node | string | null | undefined | false;
/** `undefined` and `false` leave the attribute out, `true` writes it empty. */
type Attributs = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its attributes and children. A string becomes a text node: nothing is ever read as markup. */
export function creer<B extends keyof HTMLElementTagNameMap>(
	balise: B,
	attributs: Attributs = {},
	...enfants: Enfant[]
): HTMLElementTagNameMap[B] {
	return remplir(document.createElement(balise), attributs, enfants);
}

/** The same in SVG. */
export function dessiner<B extends keyof SVGElementTagNameMap>(
	balise: B,
	attributs: Attributs = {},
	...enfants: Enfant[]
): SVGElementTagNameMap[B] {
	return remplir(document.createElementNS('http://www.w3.org/2000/svg', balise), attributs, enfants);
}

function remplir<E extends Element>(element: E, attributs: Attributs, enfants: readonly Enfant[]): E {
	for (const [nom, valeur] of Object.entries(attributs))
		if (valeur !== undefined && valeur !== false) element.setAttribute(nom, valeur === true ? '' : String(valeur));
	element.append(...enfants.filter((e): e is Node | string => typeof e === 'string' || e instanceof Node));
	return element;
}

/** A button that does something here. */
export function bouton(texte: string, agir: () => void, attributs: Attributs = {}): HTMLButtonElement {
	const element = creer('button', { type: 'button', ...attributs }, texte);
	element.addEventListener('click', agir);
	return element;
}

/** The element of a page's own markup that must be there. */
export function exiger<E extends Element = HTMLElement>(racine: ParentNode, selecteur: string): E {
	const element = racine.querySelector<E>(selecteur);
	if (!element) throw new Error(`la page n’a pas « ${selecteur} »`);
	return element;
}
