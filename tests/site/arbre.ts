import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';

const MUETS = new Set(['script', 'style', 'template']);

/** Parses a built page, or another HTML file, into a hast tree. */
export const lireArbre = (dossier: string, chemin: string): Nodes =>
	fromHtml(readFileSync(join(dossier, chemin, chemin.endsWith('/') ? 'index.html' : ''), 'utf8'));

/** Value of an attribute as it was written: hast parses some into lists or booleans. */
export const attribut = ({ properties }: Element, nom: string): string => {
	const valeur = properties[nom];
	return Array.isArray(valeur) ? valeur.join(' ') : String(valeur ?? '');
};

/** Elements under a node that match a simple selector, in order: `a`, `.motif`, `li.entree`, `#sources`. */
export function tous(noeud: Nodes, selecteur: string): Element[] {
	const [, balise, signe, nom = ''] = /^([a-z0-9]*)(?:([.#])([\w-]+))?$/.exec(selecteur) ?? [];
	const trouves: Element[] = [];
	visit(noeud, 'element', (element) => {
		if (balise && element.tagName !== balise) return;
		if (signe === '#' && attribut(element, 'id') !== nom) return;
		if (signe === '.' && !attribut(element, 'className').split(' ').includes(nom)) return;
		trouves.push(element);
	});
	return trouves;
}

/** The first element that matches a selector. @throws if there is none */
export function un(noeud: Nodes, selecteur: string): Element {
	const [premier] = tous(noeud, selecteur);
	if (!premier) throw new Error(`« ${selecteur} » n’est pas sur la page`);
	return premier;
}

/** Text of a node, without the elements whose names are in `sauf`. */
export function dire(noeud: Nodes, sauf: readonly string[] = []): string {
	const mots: string[] = [];
	visit(noeud, (n) => {
		if (n.type === 'element' && (MUETS.has(n.tagName) || sauf.includes(n.tagName))) return SKIP;
		if (n.type === 'text') mots.push(n.value);
		return undefined;
	});
	return mots.join('').replace(/\s+/g, ' ').trim();
}

/** Removes spaces, since typography may change them, but never the words. */
export const serrer = (texte: string): string => texte.replace(/\s+/gu, '');

/** Whether the text of a node contains another text, spaces aside. */
export const dit = (noeud: Nodes, texte: string): boolean => serrer(dire(noeud)).includes(serrer(texte));
