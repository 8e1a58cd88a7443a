import { expliquerRefus, type Refus } from '../domaine/etat-url/refus.ts';
import { creer } from './element.ts';

/** Says, on the page, what was set aside of an address or a file. */
export function montrerRefus(cadre: HTMLElement, refus: readonly Refus[], origine?: string): void {
	const [titre, ...details] = expliquerRefus(refus, origine);
	cadre.hidden = titre === undefined;
	cadre.replaceChildren(
		...(titre === undefined ? [] : [creer('p', {}, creer('strong', {}, titre))]),
		...(details.length ? [creer('ul', {}, ...details.map((d) => creer('li', {}, d)))] : []),
	);
}
