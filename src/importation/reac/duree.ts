import { replier } from '../signe.ts';

/** A duration: « 00 h 30 mn », « 3h », « 1,5 h », « 45 min », « 1 heure 15 ». */
const DUREE =
	/(\d{1,3}(?:[.,]\d{1,2})?)\s*h(?:eures?)?(?!\p{L}{2})\s*(?:et\s)?\s*(?:(\d{1,2})\s*(?:mn|min(?:utes?)?)?)?|(\d{1,3})\s*(?:mn|min(?:utes?)?)(?!\p{L})/giu;
/** Durations that are not certain: « 2 x 30 min », « 30 à 45 min », « 20 min au plus », « 1 h ½ », « 1 h.30 ». */
const INCERTAINE =
	/[½¼¾⁄]|(?<!\p{L})(?:demie?|quarts?|entre|environ|maxim(?:um|ale?)|minim(?:um|ale?)|au (?:plus|moins)|jusqu)(?!\p{L})|\d\s*[x×*]\s*\d|\d\s*(?:h(?:eures?)?|mn|min(?:utes?)?)?\s*(?:à|ou|[/+–-])\s*\d|h\s*\.\s*\d|h\s*[6-9]\d(?!\d)/iu;

/**
 * Durations of a text in minutes, each with the words before and after it. Empty if one of them is a bound, a range, a
 * sum, a product or a fraction, which a person must read.
 */
export const dureesDe = (texte: string): { minutes: number; avant: string; apres: string }[] => {
	const plat = texte.normalize('NFKC').replace(/\s+/gu, ' ');
	if (INCERTAINE.test(plat)) return [];
	const trouvees = [...plat.matchAll(DUREE)];
	return trouvees.flatMap((m, i) => {
		const heures = Number((m[1] ?? '0').replace(',', '.'));
		const minutes = m[3] === undefined ? Math.round(60 * heures) + Number(m[2] ?? 0) : Number(m[3]);
		const debut = i === 0 ? 0 : (trouvees[i - 1]?.index ?? 0) + (trouvees[i - 1]?.[0].length ?? 0);
		const fin = m.index + m[0].length;
		return [{ minutes, avant: nu(plat.slice(debut, m.index)), apres: nu(plat.slice(fin, trouvees[i + 1]?.index)) }];
	});
};

const nu = (texte: string): string => texte.replace(/^[\s,;:.()–-]+|[\s,;:.()–-]+$/gu, '');

/** Whether a cell says that there is nothing: « Sans objet », « Néant », « - ». */
export const sansObjet = (texte: string): boolean =>
	/^(?:sans objet|neant|non concernee?|aucune?|so|s\.o\.|-+)?[ .]*$/.test(replier(texte));

/** Whether a row gives the total duration: « Durée totale de l’épreuve pour le candidat ». */
export const ditLeTotal = (texte: string): boolean =>
	/duree totale|duree de l'epreuve|^dont devant/.test(replier(texte));
