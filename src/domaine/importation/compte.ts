import type { Lecture } from './lecture.ts';
import type { Ligne } from './ligne.ts';
import { mots } from './signe.ts';

/**
 * The accounting of a document: each word of its lines ends somewhere in what was read. Words are counted, since
 * lines are joined, cut and put apart; their order is the business of the readers.
 */
export const motsPerdus = (lignes: readonly Ligne[], lecture: Lecture): string[] => {
	const solde = new Map<string, number>();
	for (const ligne of lignes) for (const mot of mots(ligne.texte)) solde.set(mot, (solde.get(mot) ?? 0) + 1);
	for (const texte of textesDe(lecture)) for (const mot of mots(texte)) solde.set(mot, (solde.get(mot) ?? 0) - 1);
	return [...solde].flatMap(([mot, reste]) => (reste > 0 ? [mot] : []));
};

/** Every text that a reading holds, each once. */
export const textesDe = (lecture: Lecture): string[] => [
	...lecture.elements.flatMap((e) => ('texte' in e ? [e.sorte === 'note' ? `${e.marque} ${e.texte}` : e.texte] : [])),
	...lecture.blocs.flatMap((b) => [
		b.marque,
		...(b.emprunte ? [] : [b.intitule]),
		...b.competences.flatMap((c) => [c.libelle, c.marque ?? '']),
		...b.retires,
	]),
	...lecture.remarques,
	...lecture.entetes.map((e) => e.texte),
	...lecture.restes.map((r) => r.texte),
];

/** Every text of an XML element and of what it holds. */
export const motsDe = (noeud: {
	texte: string;
	enfants: readonly { texte: string; enfants: readonly unknown[] }[];
}): string[] => [
	...(noeud.enfants.length === 0 && noeud.texte.trim() !== '' ? [noeud.texte.replace(/\s+/gu, ' ').trim()] : []),
	...noeud.enfants.flatMap((e) => motsDe(e as typeof noeud)),
];
