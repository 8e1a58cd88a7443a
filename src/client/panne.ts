import { lien } from '../adresse.ts';
import { bouton, creer } from './element.ts';

/** What stands in the place of a result that could not be made: what happened, how to try again, where else to go. */
export function panne(reessayer: () => void, repli: readonly { nom: string; chemin: string }[]): HTMLElement {
	return creer(
		'div',
		{ class: 'panne', role: 'alert' },
		creer('p', {}, 'Les données n’ont pas pu être lues. Ce que vous avez choisi est gardé dans l’adresse.'),
		creer(
			'p',
			{ class: 'actions' },
			bouton('Réessayer', reessayer),
			...repli.map(({ nom, chemin }) => creer('a', { href: lien(chemin) }, nom)),
		),
	);
}
