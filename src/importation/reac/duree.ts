import { replier } from '../signe.ts';

/** A duration as the referentials print it: « 00 h 30 mn », « 3h », « 45 min », « 1 heure 15 ». */
const DUREE = /(\d{1,3})\s*h(?:eures?)?\s*(?:(\d{1,2})\s*(?:mn|min(?:utes?)?)?)?|(\d{1,3})\s*(?:mn|min(?:utes?)?)\b/gu;

/** Every duration of a text, in minutes, with the words that stand before it since the last one, and after the last. */
export const dureesDe = (texte: string): { minutes: number; avant: string; apres: string }[] => {
	const plat = texte.normalize('NFKC').replace(/\s+/gu, ' ');
	const trouvees = [...plat.matchAll(DUREE)];
	return trouvees.flatMap((m, i) => {
		const minutes = m[3] === undefined ? 60 * Number(m[1]) + Number(m[2] ?? 0) : Number(m[3]);
		const debut = i === 0 ? 0 : (trouvees[i - 1]?.index ?? 0) + (trouvees[i - 1]?.[0].length ?? 0);
		const fin = m.index + m[0].length;
		return [{ minutes, avant: nu(plat.slice(debut, m.index)), apres: nu(plat.slice(fin, trouvees[i + 1]?.index)) }];
	});
};

const nu = (texte: string): string => texte.replace(/^[\s,;:.()–-]+|[\s,;:.()–-]+$/gu, '');

/** « Sans objet », « Néant », « - »: a cell that says that there is nothing to say. */
export const sansObjet = (texte: string): boolean =>
	/^(?:sans objet|neant|non concernee?|aucune?|so|s\.o\.|-+)?[ .]*$/.test(replier(texte));

/** The row of a table of modalities that gives the duration of the whole exam: « Durée totale de l’épreuve pour le candidat ». */
export const ditLeTotal = (texte: string): boolean =>
	/duree totale|duree de l'epreuve|^dont devant/.test(replier(texte));
