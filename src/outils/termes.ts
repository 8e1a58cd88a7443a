/**
 * On devices without hover, a tap on a term opens its explanation (its `title`) at the bottom of the screen, with a
 * link to the glossary. Elsewhere, and without script, a term is a link.
 */
export function brancherTermes(document: Document): void {
	if (!matchMedia('(hover: none)').matches) return;
	const bulle = document.createElement('aside');
	bulle.className = 'bulle';
	bulle.popover = 'auto';
	bulle.tabIndex = -1;
	document.addEventListener('click', (e) => {
		const terme = (e.target as Element).closest<HTMLAnchorElement>('a.terme[title]');
		if (!terme) return;
		e.preventDefault();
		const nom = document.createElement('strong');
		nom.textContent = terme.textContent;
		const suite = document.createElement('a');
		suite.href = terme.href;
		suite.textContent = 'Voir au glossaire';
		bulle.replaceChildren(nom, `\u00A0: ${terme.title} `, suite);
		document.body.append(bulle);
		bulle.showPopover();
		bulle.focus();
	});
}
