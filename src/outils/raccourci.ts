/** Elements that handle keys themselves: fields, lists, dialogs. */
const SAISIE = 'input, select, textarea, [contenteditable], [role=combobox], dialog[open]';

/** « / » focuses the search field of the page, or else the one of the header. */
export function brancherRaccourci(document: Document): void {
	document.addEventListener('keydown', (touche) => {
		if (touche.key !== '/' || touche.ctrlKey || touche.metaKey || touche.altKey || touche.defaultPrevented) return;
		if ((touche.target as Element).closest(SAISIE)) return;
		const champ =
			document.querySelector<HTMLInputElement>('#q') ?? document.querySelector<HTMLInputElement>('#q-en-tete');
		if (!champ) return;
		// Firefox opens its own search on the same key.
		touche.preventDefault();
		champ.focus();
		champ.select();
	});
}
