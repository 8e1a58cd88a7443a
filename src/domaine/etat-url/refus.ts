import { genreDe } from '../identifiant.ts';

/** Why a part of an address or of a file was rejected. */
export type Motif = 'forme' | 'autre-genre' | 'inconnu' | 'sans-competences' | 'en-trop' | 'date';

/** A rejected value, as received. */
export type Refus = { recu: string; motif: Motif };

const MOTIFS: Record<Motif, string> = {
	forme: 'ce n’est pas un identifiant du catalogue',
	'autre-genre': 'cet identifiant nomme autre chose que ce qui est attendu ici',
	inconnu: 'le catalogue ne le contient pas, ou plus',
	'sans-competences': 'nous ne connaissons pas les compétences de ce titre',
	'en-trop': 'il y en a trop pour cette page',
	date: 'cette date n’existe pas',
};

/** Number of rejected values shown by name; the others are only counted. */
const NOMMES = 5;
const LONGUEUR = 40;

/** Rejects a value: an id of another kind, or not an id. */
export const refuser = (recu: string): Refus => ({ recu, motif: genreDe(recu) ? 'autre-genre' : 'forme' });

/**
 * Makes a received value safe to show in a sentence: cuts it, and replaces control characters, bidirectional marks and
 * lone surrogates. It must still be escaped as text.
 */
export const montrable = (recu: string): string => {
	const net = recu.slice(0, LONGUEUR).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
	return recu.length > LONGUEUR ? `${net}…` : net;
};

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
