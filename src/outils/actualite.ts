/**
 * Compares the reader's day with the dates that the page carries. Pages say what is true on the day of their facts;
 * this says what has become of it since. Without it they stay true, since they name their day.
 */
function actualiser(): void {
	const jour = new Date();
	const aujourdhui = [jour.getFullYear(), jour.getMonth() + 1, jour.getDate()]
		.map((n) => String(n).padStart(2, '0'))
		.join('-');
	for (const element of document.querySelectorAll<HTMLElement>('[data-fin]'))
		if (aujourdhui >= (element.dataset.fin ?? '')) element.replaceChildren(...dire(element.dataset.echu ?? ''));
	for (const element of document.querySelectorAll<HTMLElement>('[data-perime]'))
		element.hidden = aujourdhui < (element.dataset.perime ?? '');
}

/** A sentence, its ordinals raised. */
const dire = (phrase: string): (string | Node)[] =>
	phrase.split(/(?<=\b1)(er\b)/).map((partie) => {
		if (partie !== 'er') return partie;
		const exposant = document.createElement('sup');
		exposant.textContent = partie;
		return exposant;
	});

actualiser();
