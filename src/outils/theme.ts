/** Key of `localStorage`, only written once the reader has chosen a theme. */
const CLE = 'lignee.theme';
const THEMES = ['clair', 'sombre'] as const;

/**
 * Inline script for the head of each page: it sets the theme before the first paint, so that the other theme never
 * flashes. Without a stored choice, or without script, the page follows the system.
 */
export const AVANT_LE_DESSIN = `try{document.documentElement.dataset.theme=localStorage['${CLE}']||''}catch{}`;

/** Shows the select of the theme, and applies its choice. */
export function brancherTheme(document: Document): void {
	const formulaire = document.querySelector<HTMLFormElement>('form[data-themes]');
	const choix = formulaire?.querySelector('select');
	if (!formulaire || !choix) return;
	formulaire.hidden = false;
	choix.value = document.documentElement.dataset.theme ?? '';
	colorer(document, choix.value);
	choix.addEventListener('change', () => {
		document.documentElement.dataset.theme = choix.value;
		colorer(document, choix.value);
		try {
			if (choix.value) localStorage.setItem(CLE, choix.value);
			else localStorage.removeItem(CLE);
		} catch {
			// Private browsing, or storage is full: the choice only holds for this page.
		}
	});
}

/** Sets the colour of the browser's bars: of the two `theme-color` tags (light, dark), only the chosen one applies. */
function colorer(document: Document, theme: string): void {
	for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
		meta.dataset.systeme ??= meta.media;
		const sien = THEMES[meta.dataset.systeme.includes('dark') ? 1 : 0];
		meta.media = theme ? (theme === sien ? 'all' : 'not all') : meta.dataset.systeme;
	}
}
