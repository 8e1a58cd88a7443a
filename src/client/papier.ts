import { creer } from './element.ts';

/**
 * What a printed result bears: its address on every sheet, as `impression.css` sets it, and once in full, since the
 * margin cuts a long one.
 */
export function adressePapier(): HTMLElement {
	document.documentElement.dataset.adresse = location.href;
	return creer('p', { class: 'imprime petit adresse-etat' }, `Adresse de ce résultat : ${location.href}`);
}
