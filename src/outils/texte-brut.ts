/** Elements left out: controls, drawings, and text repeated for screen readers or print. */
const SAUF =
	'.lecteur, [hidden], [aria-hidden=true], svg, form, nav, button, script, .lien-entree, .imprime, .emporter, .citer';
/** Elements that start a new line. */
const BLOCS =
	'p, div, li, ul, ol, dl, dt, dd, table, caption, tr, section, details, summary, blockquote, figure, figcaption, h1, h2, h3, .ligne';

/** Placeholder of an empty line: a private-use character, which no page contains. */
const SAUT = '\ue000';

/** Converts parts of a page to plain text, to paste in a message. The cells of a table are labelled by their column. */
export const enTexteBrut = (parties: readonly Element[]): string =>
	parties
		.map(lire)
		.join('\n')
		.replace(/[^\S\n\u00a0\u202f]+/g, ' ')
		.replace(/[ \n]*\n[ \n]*/g, '\n')
		.replace(/\n\ue000\s*/g, '\n\n')
		.replaceAll(SAUT, '')
		.replace(/\n{3,}/g, '\n\n')
		.replace(/(?<=\u00a0:)\n(?=\S)/g, ' ')
		.trim();

function lire(noeud: Node): string {
	if (noeud instanceof Text) return noeud.data.replace(/\s*\n\s*/g, ' ');
	if (!(noeud instanceof HTMLElement) || noeud.matches(SAUF)) return '';
	const texte = [...noeud.childNodes].map(lire).join('');
	if (noeud.matches('h2, h3')) return `\n${SAUT}${texte.trim().toUpperCase()}\n`;
	if (noeud.matches('td summary')) return '';
	if (noeud.matches('td blockquote')) return `\n«\u00a0${texte.trim()}\u00a0»\n`;
	// Left out: each cell carries the name of its column (`data-titre`).
	if (noeud.matches('thead')) return '';
	if (noeud.matches('td')) {
		const dit = texte.trim().replace(/\s*\n\s*/g, ' ; ');
		return noeud.dataset.titre ? `\n${noeud.dataset.titre}\u00a0: ${dit}` : `, ${dit}`;
	}
	if (noeud.matches('.version-nom')) return `\n${texte}\u00a0: `;
	if (noeud.matches('.place')) return ` (${texte.trim()})`;
	if (noeud.matches('.entree, tbody tr')) return `\n${SAUT}${texte}\n`;
	return noeud.matches(BLOCS) ? `\n${texte}\n` : texte;
}
