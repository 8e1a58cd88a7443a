/** Kept in the browser once the reader has chosen, and only then. */
const CLE = 'lignee.theme';
const THEMES = ['clair', 'sombre'] as const;

/**
 * Run in the head of each page before anything is drawn, so that no page is seen in the other theme first. Where the
 * browser keeps nothing the page follows the system, as it does without script.
 */
export const AVANT_LE_DESSIN = `try{document.documentElement.dataset.theme=localStorage['${CLE}']||''}catch{}`;

/** Shows the choice of the theme, and applies it. */
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
			// Private browsing or a full store: the choice holds for this page.
		}
	});
}

/** The bars of the browser follow the theme of the page: each of the two names the system's own. */
function colorer(document: Document, theme: string): void {
	for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
		meta.dataset.systeme ??= meta.media;
		const sien = THEMES[meta.dataset.systeme.includes('dark') ? 1 : 0];
		meta.media = theme ? (theme === sien ? 'all' : 'not all') : meta.dataset.systeme;
	}
}
