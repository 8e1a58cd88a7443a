import type { Element, Root as Hast } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { typographierSuite } from '../domaine/texte/typographie.ts';

/** Elements that hold whole sentences: guillemets opened in one are closed in it. */
const BLOCS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'th', 'td']);

/**
 * Sets the spaces of French typography in our own guides and texts, the only Markdown that Astro renders. The prose of
 * official documents is parsed elsewhere (`catalogue/prose.ts`) and never altered here. Headings already have their
 * ids, so that no anchor depends on the kind of a space.
 */
export function rehypeTypographie() {
	return (racine: Hast): void => {
		visit(racine, 'element', (bloc) => {
			if (!BLOCS.has(bloc.tagName)) return;
			let ouvert = false;
			visit(bloc, (noeud) => {
				if (noeud.type === 'element' && noeud.tagName === 'code') return SKIP;
				if (noeud.type === 'text') ({ texte: noeud.value, ouvert } = typographierSuite(noeud.value, ouvert));
			});
			return SKIP;
		});
	};
}

/** Gives each cell the heading of its column, which a narrow screen shows when it stacks the cells of a row. */
export function rehypeTableaux() {
	return (racine: Hast): void => {
		visit(racine, 'element', (table) => {
			if (table.tagName !== 'table') return;
			table.properties.className = ['empilable'];
			const rangs = elements(table).flatMap((partie) => elements(partie));
			const titres = rangs[0] ? elements(rangs[0]).map(texteDe) : [];
			for (const rang of rangs.slice(1))
				for (const [i, cellule] of elements(rang).entries()) {
					if (i === 0) Object.assign(cellule, { tagName: 'th', properties: { ...cellule.properties, scope: 'row' } });
					else if (titres[i]) cellule.properties.dataTitre = titres[i];
				}
		});
	};
}

const elements = (parent: Element): Element[] => parent.children.filter((e) => e.type === 'element');
const texteDe = (element: Element): string =>
	element.children.map((e) => (e.type === 'text' ? e.value : e.type === 'element' ? texteDe(e) : '')).join('');
