import { genreDe } from '../identifiant.ts';

/** Why a part of an address or of a file was set aside. */
export type Motif = 'forme' | 'autre-genre' | 'inconnu' | 'sans-competences' | 'en-trop' | 'date';

/** One thing that was set aside, as it was received. */
export interface Refus {
	recu: string;
	motif: Motif;
}

const MOTIFS: Record<Motif, string> = {
	forme: 'ce n’est pas un identifiant du catalogue',
	'autre-genre': 'cet identifiant nomme autre chose que ce qui est attendu ici',
	inconnu: 'le catalogue ne le contient pas, ou plus',
	'sans-competences': 'nous ne connaissons pas les compétences de ce titre',
	'en-trop': 'il y en a trop pour cette page',
	date: 'cette date n’existe pas',
};

/** Shown by name; the rest are counted. */
const NOMMES = 5;
const LONGUEUR = 40;

/** Of what is not the id that was expected, tells an id of another kind from what cannot be one. */
export const refuser = (recu: string): Refus => ({ recu, motif: genreDe(recu) ? 'autre-genre' : 'forme' });

/**
 * A received value made safe to show in a sentence: cut, with a sign in the place of controls, of marks that turn the
 * direction of writing and of halves of characters. It is still text, to be written as text.
 */
export const montrable = (recu: string): string => {
	const net = recu.slice(0, LONGUEUR).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
	return recu.length > LONGUEUR ? `${net}…` : net;
};

/** Sentences on the values that were set aside. */
export function expliquerRefus(refus: readonly Refus[], origine = 'l’adresse'): string[] {
	if (!refus.length) return [];
	const nommes = refus.slice(0, NOMMES).map(({ recu, motif }) => `« ${montrable(recu)} » : ${MOTIFS[motif]}.`);
	const autres = refus.length - NOMMES;
	const n = refus.length;
	return [
		n > 1
			? `${n} éléments de ${origine} n’ont pas pu être lus ; le reste est pris en compte.`
			: `Un élément de ${origine} n’a pas pu être lu ; le reste est pris en compte.`,
		...nommes,
		...(autres > 0 ? [`Et ${autres} ${autres > 1 ? 'autres' : 'autre'}.`] : []),
	];
}
