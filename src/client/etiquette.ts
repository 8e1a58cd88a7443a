import { NATURES, SIGNES, STATUTS } from '../domaine/vocabulaire.ts';
import type { Nature, Statut } from '../schemas/correspondance.ts';
import { creer } from './element.ts';

/** The label of a nature, as `Nature.astro` writes it. */
export const etiquetteNature = (valeur: Nature | 'deplacee'): HTMLElement =>
	creer(
		'span',
		{ class: `nature nature-${valeur}` },
		creer('span', { 'aria-hidden': 'true' }, SIGNES[valeur]),
		` ${valeur === 'deplacee' ? 'Déplacée' : NATURES[valeur].nom}`,
	);

/** The label of a statut, as `Statut.astro` writes it. */
export const etiquetteStatut = (valeur: Statut): HTMLElement =>
	creer('span', { class: `statut statut-${valeur}`, title: STATUTS[valeur].sens }, STATUTS[valeur].nom);
