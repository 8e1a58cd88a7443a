import * as astro from 'astro/compiler-runtime';
import { escapeHTML, isHTMLString } from 'astro/runtime/server/index.js';
import type { ComponentType } from 'preact';
import { rendreVue } from './rendu.ts';

/**
 * The runtime that compiled `.astro` components import at build, in place of Astro's (`ecriture.ts` redirects the
 * import). It renders a page in two ways: through Astro, unchanged, or directly, as one string and synchronously. Astro
 * creates a request, a tree of promises and a response for each page, which costs more than the page itself.
 *
 * What direct rendering does not support throws, and the page is left to Astro: promises, `Response`, `Astro.slots`,
 * islands.
 */
export * from 'astro/compiler-runtime';

/** What a page reads from `Astro`; `tete`: what Astro adds at the end of the head, the same on all pages of a route. */
export interface Contexte {
	props: object;
	params: Record<string, string | undefined>;
	url: URL;
	site: URL | undefined;
	tete: string;
}
/** A component compiled with this runtime. */
export type Composant = { direct: (contexte: Contexte) => string };

type Fente = (resultat: unknown) => unknown;
type Fentes = Record<string, Fente | undefined>;
type Rendre = (resultat: unknown, props: object, fentes: Fentes) => unknown;

class Html {
	readonly texte: string;
	constructor(texte: string) {
		this.texte = texte;
	}
}

/** State of the page that is being rendered directly; `undefined` while Astro renders. */
let page: { tete: string; scripts: Set<string> } | undefined;
/** Script tags by module id, as Astro wrote them in the pages that it rendered. */
const SCRIPTS = new Map<string, string>();
const RENDRE = new WeakMap<object, Rendre>();

export function createComponent(rendre: Rendre, module?: string, propagation?: 'none' | 'self' | 'in-tree') {
	const composant = astro.createComponent(rendre as never, module, propagation);
	RENDRE.set(composant, rendre);
	return Object.assign(composant, { direct: (contexte: Contexte) => rendreDirectement(rendre, contexte) });
}

function rendreDirectement(rendre: Rendre, { props, tete, ...contexte }: Contexte): string {
	const resultat = { createAstro: (props: object) => ({ ...contexte, props }) };
	page = { tete, scripts: new Set() };
	try {
		return `<!DOCTYPE html>${texteDe(rendre(resultat, props, {}))}`;
	} finally {
		page = undefined;
	}
}

/** Renders the value of a template expression, by Astro's rules: strings are escaped, `null` and `false` are empty. */
function texteDe(enfant: unknown): string {
	if (typeof enfant === 'string') return escapeHTML(enfant);
	if (enfant instanceof Html) return enfant.texte;
	if (!enfant) return enfant === 0 ? '0' : '';
	if (typeof enfant === 'function') return texteDe(enfant());
	if (typeof enfant !== 'object' || isHTMLString(enfant)) return String(enfant);
	if (enfant instanceof URL) return enfant.href;
	if (!(Symbol.iterator in enfant) || ArrayBuffer.isView(enfant)) {
		// Astro will render this page again from the start: nobody handles a rejection of this promise.
		if (enfant instanceof Promise) enfant.catch(() => {});
		throw new Error(`${enfant.constructor.name} dans une page`);
	}
	let texte = '';
	for (const element of enfant as Iterable<unknown>) texte += texteDe(element);
	return texte;
}

export function render(morceaux: TemplateStringsArray, ...enfants: unknown[]) {
	if (!page) return astro.render(morceaux, ...enfants);
	let texte = morceaux[0] as string;
	for (let i = 0; i < enfants.length; i++) texte += texteDe(enfants[i]) + morceaux[i + 1];
	return new Html(texte);
}

export function renderComponent(
	resultat: unknown,
	nom: string,
	composant: unknown,
	props: object,
	fentes: Fentes = {},
) {
	if (!page) return astro.renderComponent(resultat as never, nom, composant as never, props, fentes as never);
	if (composant === astro.Fragment) return new Html(texteDe(fentes.default?.(resultat)));
	if (typeof composant !== 'function' || 'class:list' in props) throw new Error(`composant ${nom}`);
	const rendre = RENDRE.get(composant);
	if (rendre) return rendre(resultat, props, fentes);
	return new Html(rendreVue(composant as ComponentType, props, fentes));
}

export function renderSlot(resultat: unknown, fente?: Fente, defaut?: unknown) {
	if (!page) return astro.renderSlot(resultat as never, fente as never, defaut as never);
	return fente ? new Html(texteDe(fente(resultat))) : defaut;
}

export function renderHead(resultat: unknown) {
	if (!page) return (astro.renderHead as (r: unknown) => unknown)(resultat);
	const { tete } = page;
	page.tete = '';
	return new Html(tete);
}

export function maybeRenderHead(resultat: unknown) {
	return page ? renderHead(resultat) : (astro.maybeRenderHead as (r: unknown) => unknown)(resultat);
}

/** Writes the tag of a script once per page, where the script is first used. */
export function renderScript(resultat: unknown, id: string) {
	if (!page) return apprendre(resultat, id);
	const balise = SCRIPTS.get(id);
	if (balise === undefined) throw new Error(`script ${id}`);
	if (page.scripts.has(id)) return '';
	page.scripts.add(id);
	return new Html(balise);
}

/** Lets Astro render a script, and remembers its tag. */
async function apprendre(resultat: unknown, id: string) {
	const instruction = (await astro.renderScript(resultat as never, id)) as unknown as { content: string };
	SCRIPTS.set(id, instruction.content);
	return instruction;
}
