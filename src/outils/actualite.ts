import { jourDe } from '../domaine/parcours/calendrier.ts';

/**
 * Compares the reader's day with the dates in the page, and updates sentences that have expired (`data-fin`) or warns
 * that facts are old (`data-perime`). Without script the page stays true, since it names the day of its facts.
 */
function actualiser(): void {
	const aujourdhui = jourDe(new Date());
	for (const element of document.querySelectorAll<HTMLElement>('[data-fin]'))
		if (aujourdhui >= (element.dataset.fin ?? '')) element.replaceChildren(...dire(element.dataset.echu ?? ''));
	for (const element of document.querySelectorAll<HTMLElement>('[data-perime]'))
		element.hidden = aujourdhui < (element.dataset.perime ?? '');
}

/** Splits a sentence into nodes, with « er » as superscript in « 1er ». */
const dire = (phrase: string): (string | Node)[] =>
	phrase.split(/(?<=\b1)(er\b)/).map((partie) => {
		if (partie !== 'er') return partie;
		const exposant = document.createElement('sup');
		exposant.textContent = partie;
		return exposant;
	});

actualiser();
