import { espaces } from './caractere.ts';
import type { Lecture } from './lecture.ts';
import type { Ligne } from './ligne.ts';
import { Refus } from './refus.ts';
import { mots } from './signe.ts';

/** Words of a document that its reading has lost, counted regardless of order: lines are joined, split and moved. */
export const motsPerdus = (lignes: readonly Ligne[], lecture: Lecture): string[] => {
	const solde = new Map<string, number>();
	for (const ligne of lignes) for (const mot of mots(ligne.texte)) solde.set(mot, (solde.get(mot) ?? 0) + 1);
	for (const texte of textesDe(lecture)) for (const mot of mots(texte)) solde.set(mot, (solde.get(mot) ?? 0) - 1);
	return [...solde].flatMap(([mot, reste]) => (reste > 0 ? [mot] : []));
};

/** Refuses a reading that lost a word, which is a bug of the importer. Throws `Refus`. */
export const exigerTousLesMots = (lignes: readonly Ligne[], lecture: Lecture): void => {
	const perdus = motsPerdus(lignes, lecture);
	if (perdus.length > 0)
		throw new Refus(
			`défaut de l’importeur : mots du document qui ne sont nulle part (${perdus.slice(0, 12).join(', ')})`,
		);
};

/** Every text of a reading, each once. */
export const textesDe = (lecture: Lecture): string[] => [
	...lecture.elements.flatMap((e) => ('texte' in e ? [e.sorte === 'note' ? `${e.marque} ${e.texte}` : e.texte] : [])),
	...lecture.blocs.flatMap((b) => [
		b.marque,
		...(b.emprunte ? [] : [b.intitule]),
		...b.competences.flatMap((c) => [c.libelle, c.marque ?? '']),
		...b.retires,
	]),
	// A remark quotes the document: only the quotation counts.
	...lecture.remarques.map((r) => /^« (.*) » : /su.exec(r)?.[1] ?? ''),
	...lecture.entetes.map((e) => e.texte),
	...lecture.restes.map((r) => r.texte),
];

/** An XML element. */
type Noeud = { nom: string; texte: string; ligne: number; enfants: readonly Noeud[] };

/** Every text of an XML element and its descendants, with the name of its element. */
export const feuillesDe = ({ nom, texte, ligne, enfants }: Noeud): { nom: string; texte: string; ligne: number }[] => [
	...(espaces(texte) === '' ? [] : [{ nom, texte: espaces(texte), ligne }]),
	...enfants.flatMap(feuillesDe),
];
