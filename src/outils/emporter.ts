import { copier } from './navigateur.ts';
import { enTexteBrut } from './texte-brut.ts';

/** Wires the buttons of a comparison page: copy its text or its citation, print it. */
export function brancherEmporter(document: Document): void {
	const actions = document.querySelector<HTMLElement>('.emporter .actions');
	const annonce = actions?.querySelector<HTMLElement>('[role=status]');
	if (!actions || !annonce) return;
	const faire: Record<string, () => unknown> = {
		texte: () => copier(texteDeLaPage(document), annonce, 'La comparaison est copiée'),
		citation: () =>
			copier(document.querySelector('.citation')?.textContent?.trim() ?? '', annonce, 'La citation est copiée'),
		imprimer: () => window.print(),
	};
	actions.addEventListener('click', (e) => {
		const { agir } = (e.target as HTMLElement).closest<HTMLElement>('[data-agir]')?.dataset ?? {};
		if (agir) faire[agir]?.();
	});
	actions.hidden = false;
}

function texteDeLaPage(document: Document): string {
	const titre = document.querySelector('h1')?.lastChild?.textContent?.trim();
	const parties = document.querySelectorAll('main > :not(h1)');
	return `${titre} comparés\n${location.href}\n\n${enTexteBrut([...parties])}\n`;
}
